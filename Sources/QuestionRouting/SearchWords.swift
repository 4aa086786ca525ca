/// Words as they are searched for: lower case, without punctuation, endings or joining words.
enum SearchWords {
  /// The words of a text that carry meaning, in their order.
  static func of(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { stem(String($0)) }
      .filter { !joining.contains($0) }
  }

  /// The word without the endings that English adds to it.
  ///
  /// A light stem is enough to find "posts" by "posting"; what it makes of a word is never shown.
  private static func stem(_ word: String) -> String {
    var word = word
    for ending in ["'s", "’s", "'", "’"] where word.hasSuffix(ending) {
      word.removeLast(ending.count)
      break
    }
    for ending in ["ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      word.removeLast(ending.count)
      break
    }
    // "stopped" and "stop" meet without the doubled letter.
    if word.count > 3, let last = word.last, word.dropLast().last == last, !"ls".contains(last) {
      word.removeLast()
    }
    return word
  }

  private static let joining: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from", "has", "hav", "i",
    "if", "in", "is", "it", "m", "my", "of", "on", "or", "our", "she", "so", "that", "th", "thi",
    "to", "wa", "w", "wer", "what", "when", "will", "with", "you", "your",
  ]
}
