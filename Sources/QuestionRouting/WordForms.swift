/// What remains of a word when the endings of English are taken off.
///
/// A light stem is enough to meet "posts" with "posting"; what it makes of a word is never shown.
enum WordForms {
  /// The stems of a lower-case word: one, or two where a negation is drawn into the verb.
  static func stems(of word: [UInt8]) -> [[UInt8]] {
    // All of them end in the same letter.
    if word.last == UInt8(ascii: "t"), let verb = contractions[word] {
      return [shortened(verb), not]
    }
    guard word.contains(WordScanner.apostrophe) else { return [shortened(word)] }
    var word = word[...]
    if let mark = word.lastIndex(of: WordScanner.apostrophe) {
      let ending = word[mark...].dropFirst()
      if ending.elementsEqual("t".utf8), word[..<mark].last == UInt8(ascii: "n") {
        return [shortened(Array(word[..<mark].dropLast())), not]
      }
      if ["s", "re", "ve", "ll", "d", "m"].contains(where: { ending.elementsEqual($0.utf8) }) {
        word = word[..<mark]
      }
    }
    return [shortened(word.filter { $0 != WordScanner.apostrophe })]
  }

  /// The stem of a lower-case word; that of the verb where a negation is drawn into it.
  static func stem(of word: [UInt8]) -> [UInt8] { stems(of: word)[0] }

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

  private static func shortened(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3 else { return word }
    var stem = word
    var wasPlural = false
    for (ending, least, rest) in endings
    where stem.count - ending.count >= least && stem.last == ending.last
      && stem.hasSuffix(ending)
    {
      stem.removeLast(ending.count)
      stem += rest
      wasPlural = ending == plural
      break
    }
    // "bullying" meets "bully" and "bullied".
    if stem.count > 3, stem.last == UInt8(ascii: "y") { stem[stem.count - 1] = UInt8(ascii: "i") }
    // "stopped" and "stop" meet without the doubled letter.
    if stem.count > 3, let last = stem.last, stem[stem.count - 2] == last,
      !"ls".utf8.contains(last)
    {
      stem.removeLast()
    }
    // "in care" is not in a car, and who comes is not the communications team, the "comms".
    if !wasPlural, stem.count < word.count, stem.count < 5, silent.contains(stem) {
      stem.append(UInt8(ascii: "e"))
    }
    // "notes" must not become a negation, nor "here" a person.
    return stem.count == 3 && closed.contains(stem) ? word : stem
  }

  private static let plural = Array("s".utf8)
  /// Stems that are other words unless they keep the e at their end.
  private static let silent = Set(["car", "com", "writ", "quit"].map { Array($0.utf8) })
  private static let closed = Set(["not", "her", "the", "his", "for"].map { Array($0.utf8) })

  /// The endings, how many letters must stand before them, and what stands for them.
  private static let endings = [
    ("ings", 3, ""), ("ing", 3, ""), ("ies", 3, "i"), ("ied", 3, "i"), ("edly", 3, ""),
    ("ed", 3, ""), ("es", 3, ""), ("s", 3, ""), ("ly", 4, ""), ("e", 3, ""),
  ].map { (ending: Array($0.utf8), least: $1, rest: Array($2.utf8)) }

  /// How the words begin that may begin otherwise than their stem without an apostrophe to show it.
  static let irregularBeginnings = contractions.keys.map { WordBeginning.of($0) }

  /// Negations that are irregular, or are mostly typed without their apostrophe.
  private static let contractions: [[UInt8]: [UInt8]] = {
    var verbs = ["can't": "can", "won't": "will", "shan't": "shall", "cannot": "can", "aint": "is"]
    for verb in [
      "is", "was", "are", "were", "do", "does", "did", "should", "could", "would", "has", "have",
      "had", "must",
    ] {
      verbs[verb + "nt"] = verb
    }
    verbs["havnt"] = "have"
    verbs["dosnt"] = "does"
    verbs["cant"] = "can"
    verbs["wont"] = "will"
    return Dictionary(uniqueKeysWithValues: verbs.map { (Array($0.utf8), Array($1.utf8)) })
  }()
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
