/// Counts typing slips between two words.
enum Slips {
  /// Which letters a word has, a bit for each; a quick way to see that two words differ.
  static func letters(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var letters: UInt32 = 0
    for index in range { letters |= 1 << UInt32(bytes[index] & 0x1F) }
    return letters
  }

  /// How many letters have to be added, dropped, changed or swapped with a neighbour, nil if more
  /// than the given number.
  static func count(from a: [UInt8], to b: [UInt8], most: Int) -> Int? {
    guard abs(a.count - b.count) <= most else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      row[0] = i + 1
      var least = row[0]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > most { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= most ? last[b.count] : nil
  }
}
