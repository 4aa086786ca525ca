/// The words of the example questions, numbered in the order in which they were met.
struct Lexicon {
  /// All examples, one after the other.
  let bytes: [UInt8]
  /// The first three letters of each word, which words of one stem have in common.
  private(set) var beginnings: [UInt32] = []
  /// Whether each word is one such as "the", which joins others.
  private(set) var isJoining: [Bool] = []
  /// Where each word was met first, in the bytes of the examples.
  private var ranges: [Range<Int>] = []
  /// How often each word was met.
  private var counts: [Int32] = []
  private var table: WordTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = WordTable(room: bytes.count / 24)
  }

  /// The number of a word of the examples, which is counted.
  mutating func count(_ word: WordScanner.Word) -> Int32 {
    let (number, isNew) = table.number(of: word.hash)
    if isNew {
      ranges.append(word.range)
      beginnings.append(Self.beginning(of: bytes, word.range))
      isJoining.append(Self.isJoining(word.hash))
      counts.append(0)
    }
    counts[number] += 1
    return Int32(number)
  }

  /// A word in lower case.
  func spelling(of number: Int) -> [UInt8] { WordScanner.lowercased(bytes, ranges[number]) }

  /// The first three letters in lower case.
  static func beginning(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var beginning: UInt32 = 0
    for index in range.prefix(3) { beginning = beginning << 8 | UInt32(bytes[index] | 0x20) }
    return beginning
  }

  static func isJoining(_ hash: UInt64) -> Bool { joining.existingNumber(of: hash) != nil }

  private static let joining = {
    var table = WordTable(room: 128)
    for word in joiningWords { _ = table.number(of: Hash.of(word.utf8)) }
    return table
  }()

  private static let joiningWords = [
    "a", "an", "the", "of", "to", "and", "or", "it", "is", "in", "on", "at", "for", "with", "by",
    "as", "be", "been", "am", "are", "was", "were", "that", "this", "these", "those", "i", "me",
    "my", "we", "us", "our", "you", "your", "he", "she", "his", "her", "they", "them", "their",
    "its", "do", "does", "did", "have", "has", "had", "will", "would", "there", "so", "i'm",
    "it's", "i've", "that's", "there's", "don't", "im", "ive", "thats",
  ]

  // MARK: - Slips

  /// Whether a word was met often enough to be no slip itself.
  func isUsual(_ spelling: [UInt8], enough: Int32 = Self.usual) -> Bool {
    table.existingNumber(of: Hash.of(spelling)).map { counts[$0] >= enough } ?? false
  }

  /// The usual word that a word nobody uses was probably meant to be, else the word itself.
  func mended(_ word: [UInt8]) -> [UInt8] {
    // Short words have too many neighbours, and what has a figure in it is no word.
    guard (4...30).contains(word.count), word.allSatisfy({ $0 >= UInt8(ascii: "a") }) else {
      return word
    }
    let most = word.count < 7 ? 1 : 2
    let letters = Slips.letters(of: word, word.indices)
    var best: (number: Int, spelling: [UInt8], slips: Int)?
    for number in ranges.indices
    where counts[number] >= Self.usual && abs(ranges[number].count - word.count) <= most
      && ranges[number].count > 2
    {
      // A slip changes two letters at most.
      let other = Slips.letters(of: bytes, ranges[number])
      guard (letters ^ other).nonzeroBitCount <= 2 * most else { continue }
      let spelling = spelling(of: number)
      guard let slips = Slips.count(from: word, to: spelling, most: best?.slips ?? most) else {
        continue
      }
      if let best, slips == best.slips {
        // Of two words that are equally near, the likelier begins alike, or is more usual.
        let fits = spelling.first == word.first
        let bestFits = best.spelling.first == word.first
        guard fits == bestFits ? counts[number] > counts[best.number] : fits else { continue }
      }
      best = (number, spelling, slips)
    }
    return best?.spelling ?? word
  }

  private static let usual: Int32 = 2
}
