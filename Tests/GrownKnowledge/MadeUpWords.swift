/// Words that no other copy has, in place of those that tell topics apart.
///
/// Small words stay, as they do in other people's questions.
struct MadeUpWords {
  let copy: Int

  private static let small: Set<String> = [
    "about", "after", "again", "allowed", "also", "anybody", "anyone", "because", "been", "before",
    "being", "could", "does", "doing", "down", "every", "from", "have", "having", "here", "into",
    "just", "keep", "know", "like", "make", "more", "much", "must", "need", "only", "other", "over",
    "really", "said", "same", "should", "some", "somebody", "someone", "something", "still", "such",
    "take", "than", "that", "their", "them", "then", "there", "these", "they", "thing", "think",
    "this", "those", "through", "want", "wants", "were", "what", "when", "where", "whether",
    "which",
    "while", "whom", "whose", "will", "with", "without", "would", "your",
  ]

  /// The lines of a file of questions; those with remarks stay.
  func replacingLines(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 5 / 4)
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: "#") { result += line } else { append(line, to: &result) }
      result.append(10)
    }
    result.removeLast()
    return result
  }

  /// Phrases of an option; the groups of synonyms that they name stay.
  func replacingPhrases(_ text: String) -> String {
    var result: [UInt8] = []
    append(Array(text.utf8)[...], to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var rest = text
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        let group = rest.prefix { $0 != UInt8(ascii: ">") }
        result += group
        rest = rest.dropFirst(group.count)
      } else if Self.isOfWord(first) {
        let word = rest.prefix(while: Self.isOfWord)
        result += replacement(of: word)
        rest = rest.dropFirst(word.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || byte >= 0x80
  }

  private func replacement(of word: ArraySlice<UInt8>) -> [UInt8] {
    let lower = word.map { $0 < 0x80 ? $0 | 32 : $0 }
    guard word.count > 3, !Self.small.contains(String(decoding: lower, as: UTF8.self)) else {
      return Array(word)
    }
    // FNV-1a of the word and of the copy's number.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in lower + [UInt8(truncatingIfNeeded: copy), UInt8(truncatingIfNeeded: copy >> 8)] {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    hash ^= hash >> 29
    var letters: [UInt8] = []
    for _ in 0..<4 {
      letters.append(Array("bcdfghklmnprstvz".utf8)[Int(hash & 15)])
      letters.append(Array("aeiou".utf8)[Int((hash >> 4) % 5)])
      hash = (hash >> 12) ^ (hash << 52)
    }
    return letters
  }
}
