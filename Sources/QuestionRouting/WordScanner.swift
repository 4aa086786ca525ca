/// Cuts text into words, byte by byte, as hundreds of thousands are read before the first reply.
///
/// A word is a run of letters and digits in any script, with apostrophes inside it. Signs, emoji and
/// control characters part words and are left out.
struct WordScanner {
  /// A word in lower case, and where it stands.
  struct Word {
    /// The bytes of the text that it takes up.
    let range: Range<Int>
    /// A hash of its lower-case letters.
    let hash: UInt64
  }

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next word, nil at the end.
  mutating func next() -> Word? {
    var place = position
    defer { position = place }
    let text = bytes.span.extracting(..<end)
    while place < end {
      if let word = Self.nextInLine(in: text, from: &place) { return word }
      place += 1
    }
    return nil
  }

  /// The next word of a line from a position on, which is moved behind it; nil, with the position at
  /// the end of the line, where there is none.
  @inline(__always) static func nextInLine(
    in bytes: Span<UInt8>, from position: inout Int
  ) -> Word? {
    let end = bytes.count
    var start = position
    // Nearly every word stands behind one blank and begins with a small letter.
    if start < end, bytes[start] == blank { start += 1 }
    if start >= end || !isSmall(bytes[start]) {
      while start < end, bytes[start] != lineFeed, letterLength(bytes, start, end) == 0 {
        start += 1
      }
      guard start < end, bytes[start] != lineFeed else {
        position = start
        return nil
      }
    }
    var hash = Hash()
    var index = start
    // Nearly every letter is a small one, and nearly every word ends at a blank.
    while index < end {
      let byte = bytes[index]
      guard isSmall(byte) else { break }
      hash.add(byte)
      index += 1
    }
    if index < end, bytes[index] != blank {
      (index, hash) = rest(in: bytes, from: index, hash)
    }
    position = index
    return Word(range: start..<index, hash: hash.value)
  }

  /// Where a word ends of which a part has been read, and the hash of all of it.
  @inline(never) private static func rest(
    in bytes: Span<UInt8>, from start: Int, _ before: Hash
  ) -> (end: Int, hash: Hash) {
    let end = bytes.count
    var (index, hash) = (start, before)
    while index < end {
      let letter = folded(bytes[index])
      if letter > 0 {
        hash.add(letter)
        index += 1
        continue
      }
      if bytes[index] == blank { break }
      let length = letterLength(bytes, index, end)
      if length > 0 {
        for part in index..<index + length { hash.add(bytes[part]) }
        index += length
        continue
      }
      // An apostrophe belongs to the word where a letter follows.
      let mark = apostropheLength(bytes, index, end)
      guard mark > 0, letterLength(bytes, index + mark, end) > 0 else { break }
      hash.add(apostrophe)
      index += mark
    }
    return (index, hash)
  }
}

// MARK: - Letters

extension WordScanner {
  static var apostrophe: UInt8 { 0x27 }
  private static var blank: UInt8 { 0x20 }
  private static var lineFeed: UInt8 { 0x0A }

  @inline(__always) private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// An ASCII letter in lower case or a digit as it is; 0 for what needs a closer look.
  @inline(__always) private static func folded(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : 0
  }

  /// The bytes of the letter or digit that begins there, 0 if none does.
  ///
  /// Beyond ASCII whole blocks count as letters: those of two bytes but for Latin-1 signs, and those
  /// of three bytes but for the blocks of punctuation and symbols. Four bytes are mostly emoji.
  @inline(__always) private static func letterLength(
    _ bytes: Span<UInt8>, _ position: Int, _ end: Int
  ) -> Int {
    guard position < end else { return 0 }
    let byte = bytes[position]
    if byte < 0x80 { return folded(byte) == 0 ? 0 : 1 }
    switch byte {
    case 0xC3...0xDF: return position + 2 <= end ? 2 : 0
    case 0xE0, 0xE1, 0xE3...0xEE: return position + 3 <= end ? 3 : 0
    default: return 0
    }
  }

  /// The bytes of the apostrophe that begins there, straight or curly, 0 if none does.
  private static func apostropheLength(
    _ bytes: Span<UInt8>, _ position: Int, _ end: Int
  ) -> Int {
    if bytes[position] == apostrophe { return 1 }
    let isCurly =
      position + 3 <= end && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && bytes[position + 2] == 0x99
    return isCurly ? 3 : 0
  }

  /// Whether a byte is a letter or digit of ASCII.
  static func isPlain(_ byte: UInt8) -> Bool { folded(byte) > 0 }

  /// A byte of a word in lower case.
  static func lowered(_ byte: UInt8) -> UInt8 {
    let letter = folded(byte)
    return letter > 0 ? letter : byte
  }

  /// A word's lower-case bytes, curly apostrophes made straight.
  static func lowercased(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    appendLowercased(text, range, to: &result)
    return result
  }

  static func appendLowercased(_ text: [UInt8], _ range: Range<Int>, to result: inout [UInt8]) {
    let bytes = text.span
    var position = range.lowerBound
    while position < range.upperBound, isSmall(bytes[position]) { position += 1 }
    // Most words are in lower case already, and copied at once.
    result += text[range.lowerBound..<position]
    while position < range.upperBound {
      let letter = folded(bytes[position])
      let mark = letter > 0 ? 0 : apostropheLength(bytes, position, range.upperBound)
      result.append(letter > 0 ? letter : mark > 0 ? apostrophe : bytes[position])
      position += max(1, mark)
    }
  }
}
