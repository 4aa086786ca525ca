import YAMLReading

/// Trees written as YAML, in lines as authors write them.
enum YAMLText {
  /// Appends a tree that is a mapping.
  static func append(_ node: YAMLNode, indent: Int = 0, to text: inout String) {
    let margin = String(repeating: " ", count: indent)
    switch node.content {
    case .scalar(let scalar): text += margin + quoted(scalar) + "\n"
    case .sequence(let items):
      for item in items {
        text += margin + "-"
        appendValue(item, indent: indent + 2, to: &text)
      }
    case .mapping(let entries):
      for entry in entries {
        text += margin + quoted(entry.key) + ":"
        appendValue(entry.value, indent: indent + 2, to: &text)
      }
    }
  }

  private static func appendValue(_ node: YAMLNode, indent: Int, to text: inout String) {
    switch node.content {
    case .scalar(let scalar): text += " " + quoted(scalar) + "\n"
    case .sequence(let items) where items.isEmpty: text += " []\n"
    case .mapping(let entries) where entries.isEmpty: text += " {}\n"
    case .sequence, .mapping:
      text += "\n"
      append(node, indent: indent, to: &text)
    }
  }

  /// A text as it stands, or between single quotes where it would mean something else.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { isLetter($0) || isDigit($0) } ?? false
      && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || [32, 44, 45, 46].contains($0) }
      && text.utf8.last != 32
    // A line's end in a quoted text is folded, and is written twice.
    return isPlain
      ? text
      : "'" + text.replacing("'", with: "''").replacing("\n", with: "\n\n") + "'"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
