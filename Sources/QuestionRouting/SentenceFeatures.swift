/// What a sentence is compared by: its words but those that only join others, the synonyms they belong to,
/// every two words in a row, and every two in a row once the joining words are left out.
///
/// Where the joining words are left out the synonyms stand for the word, so that what is said with
/// one of them holds with all.
struct SentenceFeatures {
  /// A word of the examples as the sentence sees it, in numbers of its own; 0 is what it has not.
  struct Mark {
    var stem: UInt8 = 0
    var group: UInt8 = 0
    /// The group if there is one, else the stem.
    var content: UInt8 = 0
    /// All bits for a word that joins others, else none.
    let joining: UInt8

    /// Of a word that the sentence has not.
    init(isJoining: Bool) { joining = isJoining ? 0xFF : 0 }

    var isUnknown: Bool { stem | group | content == 0 }
  }

  struct Feature {
    let weight: Float
    /// Where the word stands that brought it, in bytes.
    let range: Range<Int>

    /// Whether it is a word that carries meaning by itself.
    var isTelling: Bool { weight == Weight.word }
  }

  /// How much a feature of each kind counts; found by cross-validation.
  private enum Weight {
    static let word: Float = 1
    static let pair: Float = 0.9
    static let contentPair: Float = 0.6
  }

  /// The number for what stands before the first word and behind the last; words have those from 2 to 127.
  static let edge = 1
  private static let most = 126

  private(set) var features: [Feature] = []
  /// Its words in lower case, as they are understood.
  private(set) var spellings: [[UInt8]] = []
  /// For each feature its number whatever the sentence.
  private(set) var keys: [UInt64] = []
  /// The stems and contents by their hash, and the groups by their number.
  private var stems = WordTable(room: 32)
  private var groups = WordTable(room: 32)
  private var contents = WordTable(room: 32)
  /// How the words begin that are looked for: those of the sentence and their synonyms.
  private(set) var beginnings: [UInt32] = []
  /// A power of two above all numbers for words, by its exponent.
  private let sideBits: Int
  /// The feature of each word, group and pair, -1 where the sentence has none.
  private var wordFeatures: [Int]
  private var groupFeatures: [Int]
  /// First the pairs of words, then those of contents.
  private var pairFeatures: [Int16]
  private var previous = edge
  private var previousContent = edge
  private var previousKey = FeatureKey.edge
  private var previousContentKey = FeatureKey.edge

  /// The features of a sentence, each word of which is taken for what is meant by it.
  init(
    _ sentence: [UInt8], _ synonyms: SynonymTable, meaning: (_ spelling: [UInt8]) -> [UInt8]
  ) {
    // A word has a letter, and a blank behind it.
    let side = min(sentence.count / 2 + 1, Self.most) + 2
    sideBits = Int.bitWidth - (side - 1).leadingZeroBitCount
    wordFeatures = [Int](repeating: -1, count: 1 << sideBits)
    groupFeatures = wordFeatures
    pairFeatures = [Int16](repeating: -1, count: 2 << (2 * sideBits))
    var scanner = WordScanner(sentence, in: sentence.indices)
    while let word = scanner.next() {
      let meant = meaning(WordScanner.lowercased(sentence, word.range))
      spellings.append(meant)
      let stem = WordForms.stem(of: meant)
      let hash = Hash.of(stem)
      beginnings.append(WordBeginning.of(stem))
      for other in WordForms.otherBeginnings where other.stem == hash {
        beginnings.append(other.beginning)
      }
      add(
        hash, group: synonyms.group(of: hash), isJoining: Lexicon.isJoining(Hash.of(meant)),
        at: word.range)
    }
    finish(synonyms)
  }

  /// Adds the next word; `group` is the number of its synonyms, 0 if it has none.
  private mutating func add(_ hash: UInt64, group: Int, isJoining: Bool, at range: Range<Int>) {
    guard let stem = Self.number(hash, in: &stems) else { return }
    if !isJoining, wordFeatures[stem] < 0 {
      wordFeatures[stem] = add(FeatureKey.word(hash), Weight.word, range)
    }
    addPair(place(previous, stem), FeatureKey.pair(previousKey, hash), range)
    (previous, previousKey) = (stem, hash)
    if group > 0, let number = Self.number(UInt64(group), in: &groups), groupFeatures[number] < 0 {
      groupFeatures[number] = add(FeatureKey.group(group), Weight.word, range)
    }
    let key = FeatureKey.content(hash, group)
    guard !isJoining, let content = Self.number(key, in: &contents) else { return }
    addPair(
      contentPlace(previousContent, content),
      FeatureKey.contentPair(previousContentKey, key), range, Weight.contentPair)
    (previousContent, previousContentKey) = (content, key)
  }

  /// Ends the sentence, and makes ready to recognise the synonyms of its words.
  private mutating func finish(_ synonyms: SynonymTable) {
    if let last = features.last {
      addPair(
        place(previous, Self.edge), FeatureKey.pair(previousKey, FeatureKey.edge), last.range)
    }
    for number in 0..<groups.count { beginnings += synonyms.beginnings[Int(groups[number])] }
  }

  private mutating func add(_ key: UInt64, _ weight: Float, _ range: Range<Int>) -> Int {
    keys.append(key)
    features.append(Feature(weight: weight, range: range))
    return features.count - 1
  }

  private mutating func addPair(
    _ place: Int, _ key: UInt64, _ range: Range<Int>, _ weight: Float = Weight.pair
  ) {
    if pairFeatures[place] < 0 { pairFeatures[place] = Int16(add(key, weight, range)) }
  }

  private func place(_ first: Int, _ second: Int) -> Int { first &<< sideBits | second }

  private func contentPlace(_ first: Int, _ second: Int) -> Int {
    (1 &<< sideBits | first) &<< sideBits | second
  }

  /// The number of something new or met before, nil once there are too many.
  private static func number(_ key: UInt64, in table: inout WordTable) -> Int? {
    if table.count == most { return existingNumber(key, in: table) }
    return edge + 1 + table.number(of: key).number
  }

  private static func existingNumber(_ key: UInt64, in table: WordTable) -> Int? {
    table.existingNumber(of: key).map { edge + 1 + $0 }
  }

  // MARK: - Looking for them

  /// How the sentence sees a word of that stem; `group` is the number of its synonyms, 0 if it has none.
  func mark(of stem: UInt64, group: Int, isJoining: Bool) -> Mark {
    var mark = Mark(isJoining: isJoining)
    mark.stem = UInt8(Self.existingNumber(stem, in: stems) ?? 0)
    mark.group = UInt8(Self.existingNumber(UInt64(group), in: groups) ?? 0)
    let content = mark.group > 0 ? UInt64(group) : stem
    mark.content = UInt8(Self.existingNumber(content, in: contents) ?? 0)
    return mark
  }

  var count: Int { features.count }

  /// The features, -1 where the sentence has no such.
  func word(_ stem: UInt8) -> Int { wordFeatures[Int(stem)] }
  func group(_ group: UInt8) -> Int { groupFeatures[Int(group)] }
  func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(pairFeatures[place(Int(first), Int(second))])
  }
  func contentPair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(pairFeatures[contentPlace(Int(first), Int(second))])
  }
}
