import Diagnostics
import KnowledgeLoading
import PolicyModel
import Shell
import Synchronization

/// The knowledge of a dialogue: read at its beginning, and decoded as the dialogue comes to need it.
///
/// Nothing that happens to the files later is seen, so that no answer is mixed of two states.
final class LazyKnowledge: Sendable {
  private struct Ahead {
    /// The organisation of which topics will be asked for next.
    var organisation: Identifier<Organisation>?
    var begun: Set<Identifier<Organisation>> = []
    var ready: [Identifier<Organisation>: Knowledge] = [:]
  }

  private let copy: KnowledgeCopy
  private let ahead = Mutex(Ahead())

  init(folder: String) {
    copy = KnowledgeCopy(folder: folder)
  }

  /// What the first prompt needs, or nil once its faults have been printed.
  func outline(of organisation: Identifier<Organisation>?) -> Knowledge? {
    ahead.withLock { $0.organisation = organisation }
    return load(.outline(of: organisation))
  }

  /// A part that is needed now, and more if that is ready, or nil once its faults have been printed.
  func part(_ part: KnowledgePart) -> Knowledge? {
    switch part {
    case .organisation(let id): outline(of: id)
    case .topic(let topic, let id): ready(id) ?? load(.only(topic, of: id))
    case .everything(let id): ready(id) ?? load(.all(of: id))
    }
  }

  /// Decodes all that the organisation in use says, while somebody is still typing.
  func prepare() {
    let organisation = ahead.withLock { ahead in
      ahead.organisation.flatMap { ahead.begun.insert($0).inserted ? $0 : nil }
    }
    guard let organisation else { return }
    Thread.detach { [self] in
      let loaded = copy.load(.all(of: organisation))
      // What is faulty is told when it is needed.
      guard !loaded.diagnostics.contains(where: { $0.severity == .error }) else { return }
      ahead.withLock { $0.ready[organisation] = loaded.knowledge }
    }
  }

  /// How people ask, nil where nothing of it can be used, and what is wrong with its files.
  func words() -> (words: Words?, faults: [Diagnostic]) {
    let (words, diagnostics) = copy.loadWords()
    return (words, diagnostics)
  }

  private func ready(_ organisation: Identifier<Organisation>) -> Knowledge? {
    ahead.withLock { $0.ready[organisation] }
  }

  private func load(_ scope: LoadingScope) -> Knowledge? {
    let loaded = copy.load(scope)
    CommandLineTool.complain(of: loaded.diagnostics.filter { $0.severity == .error })
    return loaded.knowledge
  }
}
