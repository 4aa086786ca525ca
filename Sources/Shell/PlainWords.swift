/// Words as they are compared: lower case, without punctuation.
enum PlainWords {
  /// The text in lower case, apostrophes dropped, other punctuation turned into blanks.
  ///
  /// A reply is held against thousands of phrases, nearly all of them in ASCII, for which the way
  /// through characters takes ten times as long.
  static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? normalisedASCII(text) : normalisedCharacters(text)
  }

  private static func normalisedASCII(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isBetween = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isBetween, !result.isEmpty { result.append(UInt8(ascii: " ")) }
        isBetween = false
        result.append(byte < UInt8(ascii: "a") && byte > UInt8(ascii: "9") ? byte + 32 : byte)
      default: isBetween = true
      }
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
