import PolicyModel
import Synchronization

/// The listeners that have been made ready, as people ask about one topic more than once.
final class FactListeners: Sendable {
  private let ready = Mutex<[[Identifier<Fact>]: FactListener]>([:])

  /// The listener for some facts, made where there is none for the very same.
  func listener(for facts: [Fact], make: () -> FactListener) -> FactListener {
    let names = facts.map(\.id)
    // A topic whose files are read later has facts of the same names.
    if let known = ready.withLock({ $0[names] }), known.facts == facts { return known }
    let made = make()
    ready.withLock { $0[names] = made }
    return made
  }
}
