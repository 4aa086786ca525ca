import PolicyModel

/// Goes through the examples for one sentence, and counts only what the sentence has.
///
/// That answers the first sentences soonest: to number all words first took twice as long, and three times
/// the memory.
struct ExampleScan {
  private let features: SentenceFeatures
  private let synonyms: SynonymTable
  /// Which words may be in the sentence, and which are looked at, as they may join others as well, by the
  /// slots of their beginnings; a few more are than need be.
  private var isWanted = [Bool](repeating: false, count: WordBeginning.slots)
  private var isLookedAt: [Bool]
  /// The words looked at, with how the sentence sees each and, if it has it, how often it was met.
  private var words = WordTable(room: 4096)
  private var marks: [SentenceFeatures.Mark] = []
  private var occurrences: [Int32] = []

  init(_ features: SentenceFeatures, _ synonyms: SynonymTable) {
    self.features = features
    self.synonyms = synonyms
    for beginning in features.beginnings + WordForms.irregularBeginnings + [WordBeginning.unsure] {
      isWanted[WordBeginning.slot(beginning)] = true
    }
    isLookedAt = isWanted
    for beginning in Lexicon.joiningBeginnings {
      isLookedAt[WordBeginning.slot(beginning)] = true
    }
  }

  /// Counts the features of the sentence in every bag.
  mutating func count(_ bags: [ExampleQuestions]) -> FeatureCounts {
    let edge = UInt8(SentenceFeatures.edge)
    let features = features
    var counts = FeatureCounts(features: features.count, bags: bags.count)
    // What the line has so far, -1 for what the sentence has not; how much it counts is known at its end.
    var line: [Int] = []
    var previous = edge
    var previousContent = edge
    bags.forEachWord { word, text in
      // Most words are not in the sentence; this way is kept short, as it takes nearly all the time. Whether
      // one joins others matters only behind one that the sentence has.
      let slot = WordBeginning.slot(word.beginning)
      guard isWanted[slot] || previousContent > 0 && isLookedAt[slot] else {
        (previous, previousContent) = (0, 0)
        return
      }
      let number = number(of: word, in: text)
      let mark = marks[number]
      if mark.isUnknown {
        previous = 0
        previousContent &= mark.joining
        return
      }
      occurrences[number] += 1
      if mark.stem > 0 {
        line.append(features.word(mark.stem))
        if previous > 0 { line.append(features.pair(previous, mark.stem)) }
      }
      previous = mark.stem
      if mark.group > 0 { line.append(features.group(mark.group)) }
      guard mark.joining == 0 else { return }
      if previousContent > 0 { line.append(features.contentPair(previousContent, mark.content)) }
      previousContent = mark.content
    } endOfLine: { bag, words in
      if previous > 0 { line.append(features.pair(previous, edge)) }
      counts.add(line, of: bag, words: words)
      line.removeAll(keepingCapacity: true)
      (previous, previousContent) = (edge, edge)
    }
    return counts
  }

  /// How often each word was met that the sentence has, by its hash.
  var met: [UInt64: Int32] {
    Dictionary(uniqueKeysWithValues: occurrences.indices.map { (words[$0], occurrences[$0]) })
  }

  @inline(__always) private mutating func number(
    of word: WordScanner.Word, in text: [UInt8]
  ) -> Int {
    let (number, isNew) = words.number(of: word.hash)
    if isNew { add(word, in: text) }
    return number
  }

  @inline(never) private mutating func add(_ word: WordScanner.Word, in text: [UInt8]) {
    let isJoining = Lexicon.isJoining(word.hash)
    occurrences.append(0)
    guard isWanted[WordBeginning.slot(word.beginning)] else {
      marks.append(SentenceFeatures.Mark(isJoining: isJoining))
      return
    }
    let stem = Hash.of(WordForms.stem(of: WordScanner.lowercased(text, word.range)))
    marks.append(
      features.mark(of: stem, group: synonyms.group(of: stem), isJoining: isJoining))
  }
}
