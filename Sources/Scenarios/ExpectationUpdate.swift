import Diagnostics

/// The value that an expectation would have to have.
struct ExpectationUpdate: Sendable {
  enum Value: Sendable {
    case word(String)
    case list([String])
  }

  let value: Value
  let place: SourceLocation
  private let end: SourcePosition
  private let entries: [ListEntry]

  init<Present>(_ value: Value, instead present: Located<Present>) {
    self.value = value
    place = present.location
    end = present.end
    entries = present.entries
  }

  /// Writes the value in the place of the present one, in the same form where that can hold it.
  func apply(to text: inout EditableText, isTable: Bool) {
    let range = text.value(in: place.position..<end)
    switch value {
    case .word(let word) where isTable: text.replace(range, with: CSVReader.quoted(word))
    case .list(let words) where isTable:
      text.replace(range, with: CSVReader.quoted(words.joined(separator: "; ")))
    case .word(let word):
      text.replace(range, with: Self.word(word, like: text.text(in: range)))
    case .list(let words):
      if let lines = linesOfEntries(in: text) {
        replace(lines, by: words, in: &text)
      } else {
        let items = words.map { YAMLText.scalar($0) }
        let isAlone = entries.isEmpty && items.count == 1 && text.text(in: range).first != "["
        text.replace(range, with: isAlone ? items[0] : "[\(items.joined(separator: ", "))]")
      }
    }
  }

  /// A word in the quotes that stand around the present one.
  private static func word(_ word: String, like present: String) -> String {
    guard let quote = present.first, quote == "\"" || quote == "'" else {
      return YAMLText.scalar(word)
    }
    return "\(quote)\(word)\(quote)"
  }

  /// The lines of each entry with its dash, nil unless each has lines of its own.
  private func linesOfEntries(in text: EditableText) -> [Range<Int>]? {
    let column = place.position.column
    var first = place.position.line
    var lines: [Range<Int>] = []
    for entry in entries {
      // The dash may stand on a line above its text.
      let start = entry.range.lowerBound.line
      guard start >= first,
        let dash = text.lastLine(of: first...start, with: "-", at: column)
      else { return nil }
      let beginning = SourcePosition(line: dash, column: column)
      lines.append(text.lines(of: beginning..<entry.range.upperBound))
      first = start + 1
    }
    return lines.isEmpty ? nil : lines
  }

  /// Takes out the lines of entries that no longer hold, and adds a line for each new one.
  private func replace(_ lines: [Range<Int>], by words: [String], in text: inout EditableText) {
    let present = entries.map(\.text)
    let fitting = present.filter(words.contains)
    // In another order none can stay where it is.
    let kept = words.starts(with: fitting) ? fitting : []
    for (range, word) in zip(lines, present) where !kept.contains(word) {
      text.replace(range, with: "")
    }
    let column = place.position.column
    let indent = text.indent(ofLine: place.position.line, to: column) ?? ""
    // A list may be indented no further than its key; brackets have to be.
    let isLevel = text.indentation(above: place.position.line) == column - 1
    let added =
      words.isEmpty
      ? [indent + (isLevel ? "  []" : "[]")]
      : words.dropFirst(kept.count).map { "\(indent)- \(YAMLText.scalar($0))" }
    guard let end = lines.last?.upperBound, !added.isEmpty else { return }
    // The last line of a file need not have been ended.
    let isEnded = !kept.contains(present.last ?? "") || text.endsLine(before: end)
    text.replace(
      end..<end,
      with: (isEnded ? "" : text.lineEnd) + added.map { $0 + text.lineEnd }.joined())
  }
}
