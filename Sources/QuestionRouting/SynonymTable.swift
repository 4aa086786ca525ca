import PolicyModel

/// Which words count as one and the same.
struct SynonymTable {
  /// The groups of stems, numbered from 1.
  private var groups: [UInt64: Int] = [:]
  /// How the words of each group begin.
  private(set) var beginnings: [[UInt32]] = [[]]

  init(_ synonyms: [Words.Synonyms]) {
    for group in synonyms {
      beginnings.append([])
      for word in group.words.texts where !word.utf8.contains(UInt8(ascii: " ")) {
        let stem = WordForms.stem(of: Array(word.lowercased().utf8))
        let hash = Hash.of(stem)
        // A word stands in the group that names it first.
        guard groups[hash] == nil else { continue }
        groups[hash] = beginnings.count - 1
        beginnings[beginnings.count - 1].append(WordBeginning.of(stem))
      }
    }
  }

  /// The number of a stem's group, 0 if it is in none.
  func group(of stem: UInt64) -> Int { groups[stem] ?? 0 }
}
