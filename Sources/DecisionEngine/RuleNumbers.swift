/// Some rules of a table, by their numbers: a bit for each.
struct RuleNumbers: Hashable, Sendable {
  private var words: [UInt64]

  /// No rule out of so many.
  init(outOf count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// The rules that hold, or nil where that is open for one of them.
  init?(holding effective: [Truth]) {
    self.init(outOf: effective.count)
    for (rule, truth) in effective.enumerated() {
      if truth == .open { return nil }
      if truth == .yes { insert(rule) }
    }
  }

  mutating func insert(_ rule: Int) { words[rule / 64] |= 1 << UInt64(rule % 64) }

  mutating func formUnion(_ other: RuleNumbers) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  func contains(_ rule: Int) -> Bool { words[rule / 64] & 1 << UInt64(rule % 64) != 0 }
}
