/// Eight bytes of a text looked at together; the first is the lowest.
///
/// All eight are one number, so that most words are found, put in lower case and hashed in a few steps
/// instead of some for each letter.
struct EightLetters {
  let bytes: UInt64

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from a position on; there must be eight.
  @inline(__always) init(_ text: Span<UInt8>, at start: Int) {
    // The compiler makes a single load of these.
    let eight = text.extracting(start..<start &+ 8)
    bytes =
      UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
      | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48
      | UInt64(eight[7]) << 56
  }

  private init(bytes: UInt64) { self.bytes = bytes }

  /// How many letters of ASCII stand at the beginning.
  var leadingLetters: Int {
    let lower = bytes | Self.each &* 0x20
    let plain = lower & ~Self.high
    // A byte's highest bit is set where it is at least "a", and where it is more than "z".
    let fromA = (lower | Self.high) &- Self.each &* 0x61
    let beyondZ = plain &+ Self.each &* (0x80 - 0x7B)
    let others = ~(fromA & ~beyondZ & ~bytes) & Self.high
    return others.trailingZeroBitCount / 8
  }

  /// The byte at a place from 0 to 7.
  subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes &>> UInt64(8 * place)) }

  /// The first of them in lower case, which are letters, and nothing behind them.
  func lowercased(_ count: Int) -> EightLetters {
    let lower = bytes | Self.each &* 0x20
    return EightLetters(bytes: lower & ~(~0 << UInt64(8 * count)))
  }
}
