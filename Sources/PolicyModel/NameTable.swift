/// Names looked up by their bytes, without making a text of them first.
///
/// A batch looks two dozen names up in each of its lines; with dictionaries of texts that took longer
/// than the answer.
public struct NameTable: Sendable {
  /// A name with its first sixteen letters in two numbers, which tells most names apart at once.
  private struct Entry: Sendable {
    let group: Int
    let count: Int
    let head: UInt64
    let next: UInt64
    /// Where the letters behind those stand.
    let rest: Int
  }

  private var entries: [Entry] = []
  private var rests: [UInt8] = []
  /// Places for twice as many names at least: the number of a name, or -1.
  private var numbers: [Int32]

  /// Numbers names from 0; of equal ones the first counts.
  public init(_ names: [String]) {
    self.init(groups: [names])
  }

  /// Numbers the names of several groups from 0 on; of equal ones of a group the first counts.
  public init(groups: [[String]]) {
    var size = 4
    while size < groups.reduce(0, { $0 + $1.count }) * 2 { size *= 2 }
    numbers = [Int32](repeating: -1, count: size)
    for (group, names) in groups.enumerated() {
      for name in names { add(Array(name.utf8), to: group) }
    }
  }

  private mutating func add(_ name: [UInt8], to group: Int) {
    let (head, next) = Self.words(name.span)
    var place = Self.place(head, next, name.count, group) & (numbers.count - 1)
    while numbers[place] >= 0 { place = (place + 1) & (numbers.count - 1) }
    numbers[place] = Int32(entries.count)
    entries.append(
      Entry(group: group, count: name.count, head: head, next: next, rest: rests.count))
    rests += name.dropFirst(16)
  }

  /// The number of a name, nil for one that is none of its group.
  public func number(of name: Span<UInt8>, in group: Int = 0) -> Int? {
    let (head, next) = Self.words(name)
    var place = Self.place(head, next, name.count, group) & (numbers.count - 1)
    while numbers[place] >= 0 {
      let number = Int(numbers[place])
      let entry = entries[number]
      if entry.head == head, entry.next == next, entry.count == name.count, entry.group == group,
        name.count <= 16 || isRest(entry, of: name)
      {
        return number
      }
      place = (place + 1) & (numbers.count - 1)
    }
    return nil
  }

  public func number(of name: String, in group: Int = 0) -> Int? {
    number(of: name.utf8.span, in: group)
  }

  private func isRest(_ entry: Entry, of name: Span<UInt8>) -> Bool {
    for index in 16..<name.count where rests[entry.rest + index - 16] != name[index] {
      return false
    }
    return true
  }

  /// The first sixteen letters.
  @inline(__always) private static func words(_ name: Span<UInt8>) -> (UInt64, UInt64) {
    var head: UInt64 = 0
    for index in 0..<min(8, name.count) { head = head << 8 | UInt64(name[index]) }
    guard name.count > 8 else { return (head, 0) }
    var next: UInt64 = 0
    for index in 8..<min(16, name.count) { next = next << 8 | UInt64(name[index]) }
    return (head, next)
  }

  private static func place(_ head: UInt64, _ next: UInt64, _ count: Int, _ group: Int) -> Int {
    let mixed =
      (head ^ UInt64(count) << 56) &* 0x9E37_79B9_7F4A_7C15
      ^ (next &+ UInt64(group)) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
