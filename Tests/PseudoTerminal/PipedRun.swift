import CEditLineShims
import Glibc

/// What a program did whose input and output were pipes.
public struct PipedRun: Equatable, Sendable {
  /// What it wrote to standard output and standard error, in order.
  public let output: String
  /// How it ended; 128 and the signal for a violent end.
  public let exitCode: Int32

  /// Runs a program to its end; it is killed when that takes longer than the given time.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: some Sequence<UInt8>, seconds: Double = 30
  ) throws(Program.Failure) {
    // A program that ends early must show as a failed write here; what is started gets the default.
    signal(SIGPIPE, SIG_IGN)
    // Closed on exec: an end that leaked into another test's program would keep this one waiting.
    var inRead: Int32 = -1
    var inWrite: Int32 = -1
    var outRead: Int32 = -1
    var outWrite: Int32 = -1
    guard unsafe askfirst_pipe(&inRead, &inWrite), unsafe askfirst_pipe(&outRead, &outWrite) else {
      throw .cannotStart(errno)
    }
    defer { close(outRead) }
    let started = Result { () throws(Program.Failure) -> pid_t in
      try unsafe Program.start(path, arguments, environment: environment) { actions in
        unsafe posix_spawn_file_actions_adddup2(&actions, inRead, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, outWrite, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, outWrite, 2)
      }
    }
    close(inRead)
    close(outWrite)
    let pid: pid_t
    switch started {
    case .success(let child): pid = child
    case .failure(let failure):
      close(inWrite)
      throw failure
    }
    let deadline = monotonicNow() + seconds * Program.patience
    let (bytes, isComplete) = Self.exchange(
      Array(input), to: inWrite, from: outRead, until: deadline)
    if !isComplete { kill(pid, SIGKILL) }
    var status: Int32 = 0
    unsafe waitpid(pid, &status, 0)
    output = String(decoding: bytes, as: UTF8.self)
    exitCode = Program.exitCode(ofStatus: status)
    if !isComplete { throw .timeout("still running; it wrote\n\(output)") }
  }

  /// Writes and reads in turn, so that two full pipes never wait for each other.
  private static func exchange(
    _ input: [UInt8], to writeEnd: Int32, from readEnd: Int32, until deadline: Double
  ) -> (output: [UInt8], isComplete: Bool) {
    _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    var rest = input[...]
    var writeEnd = writeEnd
    var output: [UInt8] = []
    defer { if writeEnd >= 0 { close(writeEnd) } }
    while monotonicNow() < deadline {
      if rest.isEmpty, writeEnd >= 0 {
        close(writeEnd)
        writeEnd = -1
      }
      // poll passes over a negative descriptor.
      var watched = [
        pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: writeEnd, events: Int16(POLLOUT), revents: 0),
      ]
      unsafe poll(&watched, 2, 100)
      if watched[1].revents != 0 {
        let count = unsafe rest.withUnsafeBytes {
          unsafe write(writeEnd, $0.baseAddress, $0.count)
        }
        // The program may end before it has read everything.
        rest = count >= 0 ? rest.dropFirst(count) : errno == EAGAIN ? rest : []
      }
      if watched[0].revents != 0 {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe read(readEnd, &chunk, chunk.count)
        if count <= 0 { return (output, true) }
        output += chunk[..<count]
      }
    }
    return (output, false)
  }
}
