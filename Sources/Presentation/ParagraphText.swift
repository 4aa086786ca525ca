/// The text of a paragraph as a window shows it, word by word.
struct ParagraphText {
  /// Characters that stay on one line.
  struct Word {
    /// The blanks before it.
    let gap: Int
    /// Where it stands in the text.
    var bytes: Range<Int>
    /// The columns that it takes.
    var width: Int
  }

  /// Characters side by side that mean the same.
  struct Run {
    var bytes: Range<Int>
    let meaning: Meaning
  }

  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  private(set) var runs: [Run] = []
  /// Where the next word is looked for.
  private var place = 0

  /// The pieces of a text, each as the window shows it.
  init(_ text: StyledText, shown: (String) -> String) {
    for piece in text.pieces {
      let start = bytes.count
      bytes += piece.text.utf8
      if !bytes[start...].allSatisfy({ (0x20..<0x7F).contains($0) }) {
        bytes.removeSubrange(start...)
        bytes += shown(piece.text).utf8
      }
      if let last = runs.last, last.meaning == piece.meaning {
        runs[runs.count - 1].bytes = last.bytes.lowerBound..<bytes.count
      } else {
        runs.append(Run(bytes: start..<bytes.count, meaning: piece.meaning))
      }
    }
  }

  /// The next word, nil behind the last one.
  mutating func next() -> Word? {
    let blank = UInt8(ascii: " ")
    var start = place
    while start < bytes.count, bytes[start] == blank { start += 1 }
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != blank { end += 1 }
    defer { place = end }
    let word = bytes[start..<end]
    let isASCII = word.allSatisfy { $0 < 0x80 }
    let width = isASCII ? word.count : String(decoding: word, as: UTF8.self).columns
    return Word(gap: start - place, bytes: start..<end, width: width)
  }

  /// Takes off a word what fits into some columns, nil where nothing does or all of it would.
  func cut(_ word: inout Word, at columns: Int) -> Range<Int>? {
    guard word.width > columns else { return nil }
    var width = 0
    var end = word.bytes.lowerBound
    var behindJoint: (end: Int, width: Int)?
    for character in beginning(of: word) {
      guard width + character.columns <= columns else { break }
      width += character.columns
      end += character.utf8.count
      // An address is easier to read when it is cut behind one of its own joints.
      if Self.joints.contains(character) { behindJoint = (end, width) }
    }
    guard width > 0 else { return nil }
    let head = behindJoint ?? (end, width)
    defer {
      word.bytes = head.end..<word.bytes.upperBound
      word.width -= head.width
    }
    return word.bytes.lowerBound..<head.end
  }

  /// More of a word than ever fits into a line, so that a long one is not decoded once for each line.
  private func beginning(of word: Word) -> String {
    var end = min(word.bytes.lowerBound + Self.longestLine, word.bytes.upperBound)
    while end < word.bytes.upperBound, UTF8.isContinuation(bytes[end]) { end -= 1 }
    return String(decoding: bytes[word.bytes.lowerBound..<end], as: UTF8.self)
  }

  private static let longestLine = 4096
  private static let joints: Set<Character> = ["@", "/", "_", "-"]
}
