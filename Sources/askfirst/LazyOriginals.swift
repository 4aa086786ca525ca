import Authoring
import PolicyModel
import Synchronization

/// The originals of documents, each looked for when a clause of its organisation is first shown.
final class LazyOriginals: Sendable {
  private let made = Mutex<[Identifier<Organisation>: Originals]>([:])
  private let find: @Sendable (Organisation) -> Originals

  init(finding find: @escaping @Sendable (Organisation) -> Originals) {
    self.find = find
  }

  /// The part of the original that a clause stands for, nil where the original is not at hand.
  ///
  /// The organisation must have all its clauses, for by them an original is known.
  func text(of citation: Citation, in organisation: Organisation) -> String? {
    made.withLock { made in
      let originals = made[organisation.id] ?? find(organisation)
      made[organisation.id] = originals
      return originals.text(of: citation, in: organisation)
    }
  }
}
