import PolicyModel

/// The words of the example questions, numbered in the order in which they were met.
struct Lexicon {
  /// The words in lower case, one after the other, and where each of them ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// How often each word was met.
  private var counts: [Int32] = []
  private var table: WordTable

  init(_ bags: [ExampleQuestions]) {
    table = WordTable(room: bags.reduce(0) { $0 + $1.bytes.count } / 80)
    bags.forEachWord { word, text in
      let (number, isNew) = table.number(of: word.hash)
      if isNew {
        WordScanner.appendLowercased(text, word.range, to: &letters)
        ends.append(letters.count)
        counts.append(0)
      }
      counts[number] += 1
    } endOfLine: { _, _ in
    }
  }

  /// The number of a word, by its hash.
  func number(of hash: UInt64) -> Int? { table.existingNumber(of: hash) }

  /// Where a word stands among the letters.
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// A word in lower case.
  func spelling(of number: Int) -> [UInt8] { Array(letters[range(of: number)]) }

  /// All words in lower case, in the order of their numbers.
  var spellings: [[UInt8]] { ends.indices.map(spelling) }

  static func isJoining(_ hash: UInt64) -> Bool { joining.existingNumber(of: hash) != nil }

  /// Whether all words in a part of a line join others; a word begins behind it.
  static func isJoining(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    var position = part.lowerBound
    while position < part.upperBound, let word = WordScanner.nextInLine(in: text, from: &position) {
      if word.range.lowerBound < part.upperBound, !isJoining(word.hash) { return false }
    }
    return true
  }

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

  /// How often a word was met.
  func count(of hash: UInt64) -> Int32 { table.existingNumber(of: hash).map { counts[$0] } ?? 0 }

  /// The usual word that one nobody uses was probably meant to be, else the word itself.
  func mended(_ word: [UInt8]) -> [UInt8] {
    guard count(of: Hash.of(word)) < Self.usual, Self.isMended(word) else { return word }
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

  /// Whether a word can be mended: short ones have too many neighbours, and what has a figure in it is no
  /// word.
  static func isMended(_ word: [UInt8]) -> Bool {
    (4...30).contains(word.count) && word.allSatisfy { $0 >= UInt8(ascii: "a") }
  }

  /// A word that is met so often is no slip.
  static let usual: Int32 = 2
}
