import Glibc

/// How often each feature of a sentence stands in each bag of examples, and what follows from that.
///
/// A feature speaks for a bag, or against it, by how much larger or smaller its share in that bag is
/// than its mean share in all of them: by the logarithm of share / mean share.
struct FeatureCounts {
  private let bags: Int
  /// The counts of the first feature in every bag, then of the second, and so on; whole numbers, so that
  /// the order in which they are added up makes no difference.
  private var counts: [Int64]
  /// How many times each feature was met.
  private var occurrences: [Int32]
  /// What the weights of all words of each bag add up to.
  private var totals: [Float]
  private var examples = 0

  /// The weight of one.
  private static let one: Float = 65_536

  init(features: Int, bags: Int) {
    self.bags = bags
    totals = [Float](repeating: 0, count: bags)
    counts = [Int64](repeating: 0, count: features * bags)
    occurrences = [Int32](repeating: 0, count: features)
  }

  /// The same examples with so many features, none of which has been counted.
  func with(features: Int) -> Self {
    var counts = Self(features: features, bags: bags)
    (counts.totals, counts.examples) = (totals, examples)
    return counts
  }

  /// What the examples of one bag add up to, whatever features they have.
  struct Lengths {
    fileprivate var total: Float = 0
    fileprivate var examples = 0

    /// Adds an example of so many words, and gives the weight of each of its features: a long example
    /// counts more than a short one in all, but not in proportion.
    @inline(__always) mutating func add(words: Int) -> Int64 {
      let length = Float(words).squareRoot()
      total += length
      examples &+= 1
      return Int64(FeatureCounts.one / length)
    }
  }

  /// Adds the examples of a bag.
  mutating func add(_ lengths: Lengths, to bag: Int) {
    totals[bag] += lengths.total
    examples += lengths.examples
  }

  /// What one feature counts in one bag.
  struct Tally {
    private(set) var weight: Int64 = 0
    private(set) var times: Int32 = 0

    @inline(__always) mutating func add(_ more: Int64) {
      weight &+= more
      times &+= 1
    }
  }

  /// Adds what each feature counts in a bag.
  mutating func add(_ tallies: [Tally], in bag: Int) {
    for (feature, tally) in tallies.enumerated() {
      add(tally.weight, of: feature, in: bag)
      meet(feature, times: tally.times)
    }
  }

  /// Adds to what a feature counts in a bag.
  mutating func add(_ weight: Int64, of feature: Int, in bag: Int) {
    counts[feature * bags + bag] += weight
  }

  /// Notes that a feature was met so often.
  mutating func meet(_ feature: Int, times: Int32) { occurrences[feature] += times }

  /// What is added to every count: about half of a word of one example.
  ///
  /// A word met once shall not decide alone, nor one never met speak too loudly against a bag. Found
  /// on the tables.
  private static let caution: Float = 0.14

  /// What each feature says for each bag: more than nothing for it, less against it.
  ///
  /// One that no example has says nothing.
  func evidence(for features: [SentenceFeatures.Feature]) -> [[Float]] {
    var rarities: [Float] = []
    for (feature, count) in zip(features, occurrences) {
      rarities.append(feature.weight * (logf(Float(examples + 1) / Float(count + 1)) + 1))
    }
    // A word that no example has weighs nothing, and takes no weight from the others.
    let square = zip(rarities, occurrences).reduce(Float(0)) {
      $1.1 > 0 ? $0 + $1.0 * $1.0 : $0
    }
    let length = max(square.squareRoot(), 1)
    let caution = Self.caution / max(totals.reduce(0, +) / Float(bags), 1)
    var shares = [Float](repeating: 0, count: bags)
    return features.indices.map { feature in
      for bag in shares.indices {
        shares[bag] = Float(counts[feature * bags + bag]) / Self.one / max(totals[bag], 1)
      }
      let mean = shares.reduce(0, +) / Float(bags) + caution
      let weight = rarities[feature] / length
      // Most features stand in few bags.
      let absent = weight * logf(caution / mean)
      return shares.map { $0 == 0 ? absent : weight * logf(($0 + caution) / mean) }
    }
  }
}
