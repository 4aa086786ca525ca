/// What remains of a word when the endings of English are taken off.
///
/// A light stem is enough to meet "posts" with "posting"; what it makes of a word is never shown.
enum WordForms {
  /// The stems of a lower-case word: one, or two where a negation is drawn into the verb.
  static func stems(of word: [UInt8]) -> [[UInt8]] {
    var stem = word
    return reduce(&stem) ? [stem, not] : [stem]
  }

  /// The stem of a lower-case word; that of the verb where a negation is drawn into it.
  static func stem(of word: [UInt8]) -> [UInt8] {
    var stem = word
    reduce(&stem)
    return stem
  }

  /// Leaves of a lower-case word its stem, and tells whether a negation was drawn into it.
  @discardableResult static func reduce(_ word: inout [UInt8]) -> Bool {
    // All of them end in the same letter.
    if word.last == UInt8(ascii: "t"),
      let contraction = contractions.first(where: { $0.word == word })
    {
      word = contraction.verb
      shorten(&word)
      return true
    }
    if let mark = word.lastIndex(of: WordScanner.apostrophe) {
      let ending = word[(mark + 1)...]
      if ending.elementsEqual("t".utf8), word[..<mark].last == UInt8(ascii: "n") {
        word.removeSubrange((mark - 1)...)
        shorten(&word)
        return true
      }
      if ["s", "re", "ve", "ll", "d", "m"].contains(where: { ending.elementsEqual($0.utf8) }) {
        word.removeSubrange(mark...)
      }
      word.removeAll { $0 == WordScanner.apostrophe }
    }
    shorten(&word)
    return false
  }

  /// The hashes of the stems of a phrase.
  static func hashes(of phrase: String) -> [UInt64] {
    let bytes = Array(phrase.utf8)
    var scanner = WordScanner(bytes, in: bytes.indices)
    var hashes: [UInt64] = []
    while let word = scanner.next() {
      hashes += stems(of: WordScanner.lowercased(bytes, word.range)).map { Hash.of($0) }
    }
    return hashes
  }

  /// The hashes of the stems of a part of a phrase, and whether their words tell of what has happened.
  static func heard(in bytes: [UInt8]) -> [(stem: UInt64, isPast: Bool)] {
    var scanner = WordScanner(bytes, in: bytes.indices)
    var heard: [(stem: UInt64, isPast: Bool)] = []
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(bytes, word.range)
      let isPast = isPast(spelling)
      heard += stems(of: spelling).map { (Hash.of($0), isPast) }
    }
    return heard
  }

  /// Whether a lower-case word is in a form such as "posted", which tells of what has happened.
  static func isPast(_ word: [UInt8]) -> Bool {
    guard word.count > 4, word.last == UInt8(ascii: "d") else { return false }
    return word[word.count - 2] == UInt8(ascii: "e") && word[word.count - 3] != UInt8(ascii: "e")
  }

  /// The stem of "not", which every drawn-in negation becomes.
  static let not = Array("not".utf8)

  private static func shorten(_ word: inout [UInt8]) {
    let length = word.count
    guard length > 3 else { return }
    // "notes" must not become a negation, nor "here" a person.
    let whole = closed.contains(WordEnding.letters(atEndOf: word[..<3])) ? word : []
    var wasPlural = false
    let last = WordEnding.letters(atEndOf: word[...])
    if let ending = endings.first(where: { $0.ends(last, ofLength: length) }) {
      for _ in 0..<ending.count { word.removeLast() }
      if let rest = ending.rest { word.append(rest) }
      wasPlural = ending.isPlural
    }
    // "bullying" meets "bully" and "bullied".
    if word.count > 3, word.last == UInt8(ascii: "y") { word[word.count - 1] = UInt8(ascii: "i") }
    // "stopped" and "stop" meet without the doubled letter.
    if word.count > 3, let last = word.last, word[word.count - 2] == last,
      last != UInt8(ascii: "l"), last != UInt8(ascii: "s")
    {
      word.removeLast()
    }
    // "in care" is not in a car, and who comes is not the communications team, the "comms".
    if !wasPlural, word.count < length, word.count < 5,
      silent.contains(WordEnding.letters(atEndOf: word[...]))
    {
      word.append(UInt8(ascii: "e"))
    }
    if word.count == 3, !whole.isEmpty { word = whole }
  }

  /// Stems that are other words unless they keep the e at their end.
  private static let silent = ["car", "com", "writ", "quit"].map {
    WordEnding.letters(atEndOf: Array($0.utf8)[...])
  }
  private static let closed = ["not", "her", "the", "his", "for"].map {
    WordEnding.letters(atEndOf: Array($0.utf8)[...])
  }

  /// The endings, how many letters must stand before them, and what stands for them.
  private static let endings = [
    WordEnding("ings", behind: 3), WordEnding("ing", behind: 3),
    WordEnding("ies", behind: 3, becomes: "i"), WordEnding("ied", behind: 3, becomes: "i"),
    WordEnding("edly", behind: 3), WordEnding("ed", behind: 3), WordEnding("es", behind: 3),
    WordEnding("s", behind: 3), WordEnding("ly", behind: 4), WordEnding("e", behind: 3),
  ]

  /// How words begin that may begin otherwise than their stem, by the hash of that, where no apostrophe
  /// is among the first letters to show it.
  static let otherBeginnings = contractions.map {
    (stem: Hash.of(stem(of: $0.verb)), beginning: WordBeginning.of($0.word))
  }

  /// Negations that are irregular, or are mostly typed without their apostrophe.
  private static let contractions: [(word: [UInt8], verb: [UInt8])] = {
    let irregular = [
      ("can't", "can"), ("won't", "will"), ("shan't", "shall"), ("cannot", "can"), ("aint", "is"),
      ("havnt", "have"), ("dosnt", "does"), ("cant", "can"), ("wont", "will"),
    ]
    let regular = [
      "is", "was", "are", "were", "do", "does", "did", "should", "could", "would", "has", "have",
      "had", "must",
    ].map { ($0 + "nt", $0) }
    return (irregular + regular).map { (Array($0.utf8), Array($1.utf8)) }
  }()
}

/// An ending of words, of four letters at most.
private struct WordEnding {
  let count: Int
  /// What stands for it.
  let rest: UInt8?
  private let letters: UInt32
  /// How many letters must stand before it.
  private let least: Int

  init(_ text: String, behind least: Int, becomes rest: Unicode.Scalar? = nil) {
    count = text.utf8.count
    letters = Self.letters(atEndOf: Array(text.utf8)[...])
    self.least = least
    self.rest = rest.map { UInt8(ascii: $0) }
  }

  var isPlural: Bool { letters == UInt32(UInt8(ascii: "s")) }

  /// Whether a word of so many letters has it, of which those are the last.
  func ends(_ last: UInt32, ofLength length: Int) -> Bool {
    length - count >= least && (last ^ letters) << UInt32(32 - 8 * count) == 0
  }

  /// The last four letters of a word, the last of them lowest; all of one that has no more.
  static func letters(atEndOf word: ArraySlice<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    for letter in word.suffix(4) { letters = letters << 8 | UInt32(letter) }
    return letters
  }
}
