import Diagnostics

/// What is kept of the text of a file, which takes a fraction of the time to read.
public struct KeptText: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// How many lines the kept bytes have, and how many of the file were left out so far.
  private var kept = 0
  private var leftOut = 0
  /// The first kept line behind each place where some were left out, and how many were up to there.
  private var gaps: [(line: Int, leftOut: Int)] = []

  init() {}

  /// A whole text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Keeps a line, or the beginning of one, and what ends it.
  mutating func keep(_ line: ArraySlice<UInt8>, isEnded: Bool) {
    if leftOut > gaps.last?.leftOut ?? 0 { gaps.append((kept + 1, leftOut)) }
    bytes += line
    guard isEnded else { return }
    bytes.append(UInt8(ascii: "\n"))
    kept += 1
    // libyaml takes other signs for ends of lines as well.
    if line.contains(where: { $0 == UInt8(ascii: "\r") || $0 >= 0x80 }) {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      kept += SourcePosition(after: scalars).line - (line.last == UInt8(ascii: "\r") ? 2 : 1)
    }
  }

  /// Leaves out a line.
  mutating func leaveOut() { leftOut += 1 }

  /// Where a place in the kept bytes stands in the file.
  func original(_ position: SourcePosition) -> SourcePosition {
    var (low, high) = (0, gaps.count)
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].line <= position.line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return position }
    return SourcePosition(line: position.line + gaps[low - 1].leftOut, column: position.column)
  }

  /// The same without a byte order mark, which is no part of the text: no editor counts it.
  var withoutMark: KeptText {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return self }
    var text = self
    text.bytes.removeFirst(3)
    return text
  }
}
