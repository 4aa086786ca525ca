import PolicyModel

/// The phrases by which the options of some facts are heard, by how the longest word of each begins.
///
/// There are thousands, and long words stand in few sentences: of one in thirty it has to be looked closer
/// whether all its words do.
struct PhraseIndex: Sendable {
  /// Where a phrase stands among those of its option.
  struct Entry: Sendable {
    /// The fact and the option, as positions.
    let fact: Int
    let option: Int
    let range: Range<Int>
  }

  private let entries: [Entry]
  /// Behind the last entry of each beginning.
  private let ends: [Int]

  /// The place of phrases without a word that surely begins as its stem does.
  private static let unsure = WordBeginning.pairs

  init(_ facts: [Fact]) {
    var entries: [Entry] = []
    var places: [Int] = []
    var ends = [Int](repeating: 0, count: WordBeginning.pairs + 1)
    for (fact, asked) in facts.enumerated() {
      for (option, choice) in asked.options.enumerated() {
        let text = choice.heardAs.bytes.span
        choice.heardAs.forEachRange { range in
          let place = Self.place(of: text, range)
          entries.append(Entry(fact: fact, option: option, range: range))
          places.append(place)
          ends[place] += 1
        }
      }
    }
    // Each begins where the one before it ends; then each end is where the next entry belongs.
    var start = 0
    for place in ends.indices { (ends[place], start) = (start, start + ends[place]) }
    var sorted = entries
    for (entry, place) in zip(entries, places) {
      sorted[ends[place]] = entry
      ends[place] += 1
    }
    self.entries = sorted
    self.ends = ends
  }

  /// Calls a closure with the phrases that may stand in a sentence with such beginnings, and perhaps others.
  func forEach(in beginnings: SentenceBeginnings, _ body: (Entry) -> Void) {
    for place in beginnings.pairs + [Self.unsure] {
      for entry in entries[(place == 0 ? 0 : ends[place - 1])..<ends[place]] { body(entry) }
    }
  }

  private static func place(of text: Span<UInt8>, _ phrase: Range<Int>) -> Int {
    var place = unsure
    var longest = 0
    PhraseList.allParts(of: phrase, in: text) { word in
      if word.count > longest, SentenceBeginnings.isSure(text, word),
        word.allSatisfy({ WordScanner.isPlain(text[$0]) })
      {
        longest = word.count
        place = WordBeginning.pair(text[word.lowerBound], text[word.lowerBound + 1])
      }
      return true
    }
    return place
  }
}
