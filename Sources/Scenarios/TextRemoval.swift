import Diagnostics

/// A part of a YAML text that is taken out with the signs that part it from its neighbours.
public struct TextRemoval: Sendable {
  public enum Part: Sendable {
    /// An entry of a list.
    case entry
    /// A field, of whose value the place is known.
    case field
  }

  let part: Part
  let range: Range<SourcePosition>

  /// The part that stands there; an entry's end need not be known.
  public init(_ part: Part, from start: SourcePosition, to end: SourcePosition) {
    self.part = part
    range = start..<max(start, end)
  }

  /// The text without some parts; the rest stays as it is.
  static func apply(_ removals: [TextRemoval], to text: String) -> String {
    // The last first, as it moves nothing that stands before it.
    removals.sorted { $0.range.lowerBound > $1.range.lowerBound }
      .reduce(text) { $1.removed(from: $0) }
  }

  private func removed(from text: String) -> String {
    let editable = EditableText(text)
    let scalars = Array(text.unicodeScalars)
    var start = editable.offset(of: range.lowerBound)
    var end = editable.offset(of: range.upperBound)
    guard start < scalars.count else { return text }
    let line = start - (range.lowerBound.column - 1)
    switch part {
    case .entry:
      while end < scalars.count, !",]\r\n #".unicodeScalars.contains(scalars[end]) { end += 1 }
    case .field:
      // Back over the blanks and the colon to the beginning of the key.
      while start > line, " :".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
      while start > line, !" ,{".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    }
    let before = scalars[line..<start].filter { $0 != " " }
    let isAlone = part == .entry ? before == ["-"] : before.isEmpty
    if isAlone {
      let lines = editable.lines(of: range)
      return Self.text(scalars[..<lines.lowerBound] + scalars[lines.upperBound...])
    }
    // Between brackets one comma goes with it: the next, or for the last entry the one before.
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \r\n".unicodeScalars.contains(scalar) }
    var next = end
    while next < scalars.count, isBlank(scalars[next]) { next += 1 }
    if next < scalars.count, scalars[next] == "," {
      end = next + 1
      while end < scalars.count, isBlank(scalars[end]) { end += 1 }
    } else {
      var last = start
      while last > 0, isBlank(scalars[last - 1]) { last -= 1 }
      if last > 0, scalars[last - 1] == "," { start = last - 1 }
    }
    return Self.text(scalars[..<start] + scalars[end...])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
