/// Numbers for hashes, counted up from 0 in the order in which they were first met.
///
/// Two different words with one hash of 64 bits would be taken for the same; among a million words
/// that happens once in thirty million times.
struct WordTable {
  /// The hashes in the order of their numbers: the usual ones are met early and lie close together,
  /// where they are quickly read.
  private var hashes: [UInt64] = []
  /// In each slot the number behind the one that it holds, 0 if it is free.
  private var slots: [UInt32]
  private var mask: Int

  var count: Int { hashes.count }

  /// A table with room for so many hashes before it has to grow.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    hashes.reserveCapacity(room)
  }

  /// The hash that has a number.
  subscript(number: Int) -> UInt64 { hashes[number] }

  /// The number of a hash, a new one if it was not met before.
  @inline(__always) mutating func number(of hash: UInt64) -> (number: Int, isNew: Bool) {
    let slot = slot(of: hash)
    let next = Int(slots[slot])
    return next > 0 ? (next &- 1, false) : (add(hash, at: slot), true)
  }

  /// The number of a hash that was met before.
  func existingNumber(of hash: UInt64) -> Int? {
    let next = Int(slots[slot(of: hash)])
    return next > 0 ? next &- 1 : nil
  }

  /// The slot that has a hash, or the free one where it would stand.
  @inline(__always) private func slot(of hash: UInt64) -> Int {
    let slots = slots.span
    let hashes = hashes.span
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0, hashes[Int(slots[slot]) &- 1] != hash { slot = (slot &+ 1) & mask }
    return slot
  }

  @inline(never) private mutating func add(_ hash: UInt64, at slot: Int) -> Int {
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for number in hashes.indices { slots[slot(of: hashes[number])] = UInt32(number + 1) }
  }
}
