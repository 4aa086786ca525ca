/// Some of the numbers from 0 on, such as those of rules: a bit for each.
///
/// Those below 64 lie in the value itself, so that sets out of so few ask for no memory.
struct NumberSet: Hashable, Sendable {
  private var first: UInt64 = 0
  private var others: [UInt64] = []

  /// No number out of so many.
  init(outOf count: Int) {
    if count > 64 { others = [UInt64](repeating: 0, count: (count - 1) / 64) }
  }

  var isEmpty: Bool { first == 0 && others.allSatisfy { $0 == 0 } }

  func contains(_ number: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(number % 64)
    return (number < 64 ? first : others[number / 64 - 1]) & bit != 0
  }

  /// Puts a number in; false where it was in it.
  @discardableResult mutating func insert(_ number: Int) -> Bool {
    guard !contains(number) else { return false }
    let bit: UInt64 = 1 << UInt64(number % 64)
    if number < 64 { first |= bit } else { others[number / 64 - 1] |= bit }
    return true
  }

  mutating func remove(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number % 64)
    if number < 64 { first &= ~bit } else { others[number / 64 - 1] &= ~bit }
  }

  func isDisjoint(with other: NumberSet) -> Bool {
    first & other.first == 0 && others.indices.allSatisfy { others[$0] & other.others[$0] == 0 }
  }

  mutating func removeAll() {
    first = 0
    for place in others.indices { others[place] = 0 }
  }

  mutating func subtract(_ other: NumberSet) {
    first &= ~other.first
    for place in others.indices { others[place] &= ~other.others[place] }
  }

  mutating func formUnion(_ other: NumberSet) {
    first |= other.first
    for place in others.indices { others[place] |= other.others[place] }
  }
}
