/// Cuts a stream of bytes into clean lines.
struct LineAssembler: Sendable {
  /// The most bytes a line may have; the rest of it is dropped.
  static let limit = 65_536

  private var current: [UInt8] = []
  private var wasCut = false
  private var ready: [String] = []

  /// Takes the next bytes of the stream.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        ready.append(finishLine())
      } else if current.count < Self.limit {
        current.append(byte)
      } else {
        wasCut = true
      }
    }
  }

  /// Answers the next whole line.
  mutating func nextLine() -> String? {
    ready.isEmpty ? nil : ready.removeFirst()
  }

  /// Answers what stands after the last line end, and forgets it; nil when nothing does.
  mutating func takeRest() -> String? {
    current.isEmpty ? nil : finishLine()
  }

  private mutating func finishLine() -> String {
    defer {
      current.removeAll(keepingCapacity: true)
      wasCut = false
    }
    if current.last == UInt8(ascii: "\r") { current.removeLast() }
    return CleanText.line(String(decoding: current.wholeScalars(wasCut), as: UTF8.self))
  }
}
