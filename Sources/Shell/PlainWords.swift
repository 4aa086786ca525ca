/// Words as they are compared: lower case, without punctuation.
enum PlainWords {
  /// The text in lower case, apostrophes dropped, other punctuation turned into blanks.
  ///
  /// A reply is held against thousands of phrases, nearly all of them in ASCII, for which the way
  /// through characters takes ten times as long.
  static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? normalisedASCII(text) : normalisedCharacters(text)
  }

  /// Whether a text is such once it is normalised, found out without making a text of it.
  static func reads(_ text: some Collection<UInt8>, as normalised: [UInt8]) -> Bool {
    var place = 0
    var isBetween = false
    for byte in text {
      if byte >= 0x80 {
        return Self.normalised(String(decoding: text, as: UTF8.self)).utf8
          .elementsEqual(normalised)
      }
      guard let letter = letter(byte) else {
        isBetween = isBetween || !isDropped(byte)
        continue
      }
      if isBetween, place > 0 {
        guard place < normalised.count, normalised[place] == UInt8(ascii: " ") else {
          return false
        }
        place += 1
      }
      isBetween = false
      guard place < normalised.count, normalised[place] == letter else { return false }
      place += 1
    }
    return place == normalised.count
  }

  /// An ASCII letter in lower case or a digit, nil for anything else.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    default: nil
    }
  }

  private static func isDropped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  private static func normalisedASCII(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isBetween = false
    for byte in text.utf8 {
      guard let letter = letter(byte) else {
        isBetween = isBetween || !isDropped(byte)
        continue
      }
      if isBetween, !result.isEmpty { result.append(UInt8(ascii: " ")) }
      isBetween = false
      result.append(letter)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func normalisedCharacters(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      switch character {
      case "'", "’", "`": continue
      case _ where character.isLetter || character.isNumber: result.append(character)
      default: if !result.isEmpty, result.last != " " { result.append(" ") }
      }
    }
    return result.trimmed
  }

  static func split(_ normalised: String) -> [String] {
    normalised.split(separator: " ").map(String.init)
  }

  /// Whether the words deny something, so that what they name may be what does not hold.
  static func deny(_ words: [String]) -> Bool {
    words.contains { denying.contains($0) || $0.hasSuffix("nt") && contracted.contains($0) }
      || exclude(words)
  }

  /// Whether the words leave open whether what they name holds.
  static func doubt(_ words: [String]) -> Bool { words.contains(where: doubting.contains) }

  /// Whether the words take out what follows, as in "anything but a client".
  static func exclude(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { excluding.contains($0 + " " + $1) }
  }

  /// Whether a word says little by itself, so that a reply means the same without it.
  static func isLight(_ word: String) -> Bool { light.contains(word) }

  /// Whether a word can stand for a choice that begins with it.
  static func isTelling(_ word: String) -> Bool { !isLight(word) || persons.contains(word) }

  /// Whether the words ask something, so that what they name is not said to hold.
  static func ask(_ words: [String], _ text: String) -> Bool {
    text.contains("?") || words.first.map(asking.contains) ?? false
  }

  /// Whether the words ask what something means, or why it is asked, rather than for advice.
  static func askMeaning(_ words: [String]) -> Bool {
    guard words.first != "why", words.count <= mostOfMeaning else {
      return words.prefix(2) == ["why", "do"] || words.prefix(2) == ["why", "does"]
    }
    let text = words.joined(separator: " ") + " "
    return meaning.contains { text.hasPrefix($0 + " ") }
      || words.first.map(askingWhat.contains) ?? false && words.last == "mean"
  }

  /// Whether the words ask if one thing is another, as in "is a friend a colleague".
  static func askWhetherSame(_ words: [String]) -> Bool {
    words.count <= mostOfMeaning && words.first == "is"
      && words.dropFirst().first.map(articles.contains) ?? false
  }

  /// A longer question that begins so asks for something else.
  private static let mostOfMeaning = 7
  private static let askingWhat: Set<String> = ["what", "whats"]
  private static let articles: Set<String> = ["a", "an"]
  private static let meaning = [
    "what is a", "what is an", "whats a", "whats an", "what counts", "what do you mean",
    "who is a", "who is an", "who counts", "do you mean",
  ]

  /// Ways to say that one is not sure.
  static let forNotSure: [String] =
    ["notsure", "not-sure", "unsure", "not certain", "dunno", "idk", "no idea", "no clue"]
    + ["i'm", "im", "i am"].flatMap { am in
      ["not sure", "unsure", "not certain"].map { "\(am) \($0)" }
    }
    + ["don't", "dont", "do not"].flatMap { ["\($0) know", "i \($0) know"] }
    + ["i dunno", "i have no idea", "i have no clue", "i've no idea", "i've no clue"]

  private static let asking: Set<String> = [
    "am", "are", "can", "could", "did", "do", "does", "how", "if", "is", "may", "must", "should",
    "was", "were", "what", "whats", "when", "where", "which", "who", "why", "will", "would",
  ]
  private static let denying: Set<String> = [
    "not", "no", "never", "neither", "nor", "without", "except",
  ]
  /// Two words that take out what follows.
  private static let excluding: Set<String> = [
    "anything but", "anybody but", "anyone but", "nothing but", "other than", "rather than",
    "instead of", "apart from",
  ]
  private static let doubting: Set<String> = [
    "maybe", "perhaps", "possibly", "probably", "might", "unsure",
  ]
  private static let persons: Set<String> = ["somebody", "someone"]
  private static let light: Set<String> = [
    "a", "about", "all", "am", "an", "and", "any", "anybody", "anyone", "anything", "are", "as",
    "at",
    "be", "been", "both", "but", "do", "does", "did", "every", "everybody", "everyone",
    "everything", "for", "from",
    "had", "has", "have", "he", "her", "hers", "hes", "hi", "him", "his", "i", "id", "im", "in",
    "is", "it", "its", "ive", "just", "me", "mine", "my", "now", "of", "oh", "on", "one", "or",
    "our", "ours", "quite", "really", "she", "shes", "so", "some", "somebody", "someone", "that",
    "thats", "the", "their", "them", "there", "they", "theyre", "theyve", "think", "this", "to",
    "us", "very", "was", "we", "well", "were", "weve", "who", "whos", "with", "yeah", "yep", "yes",
    "you", "your",
  ]
  private static let contracted: Set<String> = [
    "isnt", "wasnt", "arent", "werent", "dont", "doesnt", "didnt", "cant", "couldnt", "hasnt",
    "havent", "wont", "wouldnt", "shouldnt", "aint",
  ]
}

extension String {
  /// The text without blanks at either end.
  var trimmed: String {
    let kept = drop(while: \.isWhitespace)
    let end = kept.lastIndex { !$0.isWhitespace }
    return end.map { String(kept[...$0]) } ?? ""
  }
}
