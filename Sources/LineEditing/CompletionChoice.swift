/// What the Tab key does with the completions it was given.
enum CompletionChoice: Equatable, Sendable {
  case nothing
  case replace(String)
  case list([Completion])

  /// Decides: one completion is taken, several go as far as they agree, else they are listed.
  init(_ found: [Completion], typed: String) {
    let found = found.map {
      Completion(text: CleanText.line($0.text), note: CleanText.line($0.note))
    }
    guard let first = found.first else {
      self = .nothing
      return
    }
    if found.count == 1 {
      self = .replace(first.text + " ")
      return
    }
    let common = Self.commonBeginning(of: found.map(\.text))
    // Where the caller matched words anywhere, what they share may be no longer what was typed.
    if common.count > typed.count, common.lowercased().hasPrefix(typed.lowercased()) {
      self = .replace(common)
    } else {
      self = .list(found)
    }
  }

  /// The rows of an aligned list, cut to the window.
  static func rows(_ found: [Completion], columns: Int, limit: Int) -> [String] {
    let widest = found.map { Terminal.displayWidth(of: $0.text) }.max() ?? 0
    // A lone long text must not push every note out of the window.
    let padded = min(widest, max(columns / 2, 1))
    var rows = found.prefix(max(limit, 1)).map { completion in
      let gap = max(0, padded - Terminal.displayWidth(of: completion.text))
      let note = completion.note.isEmpty ? "" : "  " + completion.note
      let row = "  " + completion.text + String(repeating: " ", count: gap) + note
      return trimmed(Terminal.prefix(of: row, columns: columns - 1))
    }
    if rows.count < found.count {
      let more = "  and \(found.count - rows.count) more"
      rows.append(Terminal.prefix(of: more, columns: columns - 1))
    }
    return rows
  }

  private static func commonBeginning(of texts: [String]) -> String {
    var common = texts.first ?? ""
    for text in texts.dropFirst() {
      while !text.lowercased().hasPrefix(common.lowercased()) { common.removeLast() }
    }
    return common
  }

  private static func trimmed(_ row: String) -> String {
    var row = row[...]
    while row.last == " " { row.removeLast() }
    return String(row)
  }
}
