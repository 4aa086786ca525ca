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
        mark = String(repeating: " ", count: paragraph.indent - 2) + first.text
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
    pieces.map(\.markdown).joined()
      .replacing(#/^ +/#, with: "")
      .replacing(#/^[-+#]/#) { "\\\($0.output)" }
      .replacing(#/^(\d+)([.)])(?= |$)/#) { "\($0.1)\\\($0.2)" }
  }
}

extension StyledText.Piece {
  var markdown: String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let escaped = Diagnostic.printable(line).replacing(#/[\\`*_\[\]<>&~|$]/#) { "\\\($0.output)" }
    switch meaning {
    case .plain, .clause, .muted, .command: return escaped
    case .heading, .verdict:
      // Blanks inside the asterisks would keep them from being taken for emphasis.
      return escaped.replacing(#/^( *)(.*?\S)( *)$/#) { "\($0.1)**\($0.2)**\($0.3)" }
    }
  }
}
