/// What somebody probably meant by a name that does not exist.
public enum SpellingSuggestion {
  /// How many candidates a name is compared with, some five times as many as a knowledge has.
  static let mostCompared = 2_000

  /// The candidate nearest to a misspelt name, or nil if none is near enough to be meant.
  ///
  /// Near enough is a third of the name's length, and at least one slip. Two candidates that are
  /// equally near are taken in the order given, so the suggestion is the same on every run.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    // A file can be hostile: nobody means an id by a name of a thousand characters.
    guard name.unicodeScalars.count <= 100 else { return nil }
    let length = name.unicodeScalars.count
    let limit = max(1, length / 3)
    var best: (candidate: String, distance: Int)?
    // Nor are there ever so many ids; to compare them all could take for ever.
    for candidate in candidates.prefix(mostCompared)
    where abs(candidate.unicodeScalars.count - length) <= limit {
      let distance = slips(from: name, to: candidate)
      if distance <= limit, best.map({ distance < $0.distance }) ?? true {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }

  /// The hint that offers the nearest candidate, or nil.
  public static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// How many letters have to be added, dropped, changed or swapped with a neighbour.
  static func slips(from first: String, to second: String) -> Int {
    let a = Array(first.unicodeScalars)
    let b = Array(second.unicodeScalars)
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var row = [i + 1]
      for (j, right) in b.enumerated() {
        var cost = min(last[j] + (left == right ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
