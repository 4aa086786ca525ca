import PolicyModel

/// Goes through the examples for one sentence, and counts only what the sentence has.
///
/// That answers the first sentences soonest: to number all words first took twice as long, and three times
/// the memory.
struct ExampleScan {
  private let features: SentenceFeatures
  private let synonyms: SynonymTable
  private let beginnings: [UInt32]
  /// The words that may be wanted, with how the sentence sees each and, if it has it, how often it was met.
  private var known = WordTable(room: 4096)
  private var marks: [SentenceFeatures.Mark] = []
  private var occurrences: [Int32] = []
  /// A word in lower case, then its stem; to make room for each anew took half of the time of adding it.
  private var spelling: [UInt8] = []

  init(_ features: SentenceFeatures, _ synonyms: SynonymTable) {
    self.features = features
    self.synonyms = synonyms
    beginnings = features.beginnings
  }

  /// Counts the features of the sentence in every bag.
  mutating func count(_ bags: [ExampleQuestions]) -> FeatureCounts {
    var counts = FeatureCounts(features: features.count, bags: bags.count)
    let lines = ExampleLines(wanted: beginnings)
    for (bag, examples) in bags.enumerated() {
      let text = examples.bytes
      var tallies = [FeatureCounts.Tally](repeating: .init(), count: features.count)
      // An array would be asked at each feature whether it is shared.
      var counted = tallies.mutableSpan
      var lengths = FeatureCounts.Lengths()
      lines.forEach(in: text) { line, words in
        let weight = lengths.add(words: words.count)
        look(at: words, in: line, of: text, weight, &counted)
      }
      counts.add(tallies, in: bag)
      counts.add(lengths, to: bag)
    }
    return counts
  }

  /// Counts the features of a line.
  @inline(__always) private mutating func look(
    at words: FoundWords, in line: Range<Int>, of text: [UInt8], _ weight: Int64,
    _ tallies: inout MutableSpan<FeatureCounts.Tally>
  ) {
    let edge = UInt8(SentenceFeatures.edge)
    let bytes = text.span
    var previous = (stem: edge, number: -1)
    // The word with a meaning before, and where it ends.
    var content = (number: edge, end: line.lowerBound)
    for one in words.words {
      var end = one.start
      guard let word = WordScanner.nextInLine(in: bytes, from: &end) else { continue }
      let number = number(of: word, in: text)
      let mark = marks[number]
      if mark.isUnknown { continue }
      occurrences[number] += 1
      if mark.stem > 0 {
        let alone = features.word(mark.stem)
        if alone >= 0, mark.joining == 0 { tallies[alone].add(weight) }
        if previous.stem > 0, previous.number == one.number - 1 {
          let pair = features.pair(previous.stem, mark.stem)
          if pair >= 0 { tallies[pair].add(weight) }
        }
      }
      previous = (mark.stem, one.number)
      if mark.group > 0 { tallies[features.group(mark.group)].add(weight) }
      guard mark.joining == 0 else { continue }
      // Few pairs are the sentence's; only with those it matters what stands between.
      let pair = features.contentPair(content.number, mark.content)
      if pair >= 0, Lexicon.isJoining(bytes, content.end..<one.start) { tallies[pair].add(weight) }
      content = (mark.content, end)
    }
    if previous.stem > 0, previous.number == words.count - 1 {
      let pair = features.pair(previous.stem, edge)
      if pair >= 0 { tallies[pair].add(weight) }
    }
  }

  /// How often each word was met that the sentence has, by its hash.
  var met: [UInt64: Int32] {
    Dictionary(uniqueKeysWithValues: occurrences.indices.map { (known[$0], occurrences[$0]) })
  }

  @inline(__always) private mutating func number(
    of word: WordScanner.Word, in text: [UInt8]
  ) -> Int {
    let (number, isNew) = known.number(of: word.hash)
    if isNew { add(word, in: text) }
    return number
  }

  @inline(never) private mutating func add(_ word: WordScanner.Word, in text: [UInt8]) {
    occurrences.append(0)
    spelling.removeAll(keepingCapacity: true)
    WordScanner.appendLowercased(text, word.range, to: &spelling)
    WordForms.reduce(&spelling)
    let stem = Hash.of(spelling)
    marks.append(
      features.mark(
        of: stem, group: synonyms.group(of: stem), isJoining: Lexicon.isJoining(word.hash)))
  }
}
