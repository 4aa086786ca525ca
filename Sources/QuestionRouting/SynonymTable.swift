import PolicyModel

/// Which words count as one and the same.
struct SynonymTable {
  /// The groups of stems, numbered from 1.
  private var groups: [UInt64: Int] = [:]
  /// The stems of each group, with their first three letters.
  private(set) var members: [[(stem: UInt64, beginning: UInt32)]] = [[]]

  init(_ synonyms: [Words.Synonyms]) {
    for group in synonyms {
      members.append([])
      for word in group.words.texts where !word.utf8.contains(UInt8(ascii: " ")) {
        let stem = WordForms.stem(of: Array(word.lowercased().utf8))
        let hash = Hash.of(stem)
        // A word stands in the group that names it first.
        guard groups[hash] == nil else { continue }
        groups[hash] = members.count - 1
        members[members.count - 1].append((hash, Lexicon.beginning(of: stem, stem.indices)))
      }
    }
  }

  /// The number of a stem's group, 0 if it is in none.
  func group(of stem: UInt64) -> Int { groups[stem] ?? 0 }
}
