/// Statements of a decision diagram by three numbers that they are made of.
///
/// A diagram is drawn with a look into such a table at each turn; a dictionary, which guards against
/// keys that were chosen to collide, takes three times as long for it.
struct NodeTable: Sendable {
  private struct Entry: Sendable {
    var first = 0
    var second = 0
    var third = 0
    /// -1 where nothing stands.
    var node = -1
  }

  private var entries = [Entry](repeating: Entry(), count: 16)
  private var count = 0

  func node(_ first: Int, _ second: Int, _ third: Int) -> Int? {
    let entry = entries[place(first, second, third)]
    return entry.node >= 0 ? entry.node : nil
  }

  /// Notes a statement that the table has not got.
  mutating func insert(_ node: Int, _ first: Int, _ second: Int, _ third: Int) {
    count += 1
    if count * 2 > entries.count { grow() }
    entries[place(first, second, third)] = Entry(
      first: first, second: second, third: third, node: node)
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.node >= 0 {
      entries[place(entry.first, entry.second, entry.third)] = entry
    }
  }

  /// Where three numbers stand or would.
  private func place(_ first: Int, _ second: Int, _ third: Int) -> Int {
    let mask = entries.count - 1
    var mixed = UInt64(truncatingIfNeeded: first) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ UInt64(truncatingIfNeeded: second)) &* 0xC2B2_AE3D_27D4_EB4F
    mixed = (mixed ^ mixed >> 29 ^ UInt64(truncatingIfNeeded: third)) &* 0x1656_67B1_9E37_79F9
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while true {
      let entry = entries[place]
      if entry.node < 0
        || entry.third == third && entry.second == second && entry.first == first
      {
        return place
      }
      place = (place + 1) & mask
    }
  }
}
