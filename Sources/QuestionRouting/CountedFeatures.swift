/// Every feature of the examples with how much it counts in each bag.
struct CountedFeatures: Sendable {
  private struct Entry: Sendable {
    let feature: Int32
    let bag: Int32
    var weight: Int64
  }

  private var features = WordTable(room: 1 << 16)
  /// How many times each feature was met.
  private var occurrences: [Int32] = []
  /// The bags of each feature with what it counts there, feature by feature once all are counted.
  private var entries: [Entry] = []
  /// Where the entries of each feature end; while it is counted the last entry of each.
  private var ends: [Int32] = []

  /// Counts a feature of an example; those of one bag come one after the other.
  mutating func add(_ key: UInt64, bag: Int32, weight: Int64) {
    let (number, isNew) = features.number(of: key)
    if isNew {
      occurrences.append(0)
      ends.append(-1)
    }
    occurrences[number] += 1
    let last = Int(ends[number])
    if last >= 0, entries[last].bag == bag {
      entries[last].weight += weight
      return
    }
    ends[number] = Int32(entries.count)
    entries.append(Entry(feature: Int32(number), bag: bag, weight: weight))
  }

  /// Puts the entries in the order of their features.
  mutating func finish() {
    ends = [Int32](repeating: 0, count: occurrences.count)
    for entry in entries { ends[Int(entry.feature)] += 1 }
    var start: Int32 = 0
    for number in ends.indices { (ends[number], start) = (start, start + ends[number]) }
    var sorted = entries
    for entry in entries {
      let feature = Int(entry.feature)
      sorted[Int(ends[feature])] = entry
      ends[feature] += 1
    }
    entries = sorted
  }

  /// Counts the features of a sentence.
  func count(_ keys: [UInt64], into counts: inout FeatureCounts) {
    for (feature, key) in keys.enumerated() {
      guard let number = features.existingNumber(of: key) else { continue }
      for place in Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number]) {
        counts.add(entries[place].weight, of: feature, in: Int(entries[place].bag))
      }
      counts.meet(feature, times: occurrences[number])
    }
  }
}
