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
  /// The sentence that is hardest by the same formula.
  public let hardest: String

  /// The age of what is read together.
  public init(_ texts: [String]) {
    var words = 0
    var syllables = 0
    var sentences = 0
    var worst: (age: Double, sentence: [Substring]) = (-.infinity, [])
    for sentence in texts.flatMap({ PlainWords($0, asThoughts: true).sentences }) {
      var count = 0
      for (place, word) in sentence.enumerated() {
        let isCapital = word.utf8.first.map { (65...90).contains($0) } ?? false
        count += place > 0 && isCapital ? 1 : Self.syllables(in: word)
      }
      words += sentence.count
      syllables += count
      sentences += 1
      let age = Self.age(words: sentence.count, sentences: 1, syllables: count)
      if sentence.count >= 8, age > worst.age {
        worst = (age, sentence)
      }
    }
    years =
      words < Self.fewestWords
      ? nil : Self.age(words: words, sentences: sentences, syllables: syllables)
    hardest = worst.sentence.joined(separator: " ")
  }

  private static func age(words: Int, sentences: Int, syllables: Int) -> Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59 + 5
  }

  /// The groups of vowels of a word, without a silent e at its end.
  static func syllables(in word: Substring) -> Int {
    var letters: [UInt8] = []
    for byte in word.utf8 {
      let letter = byte | 0x20
      if (97...122).contains(letter) { letters.append(letter) }
    }
    var count = 0
    var isInside = false
    func isVowel(_ letter: UInt8) -> Bool {
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        true
      default: false
      }
    }
    for letter in letters {
      let wasInside = isInside
      isInside = isVowel(letter)
      if isInside, !wasInside { count += 1 }
    }
    func ends(_ ending: String) -> Bool {
      letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    func endsSilently(_ ending: String, unlessBefore sounded: String) -> Bool {
      guard ends(ending), let before = letters.dropLast(ending.utf8.count).last else {
        return false
      }
      return !isVowel(before) && !sounded.utf8.contains(before)
    }
    if endsSilently("e", unlessBefore: "l") || endsSilently("es", unlessBefore: "lscxzhg")
      || endsSilently("ed", unlessBefore: "td")
    {
      count -= 1
    }
    return max(count, 1)
  }
}
