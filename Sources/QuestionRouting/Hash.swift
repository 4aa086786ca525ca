/// A hash of a word that is the same in every run.
///
/// Eight letters at a time, as a megabyte is hashed before the first reply.
struct Hash: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The letters since the last eight, and the bits that they take up.
  private var letters: UInt64 = 0
  private var bits: UInt64 = 0

  @inline(__always) mutating func add(_ letter: UInt8) {
    letters |= UInt64(letter) &<< bits
    bits += 8
    guard bits == 64 else { return }
    state = Self.mixed(state, letters)
    (letters, bits) = (0, 0)
  }

  var value: UInt64 { Self.finished(bits == 0 ? state : Self.mixed(state, letters)) }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// Adds some letters to whole eights of them.
  mutating func add(_ more: EightLetters, count: Int) {
    assert(bits == 0)
    if count == 8 {
      state = Self.mixed(state, more.bytes)
    } else {
      (letters, bits) = (more.bytes, UInt64(8 * count))
    }
  }

  /// The hash of a word of one to eight letters.
  @inline(__always) static func of(_ letters: EightLetters) -> UInt64 {
    finished(mixed(Hash().state, letters.bytes))
  }

  @inline(__always) private static func mixed(_ state: UInt64, _ letters: UInt64) -> UInt64 {
    let mixed = (state ^ letters) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 32
  }

  @inline(__always) private static func finished(_ state: UInt64) -> UInt64 {
    let mixed = state &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 29
  }
}
