/// The first letters of a word as one number, which its stem has in common with it, so that most words
/// are seen not to be wanted without looking closer.
enum WordBeginning {
  /// How words of a stem begin: its first three letters, and the fourth where all of them have it, else 0.
  ///
  /// The last letter of a stem may be another than in a word.
  static func of(_ stem: [UInt8]) -> UInt32 {
    var beginning: UInt32 = 0
    for letter in stem.prefix(stem.count > 4 ? 4 : 3).reversed() {
      beginning = beginning << 8 | UInt32(letter)
    }
    return beginning
  }

  /// A number from 0 to 4095 that stands for three letters and a few others.
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
