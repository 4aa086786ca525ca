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

  /// A number below `pairs` for the first two letters of a word, capitals or not.
  @inline(__always) static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) | Int(second & 0x1F) &<< 5
  }

  static let pairs = 1024
}

/// The words that are looked for by how they begin; a few others are taken for them.
struct WantedBeginnings {
  /// The fourth letters that they may have, a bit for each, by the slots of their first three.
  private let fourths: [UInt32]

  init(_ beginnings: [UInt32]) {
    var fourths = [UInt32](repeating: 0, count: Self.slots)
    for beginning in beginnings {
      let fourth = beginning >> 24
      fourths[Self.slot(beginning & 0xFF_FFFF)] |= fourth == 0 ? ~0 : 1 << (fourth & 31)
    }
    self.fourths = fourths
  }

  /// 1 if a word of three letters or more may be wanted that begins with these four bytes, else 0: what
  /// cannot be foreseen is reckoned with, not branched upon.
  @inline(__always) func contains(four: UInt32) -> UInt64 {
    UInt64(fourths.span[Self.slot(four & 0xFF_FFFF | 0x20_2020)] &>> (four &>> 24) & 1)
  }

  /// 1 if a word of one letter or two in lower case may be wanted, else 0.
  @inline(__always) func contains(short word: UInt32) -> UInt64 {
    UInt64(fourths.span[Self.slot(word)] & 1)
  }

  /// A number that stands for three letters and a few others.
  @inline(__always) private static func slot(_ beginning: UInt32) -> Int {
    Int((beginning &* 0x9E37_79B1) >> 20)
  }

  private static let slots = 4096
}
