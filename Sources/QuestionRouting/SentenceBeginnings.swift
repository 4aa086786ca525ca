import PolicyModel

/// How the words of a sentence begin.
struct SentenceBeginnings {
  /// Whether a word has such a beginning, a bit for each three letters; a few more than have it are said
  /// to, where there are other signs than letters.
  private var beginnings = [UInt64](repeating: 0, count: 512)
  private var hasPair = [Bool](repeating: false, count: WordBeginning.pairs)
  /// Whether a word that may be a slip of another has such a first letter.
  private var slips = [Bool](repeating: false, count: 256)
  /// Whether a word is so long and unusual that it is held against all words of phrases.
  private(set) var hasSlips = false

  init(_ sentence: [UInt8], isUsual: (_ spelling: [UInt8]) -> Bool) {
    var scanner = WordScanner(sentence, in: sentence.indices)
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(sentence, word.range)
      insert(spelling)
      for stem in WordForms.stems(of: spelling) { insert(stem) }
      guard let first = spelling.first, !isUsual(spelling) else { continue }
      slips[Int(first)] = true
      if PhraseWords.isMended(spelling) { hasSlips = true }
    }
  }

  /// Adds the beginning of a form of a word, or of what was meant by a slip.
  mutating func insert(_ form: [UInt8]) {
    let number = Self.number(of: form.span, form.indices)
    beginnings[number / 64] |= 1 << UInt64(number % 64)
    hasPair[number % WordBeginning.pairs] = true
  }

  /// A number for the first three letters of what stands in a range, of fewer where another sign stands
  /// among them.
  private static func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var number = 0
    var bits = 0
    for index in range.prefix(3) {
      guard WordScanner.isPlain(text[index]) else { break }
      number |= Int(text[index] & 0x1F) &<< bits
      bits += 5
    }
    return number
  }

  private func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let number = Self.number(of: text, range)
    return beginnings[number / 64] & 1 &<< UInt64(number % 64) != 0
  }

  /// Whether some word may be a slip of one with that first letter.
  func mayBeSlip(of first: UInt8) -> Bool { slips[Int(first)] }

  /// Whether what stands in a range of a text can begin with a word of the sentence, or what any of its
  /// slips may be meant to be.
  func mayHold(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    contains(text, range) || slips[Int(text[range.lowerBound] | 0x20)]
  }

  /// The pairs of letters with which words begin.
  var pairs: [Int] {
    (0..<WordBeginning.pairs).filter { hasPair[$0] }
  }

  /// Whether all words of a phrase may stand in the sentence, those of groups aside.
  func mayHold(phrase range: Range<Int>, of text: Span<UInt8>) -> Bool {
    PhraseList.allParts(of: range, in: text) {
      text[$0.lowerBound] == UInt8(ascii: "<") || mayHoldWord(text, $0)
    }
  }

  /// Whether the word at the start of a range, up to a sign, can be one of the sentence, once it has been
  /// found out what was meant by slips.
  private func mayHoldWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if contains(text, range) { return true }
    var end = range.lowerBound
    while end < range.upperBound, WordScanner.isPlain(text[end]) { end += 1 }
    let word = range.lowerBound..<end
    guard !word.isEmpty, end == range.upperBound || text[end] != WordScanner.apostrophe else {
      return true
    }
    return !Self.isSure(text, word) && (word.count > 3 || hasSlips)
  }

  /// Whether a plain word surely begins as its stem does: a negation that is drawn in changes a stem, and
  /// so may a short one be what a slip is mended to.
  static func isSure(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    word.count > 3
      && (text[word.upperBound - 1] | 0x20 != UInt8(ascii: "t")
        || text[word.upperBound - 2] | 0x20 != UInt8(ascii: "n"))
  }
}
