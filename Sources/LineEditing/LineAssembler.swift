/// Cuts a stream of bytes into clean lines.
struct LineAssembler: Sendable {
  /// The most bytes a line may have; the rest of it is dropped, and `isCut` says so.
  static let limit = 65_536

  private var current: [UInt8] = []
  private var wasCut = false
  private var ready: [(text: String, wasCut: Bool)] = []
  /// Whether the line given last is only the beginning of what was typed.
  private(set) var isCut = false

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
    ready.isEmpty ? nil : give(ready.removeFirst())
  }

  /// Answers what stands after the last line end, and forgets it; nil when nothing does.
  mutating func takeRest() -> String? {
    current.isEmpty ? nil : give(finishLine())
  }

  private mutating func give(_ line: (text: String, wasCut: Bool)) -> String {
    isCut = line.wasCut
    return line.text
  }

  private mutating func finishLine() -> (text: String, wasCut: Bool) {
    defer {
      current.removeAll(keepingCapacity: true)
      wasCut = false
    }
    if current.last == UInt8(ascii: "\r") { current.removeLast() }
    let text = String(decoding: current.wholeScalars(wasCut), as: UTF8.self)
    return (CleanText.line(text), wasCut)
  }
}
