/// Eight bytes of a text looked at together, as one number of which the first byte is the lowest: a
/// megabyte is gone through before the first reply.
@frozen public struct EightBytes: Sendable {
  public let number: UInt64

  /// A number that has a byte in each place.
  @inlinable public static func each(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The highest bit of every byte.
  @inlinable public static var high: UInt64 { each(0x80) }

  /// The bytes from a position on; there must be eight.
  @inlinable @inline(__always) public init(_ text: Span<UInt8>, at start: Int) {
    // The compiler makes a single load of these.
    let eight = text.extracting(start..<start &+ 8)
    number =
      UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
      | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48
      | UInt64(eight[7]) << 56
  }

  /// How many bytes stand before the first that is one of two, eight if none is.
  @inlinable @inline(__always) public func count(before byte: UInt8, or other: UInt8) -> Int {
    let found = Self.zeros(in: number ^ Self.each(byte)) | Self.zeros(in: number ^ Self.each(other))
    return found.trailingZeroBitCount / 8
  }

  /// The highest bit of the first byte that is zero, and of any behind it that may be.
  @inlinable static func zeros(in number: UInt64) -> UInt64 {
    (number &- each(1)) & ~number & high
  }
}
