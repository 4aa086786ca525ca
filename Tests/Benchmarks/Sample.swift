import Glibc

/// What was measured of one thing, several times.
struct Sample {
  /// The values in their order.
  let values: [Double]

  init(_ values: [Double]) {
    self.values = values.sorted()
  }

  var median: Double { quantile(0.5) }
  var lowerQuartile: Double { quantile(0.25) }
  var upperQuartile: Double { quantile(0.75) }
  var lowest: Double { values.first ?? .nan }
  var highest: Double { values.last ?? .nan }

  /// The value below which so large a part of all lies, between two where none stands there.
  func quantile(_ part: Double) -> Double {
    guard let last = values.indices.last else { return .nan }
    let place = part * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return values[below] + (values[above] - values[below]) * (place - Double(below))
  }
}

/// Clocks.
enum Clock {
  /// Seconds that this thread has been at work; what others do on the machine does not count.
  static func work() -> Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

  /// Seconds that have passed.
  static func wall() -> Double { seconds(CLOCK_MONOTONIC) }

  /// How often a second something is done, each value over at least so many seconds of work.
  static func rate(
    values count: Int, seconds: Double = 0.1, of repetitions: Int, _ work: () -> Void
  ) -> Sample {
    work()
    return Sample(
      (0..<count).map { _ in
        let start = Self.work()
        var done = 0
        var now = start
        repeat {
          work()
          done += repetitions
          now = Self.work()
        } while now - start < seconds
        return Double(done) / (now - start)
      })
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
