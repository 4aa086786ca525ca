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
  }

  /// Whether the words ask something, so that what they name is not said to hold.
  static func ask(_ words: [String], _ text: String) -> Bool {
    text.contains("?") || words.first.map(asking.contains) ?? false
  }

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
  private static let denying: Set<String> = ["not", "no", "never", "neither", "nor", "without"]
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
