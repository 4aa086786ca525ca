/// What a sentence is compared by: its words, the synonyms they belong to, every two words in a row,
/// and every two in a row once the words that only join others are left out.
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
    static let joining: Float = 0.6
    static let pair: Float = 0.9
    static let contentPair: Float = 0.6
  }

  /// Numbers for words, 1 to 126, and one for what stands before the first and behind the last.
  private static let most = 126
  static let edge = most + 1
  private static let side = most + 2

  private(set) var features: [Feature] = []
  /// For each feature its number whatever the sentence.
  private(set) var keys: [UInt64] = []
  /// The stems, groups and contents by their hash.
  private var stems: [UInt64: Int] = [:]
  private var groups: [Int: Int] = [:]
  /// The group behind each number, as contents have it.
  private var groupKeys = [UInt64](repeating: 0, count: side)
  private var contents: [UInt64: Int] = [:]
  /// The stems to be looked for by the first three letters.
  private var wanted: [UInt32: [(hash: UInt64, stem: Int, group: Int)]] = [:]
  /// The feature of each word, group and pair, -1 where the sentence has none.
  private var wordFeatures = [Int](repeating: -1, count: side)
  private var groupFeatures = [Int](repeating: -1, count: side)
  /// First the pairs of words, then those of contents.
  private var pairFeatures = [Int16](repeating: -1, count: 2 * side * side)
  private var previous = edge
  private var previousContent = edge
  private var previousKey = FeatureKey.edge
  private var previousContentKey = FeatureKey.edge

  /// Adds the next word; `group` is the number of its synonyms, 0 if it has none.
  mutating func add(
    _ hash: UInt64, beginning: UInt32, group: Int, isJoining: Bool, at range: Range<Int>
  ) {
    guard let stem = Self.number(hash, in: &stems) else { return }
    if wordFeatures[stem] < 0 {
      wordFeatures[stem] = add(
        FeatureKey.word(hash), isJoining ? Weight.joining : Weight.word, range)
      wanted[beginning, default: []].append((hash, stem, 0))
    }
    addPair(Self.place(previous, stem), FeatureKey.pair(previousKey, hash), range)
    (previous, previousKey) = (stem, hash)
    if group > 0, let number = Self.number(group, in: &groups), groupFeatures[number] < 0 {
      groupFeatures[number] = add(FeatureKey.group(group), Weight.word, range)
      groupKeys[number] = UInt64(group)
    }
    let key = FeatureKey.content(hash, group)
    guard !isJoining, let content = Self.number(key, in: &contents) else { return }
    addPair(
      Self.contentPlace(previousContent, content),
      FeatureKey.contentPair(previousContentKey, key), range, Weight.contentPair)
    (previousContent, previousContentKey) = (content, key)
  }

  /// Ends the sentence, and makes ready to recognise the synonyms of its words.
  mutating func finish(_ synonyms: SynonymTable) {
    if let last = features.last {
      addPair(
        Self.place(previous, Self.edge), FeatureKey.pair(previousKey, FeatureKey.edge), last.range)
    }
    for (group, number) in groups {
      for member in synonyms.members[group] {
        wanted[member.beginning, default: []].append((member.stem, 0, number))
      }
    }
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

  private static func place(_ first: Int, _ second: Int) -> Int { first * side + second }

  private static func contentPlace(_ first: Int, _ second: Int) -> Int {
    (side + first) * side + second
  }

  /// The number of something new or met before, nil once there are too many.
  private static func number<Key>(_ key: Key, in numbers: inout [Key: Int]) -> Int? {
    if let number = numbers[key] { return number }
    guard numbers.count < most else { return nil }
    numbers[key] = numbers.count + 1
    return numbers.count
  }

  // MARK: - Looking for them

  /// How the sentence sees each word of a lexicon.
  func marks(of lexicon: Lexicon) -> [Mark] {
    var marks = lexicon.isJoining.map { Mark(joining: $0 ? 0xFF : 0) }
    // Most words begin like none that is wanted, which this shows without looking closer.
    var isWanted = [Bool](repeating: false, count: 4096)
    for beginning in wanted.keys { isWanted[Self.slot(beginning)] = true }
    for (number, beginning) in lexicon.beginnings.enumerated()
    where isWanted[Self.slot(beginning)] {
      guard let candidates = wanted[beginning] else { continue }
      let hash = Hash.of(WordForms.stem(of: lexicon.spelling(of: number)))
      for candidate in candidates where candidate.hash == hash {
        if candidate.stem > 0 { marks[number].stem = UInt8(candidate.stem) }
        if candidate.group > 0 { marks[number].group = UInt8(candidate.group) }
      }
      let group = Int(marks[number].group)
      let content = group > 0 ? groupKeys[group] : hash
      marks[number].content = UInt8(contents[content] ?? 0)
    }
    return marks
  }

  private static func slot(_ beginning: UInt32) -> Int {
    Int((beginning &* 0x9E37_79B1) >> 20)
  }

  var count: Int { features.count }

  /// The features, -1 where the sentence has no such.
  func word(_ stem: UInt8) -> Int { wordFeatures[Int(stem)] }
  func group(_ group: UInt8) -> Int { groupFeatures[Int(group)] }
  func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(pairFeatures[Self.place(Int(first), Int(second))])
  }
  func contentPair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(pairFeatures[Self.contentPlace(Int(first), Int(second))])
  }
}
