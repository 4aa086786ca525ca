/// Some rules of a table, by their numbers: a bit for each.
struct RuleNumbers: Hashable, Sendable {
  private var words: [UInt64]

  /// No rule out of so many.
  init(outOf count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  mutating func insert(_ rule: Int) { words[rule / 64] |= 1 << UInt64(rule % 64) }

  mutating func formUnion(_ other: RuleNumbers) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  func contains(_ rule: Int) -> Bool { words[rule / 64] & 1 << UInt64(rule % 64) != 0 }
}
