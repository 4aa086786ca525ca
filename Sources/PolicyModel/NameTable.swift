/// Names looked up by their bytes, without making a text of them first.
///
/// A batch looks two dozen names up in each of its lines; with dictionaries of texts that took longer
/// than the answer.
public struct NameTable: Sendable {
  /// A name with its first sixteen letters in two numbers, which tells most names apart at once.
  private struct Entry: Sendable {
    let group: Int
    let count: Int
    let key: UInt64
    let head: UInt64
    let next: UInt64
    /// Where the letters behind those stand.
    let rest: Int
  }

  private var entries: [Entry] = []
  private var texts: [String] = []
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
      for name in names { add(name, to: group) }
    }
  }

  private mutating func add(_ name: String, to group: Int) {
    let key = NameKey(name.utf8.span)
    var place = start(key.mixed, group)
    while numbers[place] >= 0 { place = (place + 1) & (numbers.count - 1) }
    numbers[place] = Int32(entries.count)
    entries.append(
      Entry(
        group: group, count: name.utf8.count, key: key.mixed, head: key.head, next: key.next,
        rest: rests.count))
    texts.append(name)
    rests += name.utf8.dropFirst(16)
  }

  /// Where to look first.
  private func start(_ key: UInt64, _ group: Int) -> Int {
    Int(truncatingIfNeeded: key &+ UInt64(group) &* 0x9E37_79B9) & (numbers.count - 1)
  }

  /// The number of a name, nil for one that is none of its group.
  public func number(of name: Span<UInt8>, in group: Int = 0) -> Int? {
    let key = NameKey(name)
    var place = start(key.mixed, group)
    while numbers[place] >= 0 {
      let number = Int(numbers[place])
      let entry = entries[number]
      if entry.head == key.head, entry.next == key.next, entry.count == name.count,
        entry.group == group, name.count <= 16 || isRest(entry, of: name)
      {
        return number
      }
      place = (place + 1) & (numbers.count - 1)
    }
    return nil
  }

  /// The number of an id, nil for one that is none of its group.
  public func number<Subject>(of id: Identifier<Subject>, in group: Int = 0) -> Int? {
    var place = start(id.key, group)
    while numbers[place] >= 0 {
      let number = Int(numbers[place])
      if entries[number].key == id.key, entries[number].group == group, texts[number] == id.text {
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
}
