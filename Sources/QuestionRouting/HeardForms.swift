import Synchronization

/// What parts of phrases are heard as, found out once for each: those that one sentence comes near, others
/// come near as well.
final class HeardForms: Sendable {
  private let known = Mutex<[UInt64: [HeardPhrases.Element]]>([:])

  /// The words of a part, given its hash.
  func words(of part: ArraySlice<UInt8>, _ hash: UInt64) -> [HeardPhrases.Element] {
    if let words = known.withLock({ $0[hash] }) { return words }
    let words = WordForms.heard(in: Array(part)).map { form -> HeardPhrases.Element in
      form.isPast ? .past(form.stem) : .stem(form.stem)
    }
    known.withLock { $0[hash] = words }
    return words
  }
}
