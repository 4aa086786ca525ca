import Diagnostics

/// Reads tables as RFC 4180 describes them: cells between commas, in quotes where they contain commas,
/// quotes (doubled) or ends of lines.
struct CSVReader {
  struct Cell {
    let text: String
    let start: SourcePosition
    /// The place behind its last character, quotes included.
    let end: SourcePosition
  }

  private let scalars: String.UnicodeScalarView
  private let file: String
  private var index: String.Index
  private var cellsLeft = Self.mostCells
  private var cellLength = 0
  private var line = 1
  private var column = 1
  private(set) var diagnostics = FaultList()

  init(_ text: String, file: String) {
    scalars = text.unicodeScalars
    index = text.startIndex
    self.file = file
  }

  /// The next row that is not empty, nil at the end.
  mutating func nextRow() -> [Cell]? {
    while current != nil {
      // A scenario takes as much memory again as its cells.
      cellsLeft -= 10
      var cells = [nextCell()]
      while current == "," {
        advance()
        cells.append(nextCell())
      }
      skipEndOfLine()
      if cells.count > 1 || !cells[0].text.isEmpty { return cells }
    }
    return nil
  }

  private var position: SourcePosition { SourcePosition(line: line, column: column) }

  /// The character that is read next, nil at the end.
  private var current: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  private mutating func nextCell() -> Cell {
    let start = position
    cellsLeft -= 1
    cellLength = 0
    if cellsLeft < 0 {
      giveUp(
        "more than \(Self.mostCells) cells stand in the table", at: start,
        hint: "part it into several files")
    }
    var text = String.UnicodeScalarView()
    if current == "\"" {
      advance()
      while true {
        guard let scalar = current else {
          if cellLength > Self.longestCell { break }
          diagnostics.append(
            .table(
              "the quotes that open here never close",
              at: SourceLocation(file: file, position: start),
              hint: "close them, and double the quotes inside a cell"))
          break
        }
        advance()
        guard scalar == "\"" else {
          text.append(scalar)
          continue
        }
        guard current == "\"" else { break }
        text.append("\"")
        advance()
      }
      let end = position
      if let next = current, !endsCell(next) {
        diagnostics.append(
          .table(
            "something follows the closing quotes of a cell",
            at: SourceLocation(file: file, position: end),
            hint: "double the quotes inside a cell"))
        while let next = current, !endsCell(next) { advance() }
      }
      return Cell(text: String(text), start: start, end: end)
    }
    while let scalar = current, !endsCell(scalar) {
      text.append(scalar)
      advance()
    }
    return Cell(text: String(text), start: start, end: position)
  }

  /// The most cells of a table, where each row counts as ten more; thirty thousand scenarios have them.
  private static let mostCells = 600_000
  /// The most characters that a cell may have.
  private static let longestCell = 100_000

  /// Ends the reading: a table that is meant to do harm must cost neither memory nor time.
  private mutating func giveUp(_ why: String, at place: SourcePosition, hint: String) {
    diagnostics.append(
      .table(
        why + ", the rest is not read", at: SourceLocation(file: file, position: place), hint: hint)
    )
    index = scalars.endIndex
  }

  private func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\n" || scalar == "\r"
  }

  private mutating func skipEndOfLine() {
    if current == "\r" { advance() }
    if current == "\n" { advance() }
  }

  private mutating func advance() {
    let scalar = scalars[index]
    index = scalars.index(after: index)
    cellLength += 1
    if cellLength > Self.longestCell {
      giveUp(
        "a cell has more than \(Self.longestCell) characters", at: position,
        hint: "look for quotes that are not closed")
    }
    let endsLine = scalar == "\n" || scalar == "\r" && current != "\n"
    if endsLine {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  /// A text as a cell, in quotes if it needs them.
  static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
