import Diagnostics

/// A text whose parts can be replaced by their positions; everything else stays as it is.
struct EditableText {
  private let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]
  private var edits: [(range: Range<Int>, text: String)] = []
  /// What ends its first line, and so has to end new ones.
  let lineEnd: String

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case "\n", "\r": starts.append(index + 1)
      default: break
      }
    }
    lineStarts = starts
    lineEnd = LineEnds.first(in: text)
  }

  /// Where a position is, in scalars from the beginning; the end of the text where there is none.
  func offset(of position: SourcePosition) -> Int {
    guard position.line <= lineStarts.count else { return scalars.count }
    return min(lineStarts[position.line - 1] + position.column - 1, scalars.count)
  }

  /// Where a value stands, without the ends of lines behind it, which are the file's.
  func value(in range: Range<SourcePosition>) -> Range<Int> {
    let start = offset(of: range.lowerBound)
    var end = max(start, offset(of: range.upperBound))
    // A block scalar ends only where the next line begins that is not empty.
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  /// The blanks that begin a line, nil if something else stands before the column.
  func indent(ofLine line: Int, to column: Int) -> String? {
    let start = lineStarts[line - 1]
    let before = scalars[start..<min(start + column - 1, scalars.count)]
    return before.count == column - 1 && before.allSatisfy { $0 == " " } ? Self.text(before) : nil
  }

  /// The last of some lines in which a sign comes first, in a column.
  func lastLine(of lines: ClosedRange<Int>, with sign: Unicode.Scalar, at column: Int) -> Int? {
    lines.last { line in
      let place = lineStarts[line - 1] + column - 1
      return indent(ofLine: line, to: column) != nil && place < scalars.count
        && scalars[place] == sign
    }
  }

  /// How far the last line above another is indented that has something but blanks and a comment.
  func indentation(above line: Int) -> Int {
    for start in lineStarts[..<(line - 1)].reversed() {
      let blanks = scalars[start...].prefix { $0 == " " }
      guard blanks.endIndex < scalars.count else { continue }
      let first = scalars[blanks.endIndex]
      if first != "#", !first.properties.isWhitespace { return blanks.count }
    }
    return 0
  }

  /// The lines in which a value stands, with their ends.
  func lines(of range: Range<SourcePosition>) -> Range<Int> {
    let value = value(in: range)
    let last = max(value.lowerBound, value.upperBound - 1)
    let line = range.lowerBound.line
    return lineStarts[line - 1]..<(lineStarts[line...].first { $0 > last } ?? scalars.count)
  }

  /// Whether a line ends just before a place.
  func endsLine(before offset: Int) -> Bool { lineStarts.contains(offset) }

  func text(in range: Range<Int>) -> String { Self.text(scalars[range]) }

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, text))
  }

  /// The text with all replacements made.
  var edited: String {
    var result = ""
    var position = 0
    for (range, text) in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += Self.text(scalars[position..<range.lowerBound]) + text
      position = range.upperBound
    }
    return result + Self.text(scalars[position...])
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
