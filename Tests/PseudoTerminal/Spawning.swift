import Glibc

/// A time that only goes forward, in seconds.
func monotonicNow() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Starting programs under test.
public enum Program {
  /// How many times as long as usual a program may take, by `ASKFIRST_PATIENCE`: sanitizers and
  /// valgrind make it slow, and want more memory than it is given otherwise.
  public static let patience: Double = {
    guard let value = unsafe getenv("ASKFIRST_PATIENCE") else { return 1 }
    return max(1, Double(unsafe String(cString: value)) ?? 1)
  }()

  /// Answers the path of a product of this package, beside the test runner itself.
  public static func built(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let runnerBytes = buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
    let runner = String(decoding: runnerBytes, as: UTF8.self)
    return runner.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
  }

  /// What is wrong with a program under test.
  public enum Failure: Error, CustomStringConvertible {
    /// It could not be started; with the system's error number.
    case cannotStart(Int32)
    /// It did not do in time what was waited for; with what it showed.
    case timeout(String)

    /// The failure in words.
    public var description: String {
      switch self {
      case .cannotStart(let code): "cannot start: \(unsafe String(cString: strerror(code)))"
      case .timeout(let text): text
      }
    }
  }

  /// How a program ended, as a shell would tell it: 128 and the signal for a violent end.
  static func exitCode(ofStatus status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// What tells a program built with a sanitizer what to look for, where the tests run under one.
  public static let ofSanitizers: [String: String] = {
    var variables: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    return variables
  }()

  /// Starts a program in a session of its own; `connect` says what its descriptors are.
  ///
  /// The environment is made here from nothing, and signals are set back: the developer's editrc,
  /// NO_COLOR or the test runner's signal mask must not decide how a test ends.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String],
    connect: (inout posix_spawn_file_actions_t) -> Void
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    unsafe connect(&actions)
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID hides behind _GNU_SOURCE
    let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
    ]
    variables.merge(ofSanitizers) { $1 }
    variables.merge(environment) { $1 }
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer {
      unsafe words.forEach { unsafe free($0) }
      unsafe settings.forEach { unsafe free($0) }
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, path, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw .cannotStart(code) }
    return child
  }
}
