import Diagnostics
import PolicyModel

extension Page {
  /// Adds a heading with a list beneath it, or nothing where the list is empty.
  mutating func addSection(
    _ heading: String, _ items: [StyledText], isNumbered: Bool = false
  ) {
    guard !items.isEmpty else { return }
    addHeading(heading)
    for (index, item) in items.enumerated() {
      addItem(isNumbered ? "\(index + 1)." : "-", item, width: isNumbered ? 3 : 2)
    }
  }

  /// The page in CommonMark, one line for each paragraph.
  var markdown: String {
    var text = ""
    var wasItem = false
    for paragraph in paragraphs.compactMap(\.self) {
      let pieces = paragraph.text.pieces
      let isItem = paragraph.hanging > paragraph.indent
      let isHeading = pieces.count == 1 && pieces.first?.meaning == .heading
      var mark = isHeading ? (text.isEmpty ? "# " : "## ") : ""
      var body = paragraph.text
      if isItem, let first = pieces.first {
        // A list within a list begins below the text of the item that it belongs to.
        let sign = first.text.replacing("•", with: "-")
        mark = String(repeating: " ", count: paragraph.indent - 2) + sign
        body.pieces.removeFirst()
      }
      if !text.isEmpty { text += wasItem && isItem ? "\n" : "\n\n" }
      text += mark + (isHeading ? StyledText(body.plain) : body).markdown
      wasItem = isItem
    }
    return text + "\n"
  }
}

extension StyledText {
  /// The text on one line of CommonMark, with nothing in it taken for markup.
  var markdown: String {
    let line = pieces.map(\.markdown).joined().drop { $0 == " " }
    guard let first = line.first else { return "" }
    if "-+#".contains(first) { return "\\" + line }
    // A number with a point or bracket behind it begins a list.
    let number = line.prefix { ("0"..."9").contains($0) }
    let rest = line[number.endIndex...]
    guard !number.isEmpty, let mark = rest.first, ".)".contains(mark),
      rest.count == 1 || rest.dropFirst().first == " "
    else { return String(line) }
    return number + "\\" + rest
  }
}

extension StyledText.Piece {
  var markdown: String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    var escaped = ""
    for scalar in Diagnostic.printable(line).unicodeScalars {
      if "\\`*_[]<>&~|$".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    switch meaning {
    case .plain, .clause, .muted, .command: return escaped
    case .heading, .verdict:
      // Blanks inside the asterisks would keep them from being taken for emphasis.
      let start = escaped.prefix { $0 == " " }
      let end = escaped.reversed().prefix { $0 == " " }.count
      let words = escaped[start.endIndex...].dropLast(end)
      guard let last = words.last, !last.isWhitespace else { return escaped }
      return "\(start)**\(words)**" + String(repeating: " ", count: end)
    }
  }
}
