/// Numbers for hashes, counted up from 0 in the order in which they were first met.
///
/// Two different words with one hash of 64 bits would be taken for the same; among a million words
/// that happens once in thirty million times.
struct WordTable {
  private(set) var count = 0
  /// The hash in each slot, 0 in those that are free.
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int

  /// A table with room for so many hashes before it has to grow.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  /// The number of a hash, a new one if it was not met before.
  @inline(__always) mutating func number(of hash: UInt64) -> (number: Int, isNew: Bool) {
    let key = Self.key(of: hash)
    let slot = slot(of: key)
    if keys[slot] == key { return (Int(numbers[slot]), false) }
    return (add(key, at: slot), true)
  }

  /// The number of a hash that was met before.
  func existingNumber(of hash: UInt64) -> Int? {
    let key = Self.key(of: hash)
    let slot = slot(of: key)
    return keys[slot] == key ? Int(numbers[slot]) : nil
  }

  /// One hash in all is taken for another, as 0 says that a slot is free.
  @inline(__always) private static func key(of hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// The slot that has a key, or the free one where it would stand.
  @inline(__always) private func slot(of key: UInt64) -> Int {
    let keys = keys.span
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  @inline(never) private mutating func add(_ key: UInt64, at slot: Int) -> Int {
    keys[slot] = key
    numbers[slot] = Int32(count)
    count += 1
    if count * 2 > keys.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    numbers = [Int32](repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, number) in zip(oldKeys, oldNumbers) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
