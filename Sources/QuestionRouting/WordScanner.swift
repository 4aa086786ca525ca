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
    var index = position
    while index < end, Self.letterLength(bytes, index, end) == 0 { index += 1 }
    guard index < end else {
      position = end
      return nil
    }
    let start = index
    var hash = Hash()
    while index < end {
      let letter = Self.folded(bytes[index])
      if letter != 0 {
        hash.add(letter)
        index += 1
        continue
      }
      let length = Self.letterLength(bytes, index, end)
      if length > 0 {
        for part in index..<index + length { hash.add(bytes[part]) }
        index += length
        continue
      }
      // An apostrophe belongs to the word where a letter follows.
      let mark = Self.apostropheLength(bytes, index, end)
      guard mark > 0, Self.letterLength(bytes, index + mark, end) > 0 else { break }
      hash.add(Self.apostrophe)
      index += mark
    }
    position = index
    return Word(range: start..<index, hash: hash.value)
  }
}

extension WordScanner {
  static var apostrophe: UInt8 { 0x27 }

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
  @inline(__always) private static func letterLength(_ bytes: [UInt8], _ position: Int, _ end: Int)
    -> Int
  {
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
  private static func apostropheLength(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Int {
    if bytes[position] == apostrophe { return 1 }
    let isCurly =
      position + 3 <= end && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && bytes[position + 2] == 0x99
    return isCurly ? 3 : 0
  }

  /// A word's lower-case bytes, curly apostrophes made straight.
  static func lowercased(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let mark = apostropheLength(bytes, position, range.upperBound)
      let letter = folded(bytes[position])
      result.append(mark > 0 ? apostrophe : letter == 0 ? bytes[position] : letter)
      position += max(1, mark)
    }
    return result
  }
}

/// A hash that is the same in every run: FNV-1a with a last mixing, as tables use its low bits.
struct Hash: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always) mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  var value: UInt64 { state ^ state >> 29 }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// The hash of two in a row, which differs from that of the two swapped.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first &* 0x9e37_79b9_7f4a_7c15) ^ second
    let product = mixed &* 0xbf58_476d_1ce4_e5b9
    return product ^ product >> 31
  }
}
