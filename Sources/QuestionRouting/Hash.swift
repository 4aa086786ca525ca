/// A hash of a word that is the same in every run.
struct Hash: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  // One multiplication a letter, as a megabyte is hashed before the first reply.
  @inline(__always) mutating func add(_ letter: UInt8) {
    state = (state ^ UInt64(letter)) &* 0x9e37_79b9_7f4a_7c15
  }

  var value: UInt64 {
    let mixed = (state ^ state >> 32) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 29
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
