import Glibc

/// A program on a terminal of its own, whose screen and modes can be asked for.
public final class Pty {
  /// The program's process.
  public let pid: pid_t
  /// What the program has drawn so far.
  public private(set) var screen: Screen
  /// All bytes the program has written so far.
  public private(set) var raw: [UInt8] = []

  private let master: Int32
  private var isClosed = false
  /// Whether the program has given its side of the terminal back.
  public private(set) var hasEnded = false
  private var status: Int32?

  /// Starts a program on a new terminal; the environment is added to a bare one.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    width: Int = 80, height: Int = 24
  ) throws(Program.Failure) {
    // posix_openpt and its friends are hidden from Swift; on Linux they are these three calls.
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else { throw .cannotStart(errno) }
    var unlock: Int32 = 0
    var number: UInt32 = 0
    guard unsafe ioctl(master, 0x4004_5431, &unlock) == 0,
      unsafe ioctl(master, 0x8004_5430, &number) == 0
    else {
      let code = errno
      close(master)
      throw .cannotStart(code)
    }
    self.master = master
    screen = Screen(width: width, height: height)
    Self.setSize(of: master, width: width, height: height)
    do throws(Program.Failure) {
      pid = try unsafe Program.start(path, arguments, environment: environment) { actions in
        // The first terminal that a session's leader opens becomes the controlling one, so Ctrl-C,
        // Ctrl-Z and hang-up are real.
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
      }
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      var status: Int32 = 0
      unsafe waitpid(pid, &status, 0)
    }
    if !isClosed { close(master) }
  }

  /// Closes the terminal under the program, as a closed window does.
  public func hangUp() {
    close(master)
    isClosed = true
  }

  /// Types text.
  public func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  /// Types bytes; reads meanwhile, so that two full buffers never wait for each other.
  public func type(bytes: some Sequence<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty, !hasEnded {
      let count = unsafe rest.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { pump(milliseconds: 10) }
    }
  }

  /// Presses a key together with Ctrl.
  public func control(_ letter: Character) {
    type(bytes: [(letter.asciiValue ?? 0) & 0x1F])
  }

  /// Changes the size of the window; the screen model keeps its own.
  public func resize(width: Int, height: Int) {
    Self.setSize(of: master, width: width, height: height)
  }

  /// The modes the program has left the terminal in.
  public var modes: termios {
    get {
      var modes = termios()
      unsafe tcgetattr(master, &modes)
      return modes
    }
    set {
      var modes = newValue
      unsafe tcsetattr(master, TCSANOW, &modes)
    }
  }

  /// Whether the terminal collects lines and echoes, as a shell's does.
  public var isCooked: Bool {
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Takes what the program has written, waiting for the first of it at most so long.
  @discardableResult public func pump(milliseconds: Int32) -> Bool {
    let bytes = read(milliseconds: milliseconds)
    raw += bytes
    screen.feed(bytes)
    return !bytes.isEmpty
  }

  /// Takes what the program has written, as `pump` does, but neither draws nor keeps it: for
  /// measurements, in which this side must cost nothing.
  public func read(milliseconds: Int32) -> [UInt8] {
    guard !isClosed, !hasEnded else {
      usleep(UInt32(milliseconds) * 1000)
      return []
    }
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&watched, 1, milliseconds) > 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(master, &chunk, chunk.count)
    // EIO: the last holder of the other side is gone. That is the end and no fault.
    if count == 0 || count < 0 && errno == EIO { hasEnded = true }
    return Array(chunk[..<max(count, 0)])
  }

  /// Waits until the screen is as wanted; put all that matters into the one condition.
  public func wait(
    for what: String, seconds: Double = 20, _ isReached: (Screen) -> Bool
  ) throws(Program.Failure) {
    let deadline = monotonicNow() + seconds * Program.patience
    while !isReached(screen) {
      guard !hasEnded, monotonicNow() < deadline else {
        throw .timeout("\(what): not reached; cursor \(screen.x),\(screen.y) in\n\(screen)")
      }
      pump(milliseconds: 20)
    }
  }

  /// Waits until the text stands on the screen.
  public func wait(forText text: String, seconds: Double = 20) throws(Program.Failure) {
    try wait(for: "'\(text)'", seconds: seconds) { $0.description.contains(text) }
  }

  /// Waits for the program's end; 128 and the signal for a violent one.
  public func exitCode(seconds: Double = 20) throws(Program.Failure) -> Int32 {
    let deadline = monotonicNow() + seconds * Program.patience
    var ended: Int32 = 0
    while status == nil {
      if unsafe waitpid(pid, &ended, WNOHANG) == pid {
        status = ended
      } else if monotonicNow() > deadline {
        throw .timeout("still running; screen is\n\(screen)")
      } else {
        pump(milliseconds: 5)
      }
    }
    while pump(milliseconds: 0) {}
    return Program.exitCode(ofStatus: status ?? ended)
  }

  private static func setSize(of master: Int32, width: Int, height: Int) {
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
