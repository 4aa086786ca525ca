/// The words of the example questions, numbered in the order in which they were met.
struct Lexicon {
  /// The first three letters of each word, which words of one stem have in common.
  private(set) var beginnings: [UInt32] = []
  /// Whether each word is one such as "the", which joins others.
  private(set) var isJoining: [Bool] = []
  /// The words in lower case, one after the other, and where each of them ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// How often each word was met.
  private var counts: [Int32] = []
  private var table: WordTable

  /// An empty lexicon with room for so many words.
  init(room: Int) {
    table = WordTable(room: room)
  }

  /// Appends the numbers of the words of a line to a row; the position is moved to the line's end.
  mutating func number(
    line text: [UInt8], from position: inout Int, into row: inout OutputSpan<Int32>
  ) {
    let bytes = text.span
    while let word = WordScanner.nextInLine(in: bytes, from: &position) {
      let (number, isNew) = table.number(of: word.hash)
      if isNew { add(word, in: text) }
      row.append(Int32(truncatingIfNeeded: number))
    }
  }

  @inline(never) private mutating func add(_ word: WordScanner.Word, in text: [UInt8]) {
    let start = letters.count
    WordScanner.appendLowercased(text, word.range, to: &letters)
    ends.append(letters.count)
    beginnings.append(stemBeginning(of: start..<letters.count))
    isJoining.append(Self.isJoining(word.hash))
  }

  /// The first three letters of the stem of a word, which begins otherwise only where a negation or a
  /// verb is drawn into a short word, as in "don't" and "I'm".
  private func stemBeginning(of range: Range<Int>) -> UInt32 {
    let beginning = Self.beginning(of: letters, range)
    guard
      letters[range.upperBound - 1] == UInt8(ascii: "t")
        || letters[range].prefix(3).contains(WordScanner.apostrophe)
    else { return beginning }
    let stem = WordForms.stem(of: Array(letters[range]))
    return Self.beginning(of: stem, stem.indices)
  }

  /// Counts the words of a row, which says how usual each is.
  mutating func count(_ row: [Int32]) {
    counts = [Int32](repeating: 0, count: table.count)
    for number in row { counts[Int(number)] += 1 }
  }

  /// Where a word stands among the letters.
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// A word in lower case.
  func spelling(of number: Int) -> [UInt8] { Array(letters[range(of: number)]) }

  /// All words in lower case, in the order of their numbers.
  var spellings: [[UInt8]] { ends.indices.map(spelling) }

  /// The first three letters in lower case.
  static func beginning(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var beginning: UInt32 = 0
    for index in range.lowerBound..<min(range.lowerBound + 3, range.upperBound) {
      beginning = beginning << 8 | UInt32(bytes[index] | 0x20)
    }
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
    let wordLetters = Slips.letters(of: word, word.indices)
    var best: (number: Int, spelling: [UInt8], slips: Int)?
    for number in ends.indices where counts[number] >= Self.usual {
      let range = range(of: number)
      guard abs(range.count - word.count) <= most, range.count > 2 else { continue }
      // A slip changes two letters at most.
      let other = Slips.letters(of: letters, range)
      guard (wordLetters ^ other).nonzeroBitCount <= 2 * most else { continue }
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
