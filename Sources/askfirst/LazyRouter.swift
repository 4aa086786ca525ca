import Diagnostics
import PolicyModel
import QuestionRouting
import Synchronization

/// The router of questions, made when the first sentence needs it: whoever picks from lists never
/// waits for it.
final class LazyRouter: Sendable {
  private enum State {
    case notMade
    /// What stands in the way of a router is said when somebody first asks for it.
    case made(QuestionRouter?, unsaid: [Diagnostic])
  }

  private let state = Mutex(State.notMade)
  private let isPreparing = Atomic(false)
  private let load: @Sendable () -> (words: Words?, faults: [Diagnostic])

  init(loading load: @escaping @Sendable () -> (words: Words?, faults: [Diagnostic])) {
    self.load = load
  }

  /// The router, nil where nothing usable is known of how people ask.
  var router: QuestionRouter? {
    let (router, faults) = state.withLock { state in
      let (router, faults) = made(state)
      state = .made(router, unsaid: [])
      return (router, faults)
    }
    CommandLineTool.complain(of: faults)
    return router
  }

  /// Makes the router, and all of it that later questions need, while somebody is still typing.
  func prepare() {
    guard !isPreparing.exchange(true, ordering: .relaxed) else { return }
    Thread.detach { [self] in
      let router = state.withLock { state in
        let (router, faults) = made(state)
        state = .made(router, unsaid: faults)
        return router
      }
      router?.prepare()
    }
  }

  private func made(_ state: State) -> (QuestionRouter?, [Diagnostic]) {
    if case .made(let router, let faults) = state { return (router, faults) }
    let (words, faults) = load()
    return (words.map { QuestionRouter($0) }, faults)
  }
}
