/// A search through the lines of before: any part of a line, in any case, newest first.
struct HistorySearch: Equatable, Sendable {
  /// The lines to search, oldest first.
  let lines: [String]

  private(set) var query = ""
  private var skipped = 0

  /// Creates a search that shows the newest line until something is typed.
  init(lines: [String]) {
    self.lines = lines
  }

  /// The line found.
  var hit: String? {
    matches.dropFirst(skipped).first
  }

  /// What stands in place of the line while searching.
  var shown: String {
    "search '\(query)': \(hit ?? "(nothing earlier matches)")"
  }

  /// Adds to what is searched for.
  mutating func type(_ text: String) {
    query += text
    skipped = 0
  }

  /// Takes the last character back.
  mutating func eraseLast() {
    if !query.isEmpty { query.removeLast() }
    skipped = 0
  }

  /// Goes to the next older match; false when there is none.
  mutating func goOlder() -> Bool {
    guard skipped + 1 < matches.count else { return false }
    skipped += 1
    return true
  }

  private var matches: [String] {
    let wanted = query.lowercased()
    return lines.reversed().filter {
      let line = $0.lowercased()
      return wanted.isEmpty || line.indices.contains { line[$0...].starts(with: wanted) }
    }
  }
}
