import CTextBits
import PolicyModel

/// Sixty-four bytes of a text looked at together, a bit for each: where words begin and lines end.
///
/// The bytes at its edges are there to see what the others are part of, so blocks overlap.
struct TextBlock {
  static let size = 64
  /// How many bytes at its beginning are left to the block before, and how many are its own.
  static let before = 2
  static let own = 59
  private static let ownBits: UInt64 = ((1 << UInt64(own)) - 1) << UInt64(before)

  /// The letters and digits.
  private let letters: UInt64
  /// The own bytes with which words begin.
  let starts: UInt64
  /// Those of them with an apostrophe among the three letters behind.
  private let unsure: UInt64
  /// The own bytes that end lines.
  let lineFeeds: UInt64
  /// Whether all bytes are ASCII; if not, only the line feeds are sure.
  let isPlain: Bool

  /// The block from a position on; there must be so many bytes.
  @inline(__always) init(_ text: Span<UInt8>, at start: Int) {
    let block = text.extracting(start..<start &+ Self.size)
    @inline(__always) func eight(_ place: Int) -> UInt64 { EightBytes(block, at: place).number }
    let bits = askfirst_look_at(
      eight(0), eight(8), eight(16), eight(24), eight(32), eight(40), eight(48), eight(56))
    letters = bits.letters
    let apostrophes = bits.apostrophes
    // An apostrophe between letters is part of a word.
    starts = letters & ~(letters &<< 1) & ~((apostrophes &<< 1) & (letters &<< 2)) & Self.ownBits
    unsure = starts & (apostrophes &>> 1 | apostrophes &>> 2 | apostrophes &>> 3)
    lineFeeds = bits.line_feeds & Self.ownBits
    isPlain = bits.beyond_ascii == 0
  }

  /// The words that may be wanted by how they begin, and those that may begin otherwise than their stem.
  ///
  /// Behind the block there must be eight bytes more.
  @inline(__always) func wanted(
    in text: Span<UInt8>, at start: Int, _ beginnings: WantedBeginnings
  ) -> UInt64 {
    // No further than the last word of the block, and the eight bytes that begin there.
    let block = text.extracting(start..<start &+ Self.size &+ 8)
    var wanted = unsure
    let long = starts & letters &>> 1 & letters &>> 2
    var rest = long
    while rest > 0 {
      let place = rest.trailingZeroBitCount
      let four = UInt32(truncatingIfNeeded: EightBytes(block, at: place).number)
      wanted |= beginnings.contains(four: four) &<< UInt64(truncatingIfNeeded: place)
      rest &= rest &- 1
    }
    rest = starts & ~long
    while rest > 0 {
      let place = rest.trailingZeroBitCount
      // What stands behind a single letter is no part of the word.
      let second = letters &>> UInt64(truncatingIfNeeded: place &+ 1) & 1
      let two = UInt32(block[place]) | UInt32(block[place &+ 1]) &<< 8 | 0x2020
      let word = two & (0xFF | 0xFF00 &* UInt32(truncatingIfNeeded: second))
      wanted |= beginnings.contains(short: word) &<< UInt64(truncatingIfNeeded: place)
      rest &= rest &- 1
    }
    return wanted
  }
}
