/// Numbers by which features are found whatever sentence has them, made of the hashes of their words.
enum FeatureKey {
  /// What stands before the first word and behind the last.
  static let edge: UInt64 = 0x6A09_E667_F3BC_C908

  static func word(_ stem: UInt64) -> UInt64 { stem }

  static func group(_ group: Int) -> UInt64 { mixed(0xBB67_AE85_84CA_A73B, UInt64(group)) }

  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first, second) }

  static func contentPair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mixed(first ^ 0x3C6E_F372_FE94_F82B, second)
  }

  /// A group of synonyms stands for its words.
  static func content(_ stem: UInt64, _ group: Int) -> UInt64 { group > 0 ? UInt64(group) : stem }

  private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var mixed = (first ^ first >> 31) &* 0x9E37_79B9_7F4A_7C15 &+ second
    mixed = (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 29
  }
}
