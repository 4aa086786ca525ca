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

  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var diagnostics = FaultList()

  init(_ text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
  }

  /// The next row that is not empty, nil at the end.
  mutating func nextRow() -> [Cell]? {
    while index < scalars.count {
      var cells = [nextCell()]
      while index < scalars.count, scalars[index] == "," {
        advance()
        cells.append(nextCell())
      }
      skipEndOfLine()
      if cells.count > 1 || !cells[0].text.isEmpty { return cells }
    }
    return nil
  }

  private var position: SourcePosition { SourcePosition(line: line, column: column) }

  private mutating func nextCell() -> Cell {
    let start = position
    var text = String.UnicodeScalarView()
    if index < scalars.count, scalars[index] == "\"" {
      advance()
      while true {
        guard index < scalars.count else {
          diagnostics.append(
            .table(
              "the quotes that open here never close",
              at: SourceLocation(file: file, position: start),
              hint: "close them, and double the quotes inside a cell"))
          break
        }
        let scalar = scalars[index]
        advance()
        guard scalar == "\"" else {
          text.append(scalar)
          continue
        }
        guard index < scalars.count, scalars[index] == "\"" else { break }
        text.append("\"")
        advance()
      }
      let end = position
      if index < scalars.count, !endsCell(scalars[index]) {
        diagnostics.append(
          .table(
            "something follows the closing quotes of a cell",
            at: SourceLocation(file: file, position: end),
            hint: "double the quotes inside a cell"))
        while index < scalars.count, !endsCell(scalars[index]) { advance() }
      }
      return Cell(text: String(text), start: start, end: end)
    }
    while index < scalars.count, !endsCell(scalars[index]) {
      text.append(scalars[index])
      advance()
    }
    return Cell(text: String(text), start: start, end: position)
  }

  private func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\n" || scalar == "\r"
  }

  private mutating func skipEndOfLine() {
    if index < scalars.count, scalars[index] == "\r" { advance() }
    if index < scalars.count, scalars[index] == "\n" { advance() }
  }

  private mutating func advance() {
    let scalar = scalars[index]
    index += 1
    let endsLine =
      scalar == "\n" || scalar == "\r" && !(index < scalars.count && scalars[index] == "\n")
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
