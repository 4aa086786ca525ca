import PolicyModel

/// All features of the examples, counted beforehand.
struct CountedExamples: Sendable {
  let lexicon: Lexicon
  private var counted = CountedFeatures()
  /// What the weights of all words of each bag add up to, and how many examples there are.
  private var empty: FeatureCounts

  init(_ bags: [ExampleQuestions], _ lexicon: Lexicon, _ synonyms: SynonymTable) {
    self.lexicon = lexicon
    let words = lexicon.spellings.map { spelling in
      let stem = Hash.of(WordForms.stem(of: spelling))
      return (
        stem: stem, group: synonyms.group(of: stem), isJoining: Lexicon.isJoining(Hash.of(spelling))
      )
    }
    var counted = CountedFeatures()
    var lengths = bags.map { _ in FeatureCounts.Lengths() }
    var line: [UInt64] = []
    var previous = FeatureKey.edge
    var previousContent = FeatureKey.edge
    bags.forEachWord { word, _ in
      guard let number = lexicon.number(of: word.hash) else { return }
      let (stem, group, isJoining) = words[number]
      if !isJoining { line.append(FeatureKey.word(stem)) }
      line.append(FeatureKey.pair(previous, stem))
      previous = stem
      if group > 0 { line.append(FeatureKey.group(group)) }
      guard !isJoining else { return }
      let content = FeatureKey.content(stem, group)
      line.append(FeatureKey.contentPair(previousContent, content))
      previousContent = content
    } endOfLine: { bag, words in
      line.append(FeatureKey.pair(previous, FeatureKey.edge))
      let weight = lengths[bag].add(words: words)
      for key in line { counted.add(key, bag: Int32(bag), weight: weight) }
      line.removeAll(keepingCapacity: true)
      (previous, previousContent) = (FeatureKey.edge, FeatureKey.edge)
    }
    counted.finish()
    var counts = FeatureCounts(features: 0, bags: bags.count)
    for (bag, lengths) in lengths.enumerated() { counts.add(lengths, to: bag) }
    (self.counted, empty) = (counted, counts)
  }

  /// Counts the features of a sentence in every bag.
  func count(_ features: SentenceFeatures) -> FeatureCounts {
    var counts = empty.with(features: features.count)
    counted.count(features.keys, into: &counts)
    return counts
  }
}
