import PolicyModel

/// Chooses the few words by which each part of a document can be found.
struct AnchorChoice {
  /// At how many words of a part a choice is looked for.
  private static let mostWords = 80
  /// How often some words in a row stand in a paragraph with all its bullets.
  private var counts: [Identifier<Clause>: [String: Int]] = [:]

  init(_ outline: DocumentOutline) {
    for (id, text) in outline.parts {
      let words = Self.words(text)
      var group = counts[Self.group(of: id)] ?? [:]
      for size in 2...4 {
        for run in Self.runs(of: words, size: size) { group[run, default: 0] += 1 }
      }
      counts[Self.group(of: id)] = group
    }
  }

  /// At most five words in a row of a part, if possible found nowhere else near it.
  func anchor(of id: Identifier<Clause>, _ text: String) -> String {
    let words = Array(Self.words(text).prefix(Self.mostWords))
    let group = counts[Self.group(of: id)] ?? [:]
    for size in [3, 4, 2] {
      let runs = Self.runs(of: words, size: size).filter { group[$0] == 1 && Self.isPlain($0) }
      if let telling = runs.first(where: Self.isTelling) ?? runs.first {
        return Self.trimmed(telling)
      }
    }
    return Self.trimmed(words.prefix(5).joined(separator: " "))
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
    return inner.isEmpty ? run : String(inner)
  }
}
