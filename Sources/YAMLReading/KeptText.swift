import Diagnostics

/// What is kept of the text of a file, which takes a fraction of the time to read.
public struct KeptText: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// How many lines the kept bytes have, and how many of the file were left out so far.
  private var kept = 0
  private var leftOut = 0
  /// The first kept line behind each place where some were left out, and how many were up to there.
  private var gaps: [(line: Int, leftOut: Int)] = []

  /// The values that stand beside the bytes, in their order.
  private(set) var folded: [FoldedValue] = []
  private(set) var foldedBytes: [UInt8] = []

  /// A value in place of which the bytes have an empty text.
  struct FoldedValue: Sendable {
    /// Where it begins among the kept bytes.
    let start: SourcePosition
    /// What follows it in the file.
    let end: SourcePosition
    /// Where it stands among the folded bytes.
    let range: Range<Int>
  }

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
    // A return alone ends a line as well.
    if !line.span.isPlain {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      kept += SourcePosition(after: scalars).line - (line.last == UInt8(ascii: "\r") ? 2 : 1)
    }
  }

  /// Leaves out a line.
  mutating func leaveOut() { leftOut += 1 }

  /// The same with the values of simple entries such as `key: >-` beside it: libyaml goes through such a
  /// text letter by letter, which takes most of the time of all reading.
  func withFoldedValuesBeside() -> KeptText {
    var text = KeptText()
    var taken = 0
    var gap = 0
    var start = 0
    while start < bytes.count {
      while gap < gaps.count, gaps[gap].line <= text.kept + taken + 1 { gap += 1 }
      text.leftOut = taken + (gap > 0 ? gaps[gap - 1].leftOut : 0)
      let end = bytes.endOfLine(from: start)
      if let key = bytes.foldedKey(in: start..<end),
        let value = bytes.foldedLines(from: end + 1, deeperThan: key.lowerBound - start)
      {
        let first = text.foldedBytes.count
        for line in value.lines {
          if text.foldedBytes.count > first { text.foldedBytes.append(UInt8(ascii: " ")) }
          text.foldedBytes += bytes[line]
        }
        let next = text.kept + taken + 1 + value.lines.count + value.emptyLines + 1
        text.folded.append(
          FoldedValue(
            start: SourcePosition(line: text.kept + 1, column: key.upperBound + 3 - start),
            end: original(SourcePosition(line: next, column: 1)),
            range: first..<text.foldedBytes.count))
        text.keep(bytes[start..<key.upperBound] + Array(": ''".utf8), isEnded: true)
        taken += value.lines.count
        start = value.end
      } else {
        text.keep(bytes[start..<end], isEnded: end < bytes.count)
        start = end + 1
      }
    }
    return text
  }

  /// Where a place in the kept bytes stands in the file.
  func original(_ position: SourcePosition) -> SourcePosition {
    var gap = 0
    return original(position, from: &gap)
  }

  /// The same, given how many gaps stand before a place near by, which is mostly the number for this one.
  func original(_ position: SourcePosition, from gap: inout Int) -> SourcePosition {
    if gap > 0 && gaps[gap - 1].line > position.line
      || gap < gaps.count && gaps[gap].line <= position.line
    {
      var (low, high) = (0, gaps.count)
      while low < high {
        let middle = (low + high) / 2
        if gaps[middle].line <= position.line { low = middle + 1 } else { high = middle }
      }
      gap = low
    }
    guard gap > 0 else { return position }
    return SourcePosition(line: position.line + gaps[gap - 1].leftOut, column: position.column)
  }

  /// The same without a byte order mark, which is no part of the text: no editor counts it.
  var withoutMark: KeptText {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return self }
    var text = self
    text.bytes.removeFirst(3)
    return text
  }
}
