import Glibc

/// The numbers of the signals that end a read.
enum Signal {
  static let terminate = SIGTERM
  static let hangUp = SIGHUP
}

/// Standard input and the signals, waited for together.
struct InputPort: Sendable {
  /// Why waiting ended.
  enum Wakeup: Equatable {
    case input(isHungUp: Bool)
    case signal
    case timeout
    case failure
  }

  /// What a read brought.
  enum Arrival: Equatable {
    case bytes([UInt8])
    case end
    case failure(Int32)
  }

  let descriptor: Int32
  let signals: SignalInbox

  /// Waits until there is something; a negative time waits for ever.
  func wait(milliseconds: Int32) -> Wakeup {
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = unsafe poll(&watched, 2, milliseconds)
    if count < 0 { return errno == EINTR ? .signal : .failure }
    if count == 0 { return .timeout }
    if watched[1].revents != 0 {
      // Emptied before the bits are taken: a signal in between leaves its byte for the next wait.
      var sink = [UInt8](repeating: 0, count: 64)
      _ = unsafe Glibc.read(signals.descriptor, &sink, sink.count)
      return .signal
    }
    return .input(isHungUp: watched[0].revents & Int16(POLLHUP) != 0)
  }

  /// Reads what is there; nil when there turned out to be nothing.
  func read() -> Arrival? {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
    if count > 0 { return .bytes(Array(chunk[..<count])) }
    if count == 0 { return .end }
    return errno == EINTR || errno == EAGAIN ? nil : .failure(errno)
  }
}
