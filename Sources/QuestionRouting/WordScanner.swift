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
    if let word = shortWord(in: bytes, from: position) {
      position = word.range.upperBound
      return word
    }
    return nextOfAnyKind(in: bytes, from: &position)
  }

  /// The word that stands there behind at most one blank, if it has seven letters or fewer, as most have.
  @inline(__always) private static func shortWord(
    in bytes: Span<UInt8>, from position: Int
  ) -> Word? {
    guard bytes.count &- position > 8 else { return nil }
    let start = bytes[position] == blank ? position + 1 : position
    let eight = EightLetters(bytes, at: start)
    let count = eight.leadingLetters
    guard (1...7).contains(count), endsWord(eight[count]) else { return nil }
    return Word(range: start..<start &+ count, hash: Hash.of(eight.lowercased(count)))
  }

  /// The next word of a line, wherever it stands and whatever it is made of.
  @inline(never) private static func nextOfAnyKind(
    in bytes: Span<UInt8>, from position: inout Int
  ) -> Word? {
    let end = bytes.count
    while position < end, bytes[position] != lineFeed, letterLength(bytes, position, end) == 0 {
      position += 1
    }
    guard position < end, bytes[position] != lineFeed else { return nil }
    if let word = shortWord(in: bytes, from: position) {
      position = word.range.upperBound
      return word
    }
    let start = position
    var hash = Hash()
    var index = start
    while end - index >= 8 {
      let eight = EightLetters(bytes, at: index)
      let count = eight.leadingLetters
      hash.add(eight.lowercased(count), count: count)
      index += count
      guard count < 8 else { continue }
      if !endsWord(eight[count]) { break }
      position = index
      return Word(range: start..<index, hash: hash.value)
    }
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
    position = index
    return Word(range: start..<index, hash: hash.value)
  }
}

// MARK: - Letters

extension WordScanner {
  static var apostrophe: UInt8 { 0x27 }
  private static var blank: UInt8 { 0x20 }
  private static var lineFeed: UInt8 { 0x0A }

  @inline(__always) private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether a word surely ends before a byte that is no letter of ASCII: another script's letters, a
  /// digit and an apostrophe need a closer look.
  @inline(__always) private static func endsWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte &- 0x30 >= 10 && byte != apostrophe
  }

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
    // Most words are in lower case already.
    let word = Array(text[range])
    if word.allSatisfy(isSmall) { return word }
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
