/// How hard a text is to read, as an age in years.
///
/// The Flesch–Kincaid grade, 0.39 · words per sentence + 11.8 · syllables per word − 15.59, made an
/// age by adding 5, as British pupils of that school year are. As Flesch counted, a semicolon or a
/// colon ends a sentence too. Names, which no author can make
/// easier, count as one syllable: words with a capital inside a sentence. Syllables are counted by
/// groups of vowels, which is right for about nine words in ten.
///
/// The formula was made for passages: in a single short sentence one long word would decide. So it
/// is taken over what is read together, and only where that has at least `fewestWords`.
public struct ReadingAge: Sendable {
  /// The name of the method, for messages.
  public static let method = "Flesch–Kincaid"
  /// What a grown-up reads with ease, the aim of the knowledge.
  public static let highest = 14.0
  /// Fewer words say nothing.
  public static let fewestWords = 40

  /// The age, nil for a text too short to tell.
  public let years: Double?
  private let worst: (words: PlainWords, sentence: Range<Int>)?

  /// The sentence that is hardest by the same formula.
  public var hardest: String {
    worst.map { $0.words.words($0.sentence).joined(separator: " ") } ?? ""
  }

  /// The age of what is read together.
  public init(_ texts: [String]) {
    var words = 0
    var syllables = 0
    var sentences = 0
    var worst: (words: PlainWords, sentence: Range<Int>)?
    var worstAge = -Double.infinity
    for text in texts {
      let plain = PlainWords(text, asThoughts: true)
      for sentence in plain.sentenceRanges {
        var count = 0
        for number in sentence {
          count += plain.withBytes(ofWord: number) { word in
            let isName = number > sentence.lowerBound && (65...90).contains(word[0])
            return isName ? 1 : Self.syllables(in: word)
          }
        }
        words += sentence.count
        syllables += count
        sentences += 1
        let age = Self.age(words: sentence.count, sentences: 1, syllables: count)
        if sentence.count >= 8, age > worstAge {
          worstAge = age
          worst = (plain, sentence)
        }
      }
    }
    years =
      words < Self.fewestWords
      ? nil : Self.age(words: words, sentences: sentences, syllables: syllables)
    self.worst = worst
  }

  private static func age(words: Int, sentences: Int, syllables: Int) -> Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59 + 5
  }

  /// The groups of vowels of a word, without a silent e at its end; other signs than letters count for
  /// nothing.
  static func syllables(in word: Span<UInt8>) -> Int {
    var count = 0
    // The last four letters, the very last in the lowest byte, and whether that is a vowel.
    var last: UInt32 = 0
    var isInside = false
    for index in word.indices {
      let letter = word[index] | 0x20
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { continue }
      let wasInside = isInside
      isInside = isVowel(letter)
      if isInside, !wasInside { count += 1 }
      last = last << 8 | UInt32(letter)
    }
    if endsSilently(last) { count -= 1 }
    return max(count, 1)
  }

  /// Whether an e at the end, alone or in "es" and "ed", is not sounded behind the letter before it.
  private static func endsSilently(_ last: UInt32) -> Bool {
    func letter(_ place: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: last >> (8 * place)) }
    let before: UInt8
    let sounded: String
    switch (letter(1), letter(0)) {
    case (_, UInt8(ascii: "e")): (before, sounded) = (letter(1), "l")
    case (UInt8(ascii: "e"), UInt8(ascii: "s")): (before, sounded) = (letter(2), "lscxzhg")
    case (UInt8(ascii: "e"), UInt8(ascii: "d")): (before, sounded) = (letter(2), "td")
    default: return false
    }
    return before != 0 && !isVowel(before) && !sounded.utf8.contains(before)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
