import PolicyModel

/// The letters that a word begins with, up to eight: most words are found, put in lower case and hashed
/// in a few steps instead of some for each letter.
struct EightLetters {
  let bytes: UInt64

  /// The bytes from a position on; there must be eight.
  @inline(__always) init(_ text: Span<UInt8>, at start: Int) {
    bytes = EightBytes(text, at: start).number
  }

  private init(bytes: UInt64) { self.bytes = bytes }

  /// How many letters of ASCII stand at the beginning.
  @inline(__always) var leadingLetters: Int {
    let high = EightBytes.high
    let lower = bytes | EightBytes.each(0x20)
    // A byte's highest bit is set where it is at least "a", and where it is more than "z".
    let fromA = (lower | high) &- EightBytes.each(0x61)
    let beyondZ = (lower & ~high) &+ EightBytes.each(0x80 - 0x7B)
    let others = ~(fromA & ~beyondZ & ~bytes) & high
    return others.trailingZeroBitCount / 8
  }

  /// The byte at a place from 0 to 7.
  subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes &>> UInt64(8 * place)) }

  /// The first of them in lower case, which are letters, and nothing behind them.
  @inline(__always) func lowercased(_ count: Int) -> EightLetters {
    let lower = bytes | EightBytes.each(0x20)
    return EightLetters(bytes: lower & ~(~0 << UInt64(8 * count)))
  }
}
