/// Numbers for hashes, counted up from 0 in the order in which they were first met.
///
/// Two different words with one hash of 64 bits would be taken for the same; among a million words
/// that happens once in thirty million times.
struct WordTable {
  private(set) var count = 0
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int

  /// A table with room for so many hashes before it has to grow.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a hash, a new one if it was not met before.
  @inline(__always) mutating func number(of hash: UInt64) -> (number: Int, isNew: Bool) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == hash { return (Int(numbers[slot]), false) }
      slot = (slot + 1) & mask
    }
    keys[slot] = hash
    numbers[slot] = Int32(count)
    count += 1
    if count * 2 > keys.count { grow() }
    return (count - 1, true)
  }

  /// The number of a hash that was met before.
  func existingNumber(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == hash { return Int(numbers[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    numbers = [Int32](repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, number) in zip(oldKeys, oldNumbers) where number >= 0 {
      var slot = Int(truncatingIfNeeded: key) & mask
      while numbers[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
