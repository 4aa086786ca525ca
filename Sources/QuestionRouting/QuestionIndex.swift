import PolicyModel

/// The example questions, made ready to be compared with a sentence.
///
/// They are kept as one row of numbered words. That is quickly made, and quick enough to go through
/// for each sentence: only the words, synonyms and pairs of words that the sentence has are counted.
struct QuestionIndex {
  private struct Example {
    let bag: Int32
    /// Where its words end in the row.
    let end: Int32
    /// How much each of its features counts: a long example more than a short one in all, but not
    /// in proportion.
    let weight: Int64
  }

  /// The number of bags: one for each topic, then that of what belongs to none.
  let bagCount: Int
  let lexicon: Lexicon
  private let row: [Int32]
  private let examples: [Example]
  /// What the weights of all words of a bag add up to.
  private let totals: [Float]
  private let synonyms: SynonymTable

  init(_ words: Words) {
    let bags = words.questions.map(\.examples) + [words.elsewhere]
    bagCount = bags.count
    synonyms = SynonymTable(words.synonyms)
    let size = bags.reduce(0) { $0 + $1.bytes.count }
    var totals = [Float](repeating: 0, count: bags.count)
    var lexicon = Lexicon(room: size / 100)
    var examples: [Example] = []
    // No two words stand without something between them.
    row = [Int32](capacity: size / 2 + bags.count) { row in
      for (bag, added) in bags.enumerated() {
        let text = added.bytes
        let bytes = text.span
        var position = 0
        while position < bytes.count {
          let before = row.count
          if bytes[position] == UInt8(ascii: "#") {
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
          }
          lexicon.number(line: text, from: &position, into: &row)
          position += 1
          guard row.count > before else { continue }
          let length = Float(row.count - before).squareRoot()
          let weight = Int64(FeatureCounts.one / length)
          examples.append(Example(bag: Int32(bag), end: Int32(row.count), weight: weight))
          totals[bag] += length
        }
      }
    }
    lexicon.count(row)
    (self.lexicon, self.examples, self.totals) = (lexicon, examples, totals)
  }

  /// Reads a sentence as its words are compared.
  func read(_ sentence: [UInt8]) -> SentenceFeatures {
    var features = SentenceFeatures()
    var scanner = WordScanner(sentence, in: sentence.indices)
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(sentence, word.range)
      let isKnown = lexicon.isUsual(spelling)
      let meant = isKnown ? spelling : lexicon.mended(spelling)
      let stem = WordForms.stem(of: meant)
      let hash = Hash.of(stem)
      features.add(
        hash, beginning: Lexicon.beginning(of: stem, stem.indices), group: synonyms.group(of: hash),
        isJoining: Lexicon.isJoining(Hash.of(meant)), at: word.range)
    }
    features.finish(synonyms)
    return features
  }

  /// Counts every feature of the examples, see `CountedFeatures`.
  func counted() -> CountedFeatures {
    var counted = CountedFeatures()
    let words = lexicon.spellings.map { spelling in
      let stem = Hash.of(WordForms.stem(of: spelling))
      return (stem: stem, group: synonyms.group(of: stem))
    }
    var position = 0
    for example in examples {
      func add(_ key: UInt64) { counted.add(key, bag: example.bag, weight: example.weight) }
      var previous = FeatureKey.edge
      var previousContent = FeatureKey.edge
      while position < Int(example.end) {
        let number = Int(row[position])
        let word = words[number]
        position += 1
        add(FeatureKey.word(word.stem))
        add(FeatureKey.pair(previous, word.stem))
        previous = word.stem
        if word.group > 0 { add(FeatureKey.group(word.group)) }
        guard !lexicon.isJoining[number] else { continue }
        let content = FeatureKey.content(word.stem, word.group)
        add(FeatureKey.contentPair(previousContent, content))
        previousContent = content
      }
      add(FeatureKey.pair(previous, FeatureKey.edge))
    }
    counted.finish()
    return counted
  }

  /// Counts the features of a sentence in every bag.
  func count(_ features: SentenceFeatures, by counted: CountedFeatures) -> FeatureCounts {
    var counts = FeatureCounts(features: features.count, totals: totals, examples: examples.count)
    counted.count(features.keys, into: &counts)
    return counts
  }

  /// Counts the features of a sentence in every bag by going through all examples.
  func count(_ features: SentenceFeatures) -> FeatureCounts {
    let marks = features.marks(of: lexicon)
    var counts = FeatureCounts(features: features.count, totals: totals, examples: examples.count)
    let edge = UInt8(SentenceFeatures.edge)
    var position = 0
    let row = row
    for example in examples {
      let end = Int(example.end)
      counts.begin(bag: Int(example.bag), weight: example.weight)
      var previous = edge
      var previousContent = edge
      while position < end {
        let mark = marks[Int(row[position])]
        position += 1
        // Most words are not in the sentence; this way is kept short, as it takes nearly all the time.
        if mark.isUnknown {
          previous = 0
          previousContent &= mark.joining
          continue
        }
        if mark.stem > 0 {
          counts.add(features.word(mark.stem))
          if previous > 0 { counts.add(features.pair(previous, mark.stem)) }
        }
        previous = mark.stem
        if mark.group > 0 { counts.add(features.group(mark.group)) }
        guard mark.joining == 0 else { continue }
        if previousContent > 0 {
          counts.add(features.contentPair(previousContent, mark.content))
        }
        previousContent = mark.content
      }
      if previous > 0 { counts.add(features.pair(previous, edge)) }
    }
    return counts
  }
}
