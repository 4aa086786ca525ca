import Diagnostics

/// A text whose parts can be replaced by their positions; everything else stays as it is.
struct EditableText {
  private let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]
  private var edits: [(range: Range<Int>, text: String)] = []

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
  }

  /// Where a position is, in scalars from the beginning; the end of the text where there is none.
  func offset(of position: SourcePosition) -> Int {
    guard position.line <= lineStarts.count else { return scalars.count }
    return min(lineStarts[position.line - 1] + position.column - 1, scalars.count)
  }

  /// The lines that a range of positions touches, with their ends.
  func lines(of range: Range<SourcePosition>) -> Range<Int> {
    // A block scalar ends at the beginning of a line, which is not part of it.
    let last =
      range.upperBound.column == 1 && range.upperBound.line > range.lowerBound.line
      ? range.upperBound.line - 1 : range.upperBound.line
    let end = last < lineStarts.count ? lineStarts[last] : scalars.count
    return lineStarts[range.lowerBound.line - 1]..<end
  }

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
