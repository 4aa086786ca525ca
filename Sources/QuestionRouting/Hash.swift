/// A hash of a word that is the same in every run.
///
/// It is mixed once for eight letters, not for each, since a megabyte is hashed before the first reply.
struct Hash: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The letters since the last mixing, and how many bits they take.
  private var letters: UInt64 = 0
  private var width: UInt64 = 0

  @inline(__always) mutating func add(_ letter: UInt8) {
    letters |= UInt64(letter) << width
    width += 8
    if width == 64 { mix() }
  }

  private mutating func mix() {
    state = Self.mixed(state ^ letters)
    letters = 0
    width = 0
  }

  var value: UInt64 { Self.mixed(state ^ letters) }

  @inline(__always) private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ value >> 32) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 29
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
