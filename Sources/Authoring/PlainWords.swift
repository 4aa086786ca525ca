/// A text as sentences and words, as far as its wording is measured.
///
/// All texts of the knowledge are measured at every check, so words are kept as places in the bytes of
/// the text, and become texts of their own only where somebody asks for them.
struct PlainWords: Sendable {
  private let text: String
  /// The words as they are written, without the signs around them, as places in the text's bytes.
  private var places: [Range<Int>] = []
  /// For each sentence the number of words up to its end.
  private var ends: [Int] = []

  /// The sentences of a text, or its thoughts, which a semicolon or colon ends as well.
  init(_ text: String, asThoughts: Bool = false) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    places.reserveCapacity(text.utf8.count / 5)
    let bytes = text.utf8.span
    var token = Token(asThoughts: asThoughts)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        finish(token)
        token = Token(asThoughts: asThoughts)
      } else if byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 {
        // Dashes and curly quotes, of three bytes.
        index += 2
      } else {
        token.take(byte, at: index)
      }
      index += 1
    }
    finish(token)
    if places.count > ends.last ?? 0 { ends.append(places.count) }
  }

  private mutating func finish(_ token: Token) {
    if let word = token.word { places.append(word) }
    if token.endsSentence, places.count > ends.last ?? 0 { ends.append(places.count) }
  }

  /// What stands between two blanks.
  private struct Token {
    private var start = -1
    private var end = 0
    let asThoughts: Bool
    private var stops = 0
    private var isEnded = false

    init(asThoughts: Bool) {
      self.asThoughts = asThoughts
    }

    /// The word without quotes, brackets, commas and the like around it.
    var word: Range<Int>? { start < 0 ? nil : start..<end }

    /// Whether a full stop, or the like, ends the sentence; "e.g." and initials end nothing.
    var endsSentence: Bool { isEnded && stops < 2 }

    mutating func take(_ byte: UInt8, at index: Int) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 128...:
        if start < 0 { start = index }
        end = index + 1
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

  /// For each sentence which words it has, by their numbers.
  var sentenceRanges: [Range<Int>] {
    ends.indices.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] }
  }

  /// The words of each sentence as they are written.
  var sentences: [[Substring]] { sentenceRanges.map(words) }

  /// Some words as they are written.
  func words(_ numbers: Range<Int>) -> [Substring] { places[numbers].map(word) }

  /// All words in small letters.
  var lowercased: [String] { places.map { word($0).lowercased() } }

  /// Calls a closure with the bytes of a word.
  func withBytes<Result>(ofWord number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = text.utf8.span
    return body(bytes.extracting(places[number]))
  }

  private func word(_ place: Range<Int>) -> Substring {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: place.lowerBound)
    return text[start..<bytes.index(start, offsetBy: place.count)]
  }

  /// Whether words stand side by side somewhere in a list of words.
  static func has(_ phrase: [String], in words: [String]) -> Bool {
    guard let first = phrase.first else { return false }
    return words.indices.contains { index in
      words[index] == first && words[index...].starts(with: phrase)
    }
  }
}
