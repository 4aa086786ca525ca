/// The first three letters of a word as one number, which its stem has in common with it, so that most
/// words are seen not to be wanted without looking closer.
enum WordBeginning {
  /// Of words in lower case.
  @inline(__always) static func of(_ word: some Collection<UInt8>) -> UInt32 {
    var beginning: UInt32 = 0
    var bits: UInt32 = 0
    for byte in word.prefix(3) {
      beginning |= UInt32(byte) << bits
      bits += 8
    }
    return beginning
  }

  /// What is taken for the beginning of a word that may begin otherwise than its stem, such as "I'm".
  static let unsure: UInt32 = 0

  /// A number from 0 to 4095 that stands for a beginning and a few others.
  @inline(__always) static func slot(_ beginning: UInt32) -> Int {
    Int((beginning &* 0x9E37_79B1) >> 20)
  }

  static let slots = 4096

  /// A number below `pairs` for the first two letters of a word, capitals or not.
  @inline(__always) static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) | Int(second & 0x1F) &<< 5
  }

  static let pairs = 1024
}
