/// A text as sentences and words, as far as its wording is measured.
struct PlainWords {
  /// The words of each sentence as they are written, without the signs around them.
  let sentences: [[Substring]]

  init(_ text: String) {
    var sentences: [[Substring]] = []
    var words: [Substring] = []
    for token in text.split(whereSeparator: \.isWhitespace) {
      let word = token.trimmed
      if !word.isEmpty { words.append(word) }
      if token.endsSentence, !words.isEmpty {
        sentences.append(words)
        words = []
      }
    }
    if !words.isEmpty { sentences.append(words) }
    self.sentences = sentences
  }

  /// All words in small letters.
  var lowercased: [String] { sentences.joined().map { $0.lowercased() } }

  /// Whether words stand side by side somewhere in a list of words.
  static func has(_ phrase: [String], in words: [String]) -> Bool {
    guard let first = phrase.first else { return false }
    return words.indices.contains { index in
      words[index] == first && words[index...].starts(with: phrase)
    }
  }
}

extension Substring {
  /// The word without quotes, brackets, commas and the like around it.
  fileprivate var trimmed: Substring {
    let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard let first = firstIndex(where: isPart), let last = lastIndex(where: isPart) else {
      return self[endIndex...]
    }
    return self[first...last]
  }

  /// Whether a full stop, or the like, ends the sentence; one inside a word does not.
  fileprivate var endsSentence: Bool {
    let end = last { !"\"'”’)]".contains($0) }
    guard let end, ".!?".contains(end) else { return false }
    // "e.g." and initials end nothing.
    return !(end == "." && dropLast().contains("."))
  }
}
