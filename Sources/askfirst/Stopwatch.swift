import Glibc

/// How long something has lasted, whatever happens to the clock on the wall.
struct Stopwatch {
  private let start = now

  /// Whole milliseconds since it was made.
  var milliseconds: Int { (Self.now - start) / 1_000_000 }

  /// Nanoseconds since some moment in the past.
  private static var now: Int {
    var time = timespec()
    // This clock is there on every system that has this call.
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
