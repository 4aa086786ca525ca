import PolicyModel

/// Which words count as one and the same.
struct SynonymTable {
  private var stems = WordTable(room: 1024)
  /// The group of each stem, numbered from 1.
  private var groups: [Int] = []
  /// How the words of each group begin.
  private(set) var beginnings: [[UInt32]] = [[]]

  init(_ synonyms: [Words.Synonyms]) {
    for group in synonyms {
      beginnings.append([])
      let text = group.words.bytes
      group.words.forEachRange { word in
        guard !text[word].contains(UInt8(ascii: " ")) else { return }
        let stem = WordForms.stem(of: WordScanner.lowercased(text, word))
        // A word stands in the group that names it first.
        guard stems.number(of: Hash.of(stem)).isNew else { return }
        groups.append(beginnings.count - 1)
        beginnings[beginnings.count - 1].append(WordBeginning.of(stem))
      }
    }
  }

  /// The number of a stem's group, 0 if it is in none.
  func group(of stem: UInt64) -> Int { stems.existingNumber(of: stem).map { groups[$0] } ?? 0 }
}
