/// Words as they are searched for: without punctuation, endings or joining words.
enum SearchWords {
  /// The stems of the words of a text that carry meaning, in their order.
  static func of(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(bytes, in: bytes.indices)
    var stems: [String] = []
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(bytes, word.range)
      if Lexicon.isJoining(word.hash) || asking.contains(word.hash) { continue }
      stems.append(String(decoding: WordForms.stem(of: spelling), as: UTF8.self))
    }
    return stems
  }

  /// Words that stand in nearly every question, and say nothing of what it is about.
  private static let asking = Set(
    ["can", "from", "if", "what", "when", "which", "who", "how"].map { Hash.of($0.utf8) })
}
