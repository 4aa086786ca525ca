import CEditLineShims

/// The one way for text to the standard streams: through the files libedit writes to itself.
///
/// Text from two writers with buffers of their own would arrive out of order.
public struct TerminalOutput: Equatable, Sendable {
  private let descriptor: Int32

  /// Standard output.
  public static let standardOutput = TerminalOutput(descriptor: 1)

  /// Standard error.
  public static let standardError = TerminalOutput(descriptor: 2)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes text as it is; it may wait in a buffer until `flush`.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe askfirst_put(descriptor, $0, bytes.count)
      }
    }
  }

  /// Writes bytes as they are, in the same way.
  public func write(bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        unsafe askfirst_put(descriptor, $0, buffer.count)
      }
    }
  }

  /// Sends what waits; false once anything was lost, as to a closed pipe or a full disk.
  @discardableResult public func flush() -> Bool {
    askfirst_flush(descriptor)
  }

  /// Whether the stream ends at a terminal.
  public var isTerminal: Bool {
    Terminal.isTerminal(descriptor)
  }
}
