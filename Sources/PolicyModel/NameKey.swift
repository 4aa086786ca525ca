/// A number made of the letters of a name, by which it is found quickly; other names hardly ever share
/// it.
struct NameKey {
  /// The first eight letters and the next, which with the length tell short names apart for certain.
  private(set) var head: UInt64 = 0
  private(set) var next: UInt64 = 0
  private(set) var mixed: UInt64

  @inline(__always) init(_ name: Span<UInt8>) {
    func word(_ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in start..<min(start + 8, name.count) { word = word << 8 | UInt64(name[index]) }
      return word
    }
    mixed = UInt64(truncatingIfNeeded: name.count) &* 0x9E37_79B9_7F4A_7C15
    head = word(0)
    mix(head)
    guard name.count > 8 else { return }
    next = word(8)
    mix(next)
    var start = 16
    while start < name.count {
      mix(word(start))
      start += 8
    }
  }

  @inline(__always) private mutating func mix(_ word: UInt64) {
    mixed = (mixed ^ word) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 32
  }
}
