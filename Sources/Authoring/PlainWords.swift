/// A text as sentences and words, as far as its wording is measured.
struct PlainWords {
  /// The words of each sentence as they are written, without the signs around them.
  let sentences: [[Substring]]

  /// The sentences of a text, or its thoughts, which a semicolon or colon ends as well.
  init(_ text: String, asThoughts: Bool = false) {
    let bytes = text.utf8
    var sentences: [[Substring]] = []
    var words: [Substring] = []
    var token = Token(asThoughts: asThoughts)
    func finish() {
      if let word = token.word { words.append(text[word]) }
      if token.endsSentence, !words.isEmpty {
        sentences.append(words)
        words = []
      }
      token = Token(asThoughts: asThoughts)
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        finish()
        index = next
      } else if byte == 0xE2, next < bytes.endIndex, bytes[next] == 0x80 {
        // Dashes and curly quotes, of three bytes.
        index = bytes.index(next, offsetBy: 2, limitedBy: bytes.endIndex) ?? bytes.endIndex
      } else {
        token.take(byte, index..<next)
        index = next
      }
    }
    finish()
    if !words.isEmpty { sentences.append(words) }
    self.sentences = sentences
  }

  /// What stands between two blanks.
  private struct Token {
    /// The word without quotes, brackets, commas and the like around it.
    private(set) var word: Range<String.Index>?
    let asThoughts: Bool
    private var stops = 0
    private var isEnded = false

    init(asThoughts: Bool) {
      self.asThoughts = asThoughts
    }

    /// Whether a full stop, or the like, ends the sentence; "e.g." and initials end nothing.
    var endsSentence: Bool { isEnded && stops < 2 }

    mutating func take(_ byte: UInt8, _ range: Range<String.Index>) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 128...:
        word = (word?.lowerBound ?? range.lowerBound)..<range.upperBound
        isEnded = false
      case UInt8(ascii: "."):
        stops += 1
        isEnded = true
      case UInt8(ascii: "!"), UInt8(ascii: "?"): isEnded = true
      case UInt8(ascii: ";"), UInt8(ascii: ":"): isEnded = asThoughts
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): break
      default: isEnded = false
      }
    }
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
