import PolicyModel

/// Chooses the few words by which each part of a document can be found.
struct AnchorChoice {
  /// In how many lines of a part, and words of a line, a choice is looked for.
  private static let mostLines = 20
  private static let mostWords = 80
  private static let mostCharacters = 80
  /// How often some words in a row stand in a paragraph with all its bullets.
  private var counts: [Identifier<Clause>: [String: Int]] = [:]

  init(_ outline: DocumentOutline) {
    for (id, pieces) in outline.pieces {
      for piece in pieces {
        let words = Self.words(piece)
        for size in 2...4 {
          for run in Self.runs(of: words, size: size) {
            counts[Self.group(of: id), default: [:]][run, default: 0] += 1
          }
        }
      }
    }
  }

  /// At most five words in a row of a part, in one of its lines, if possible nowhere else near it.
  func anchor(of id: Identifier<Clause>, in outline: DocumentOutline) -> String {
    let pieces = outline.pieces[id] ?? []
    let lines = pieces.prefix(Self.mostLines).map { Array(Self.words($0).prefix(Self.mostWords)) }
    let group = counts[Self.group(of: id)] ?? [:]
    for size in [3, 4, 2] {
      let runs = lines.flatMap { Self.runs(of: $0, size: size) }
        .filter { group[$0] == 1 && Self.isPlain($0) }
      if let telling = runs.first(where: Self.isTelling) ?? runs.first {
        let anchor = Self.trimmed(telling)
        if outline.has(anchor, in: id) { return anchor }
      }
    }
    // Odd characters may join with the blanks around them, so that words are not what they seem.
    let whole = Self.trimmed((lines.first ?? []).prefix(5).joined(separator: " "))
    let rest = lines.joined().lazy.map(String.init)
    return outline.has(whole, in: id) ? whole : rest.first { outline.has($0, in: id) } ?? whole
  }

  /// The paragraph to which a bullet belongs.
  private static func group(of id: Identifier<Clause>) -> Identifier<Clause> {
    let parts = id.text.split(separator: ".")
    return Identifier(parts.prefix(Swift.max(1, Swift.min(2, parts.count))).joined(separator: "."))
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  private static func runs(of words: [Substring], size: Int) -> [String] {
    guard words.count >= size else { return [] }
    return (0...words.count - size).map { words[$0..<$0 + size].joined(separator: " ") }
  }

  /// Whether the words hold no signs of Markdown and nothing invisible.
  private static func isPlain(_ run: String) -> Bool {
    !run.contains { "*[]()<>#|`_\\\"".contains($0) }
      && run.unicodeScalars.allSatisfy {
        $0.value >= 32 && $0.properties.generalCategory != .format
      }
  }

  /// Whether two of the words are long, so that they tell something.
  private static func isTelling(_ run: String) -> Bool {
    run.split(separator: " ").count { $0.count > 4 } > 1
  }

  /// Without the punctuation at either end.
  private static func trimmed(_ run: String) -> String {
    func isEdge(_ character: Character) -> Bool { !(character.isLetter || character.isNumber) }
    let inner = run.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    // Words without a blank for a whole line are no words that anybody would look for.
    return String((inner.isEmpty ? run : String(inner)).prefix(mostCharacters))
  }
}
