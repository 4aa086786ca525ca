import PolicyModel
import QuestionRouting
import Synchronization

/// The router of questions, made when the first sentence needs it: whoever picks from lists never
/// waits for it.
final class LazyRouter: Sendable {
  private enum State {
    case notMade
    case made(QuestionRouter?)
  }

  private let state = Mutex(State.notMade)
  private let load: @Sendable () -> Words?

  init(loading load: @escaping @Sendable () -> Words?) {
    self.load = load
  }

  /// The router, nil where nothing usable is known of how people ask.
  var router: QuestionRouter? {
    state.withLock { state in
      if case .made(let router) = state { return router }
      let router = load().map { QuestionRouter($0) }
      state = .made(router)
      return router
    }
  }
}
