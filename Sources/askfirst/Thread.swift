import Glibc

/// A thread that does one piece of work.
struct Thread {
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private let id: pthread_t

  /// Starts a thread, nil where the system refuses.
  init?(_ run: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(run))
    var id = pthread_t()
    let code = unsafe pthread_create(
      &id, nil,
      { place in
        guard let place = unsafe place else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(place).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      return nil
    }
    self.id = id
  }

  /// Waits for the end of the work.
  func wait() {
    pthread_join(id, nil)
  }

  /// Does something that nobody waits for, or does not where the system refuses.
  ///
  /// Signals are left to the other threads, one of which may sleep until a signal wakes it.
  static func detach(_ run: @escaping @Sendable () -> Void) {
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    if let thread = Thread(run) { pthread_detach(thread.id) }
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
