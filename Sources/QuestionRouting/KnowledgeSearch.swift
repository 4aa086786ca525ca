import PolicyModel

/// Finds clauses and topics by words.
///
/// A word counts the more the fewer texts have it, and a text the more of the words it has; equal
/// ones stay in the order of the knowledge, so that the same words always find the same things.
public struct KnowledgeSearch: Sendable {
  /// Something that was found.
  public enum Hit: Hashable, Sendable {
    case topic(Topic)
    case clause(Clause, Citation, of: Organisation)
  }

  private struct Entry: Sendable {
    let hit: Hit
    let words: Set<String>
  }

  private let entries: [Entry]
  /// In how many entries a word occurs.
  private let occurrences: [String: Int]

  /// A search over the topics, and the clauses of one organisation or of all.
  public init(_ knowledge: Knowledge, of organisation: Identifier<Organisation>? = nil) {
    var entries = Self.entries(of: knowledge.topics)
    for one in knowledge.organisations where one.id == organisation ?? one.id {
      for document in one.documents {
        for id in document.clauses.keys.sorted(by: Self.inPrintedOrder) {
          guard let clause = document.clauses[id] else { continue }
          let words = SearchWords.of("\(clause.gist) \(clause.anchor) \(clause.label)")
          let citation = Citation(document: document.id, clause: id)
          entries.append(Entry(hit: .clause(clause, citation, of: one), words: Set(words)))
        }
      }
    }
    self.entries = entries
    occurrences = entries.reduce(into: [:]) { counts, entry in
      for word in entry.words { counts[word, default: 0] += 1 }
    }
  }

  private static func entries(of topics: [Topic]) -> [Entry] {
    topics.map { topic in
      let text = "\(topic.title) \(topic.asks ?? "") \(topic.id)"
      return Entry(hit: .topic(topic), words: Set(SearchWords.of(text)))
    }
  }

  /// What the words find, best first.
  public func hits(for text: String, most: Int = 20) -> [Hit] {
    let wanted = Set(SearchWords.of(text))
    guard !wanted.isEmpty else { return [] }
    let scored = entries.enumerated().compactMap { index, entry -> (Int, Double)? in
      let score = wanted.reduce(0) { $0 + weight(of: $1, in: entry) }
      return score > 0 ? (index, score) : nil
    }
    return scored.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(most)
      .map { entries[$0.0].hit }
  }

  private func weight(of word: String, in entry: Entry) -> Double {
    if entry.words.contains(word) { return rarity(of: word) }
    // The beginning of a longer word is worth half as much, as people shorten.
    guard word.count > 3, let longer = entry.words.first(where: { $0.hasPrefix(word) }) else {
      return 0
    }
    return rarity(of: longer) / 2
  }

  private func rarity(of word: String) -> Double {
    (Double(entries.count + 1) / Double((occurrences[word] ?? 0) + 1)).squareRoot()
  }

  /// Clauses as a document counts them: 9 before 10, and 7.2 before 7.10.
  private static func inPrintedOrder(
    _ left: Identifier<Clause>, _ right: Identifier<Clause>
  ) -> Bool {
    let (a, b) = (left.text.split(separator: "."), right.text.split(separator: "."))
    for (x, y) in zip(a, b) where x != y {
      if let x = Int(x), let y = Int(y) { return x < y }
      return x < y
    }
    return a.count < b.count
  }
}
