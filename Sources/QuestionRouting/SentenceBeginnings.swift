/// How the words of a sentence begin.
struct SentenceBeginnings {
  /// Whether a word has such a beginning, by a part of a hash of it; a few more than have it are said to.
  private var slots = [Bool](repeating: false, count: WordBeginning.slots)
  private var beginnings: Set<UInt32> = []
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
    let beginning = WordBeginning.of(form.lazy.map { $0 | 0x20 })
    slots[WordBeginning.slot(beginning)] = true
    beginnings.insert(beginning)
  }

  private func contains(_ beginning: UInt32) -> Bool {
    slots[WordBeginning.slot(beginning)] && beginnings.contains(beginning)
  }

  /// Whether some word may be a slip of one with that first letter.
  func mayBeSlip(of first: UInt8) -> Bool { slips[Int(first)] }

  /// Whether what stands in a range of a text can begin with a word of the sentence, or what any of its
  /// slips may be meant to be.
  func mayHold(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (beginning, first) = Self.beginning(of: text, range)
    return slips[Int(first)] || contains(beginning)
  }

  private static func beginning(
    of text: Span<UInt8>, _ range: Range<Int>
  ) -> (beginning: UInt32, first: UInt8) {
    var beginning: UInt32 = 0
    var first: UInt8 = 0
    var bits: UInt32 = 0
    for index in range.lowerBound..<min(range.lowerBound + 3, range.upperBound) {
      let byte = text[index]
      if byte == UInt8(ascii: " ") || byte == WordScanner.apostrophe { break }
      let letter = byte | 0x20
      if first == 0 { first = letter }
      beginning |= UInt32(letter) << bits
      bits += 8
    }
    return (beginning, first)
  }

  /// Whether the word at the start of a range, up to a blank, can be one of the sentence, once it has been
  /// found out what was meant by slips.
  func mayHoldWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if contains(Self.beginning(of: text, range).beginning) { return true }
    // Only plain words surely begin as their stems do.
    var end = range.lowerBound
    while end < range.upperBound, text[end] != UInt8(ascii: " ") {
      guard WordScanner.isPlain(text[end]) else { return true }
      end += 1
    }
    // A negation that is drawn in changes a stem, and may be what a slip is mended to.
    if end - range.lowerBound < 4 { return hasSlips }
    return text[end - 1] == UInt8(ascii: "t") && text[end - 2] == UInt8(ascii: "n")
  }
}
