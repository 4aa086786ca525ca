import Glibc
import PolicyModel
import Synchronization

/// Finds the topic of a sentence by comparing it with the ways in which people ask.
///
/// What was tried, on two sets of 224 questions that others had written without seeing the examples
/// (first right / one of three right, in per cent; the examples were then half of today's): the
/// shares of words, synonyms and pairs used here 80 / 92; the same without pairs 70 / 91; naive
/// Bayes on them 76 / 91; its complement form 67 / 86; the mean of each topic 64 / 88; the nearest
/// examples 62 / 83; logistic regression 74 / 90, at a hundred times the cost of making ready; parts
/// of words beside words, and pairs further apart, no better. Mending slips brought 1 to 2 more,
/// twice as many examples 2 to 3.
///
/// Later, on 384 questions of two others with 14,600 examples: only what speaks for a topic 78 / 92,
/// what speaks against it as well, as here, 82 / 94; and on 636 sentences written afterwards 74 / 90
/// and 78 / 93. No better with either: support vectors alone 78 / 91 or added, the nearest examples
/// added, three words in a row, the parts of a sentence by themselves, more groups of synonyms, or
/// the facts that are heard. With four fifths of the examples a point is lost, with three fifths three.
///
/// With 17,800 examples, mostly bare questions, 89 / 98 on 336 questions of one or two sentences by two
/// more writers, but 73 / 90 on as many long stories; 3,070 stories added to the examples made that
/// 94 / 98 and 83 / 97. Words that only join others no longer count by themselves: half a point better with
/// strangers, half a point worse cross-validated; without the pairs of them seven in a thousand were lost.
///
/// Of 102 things that belong to no topic, most with the topics' words in another sense, 83 % were
/// refused; 700 more such sentences made that 89, and the caution below 92, at 2 more in a hundred
/// questions that are refused wrongly. Weights fitted anew by logistic regression were no better.
public struct QuestionRouter: Sendable {
  private let index: QuestionIndex
  private let topics: [Identifier<Topic>]
  private let groups: SynonymGroups
  private let listeners = FactListeners()

  public init(_ words: Words) {
    index = QuestionIndex(words)
    topics = words.questions.map(\.topic)
    groups = SynonymGroups(words.synonyms + words.groups)
  }

  /// The topics that the sentence may be about, and how sure that is.
  ///
  /// Where all of it together is about nothing, a part that is plainly about something decides, for
  /// people wrap their question in other matters.
  public func route(_ sentence: String) -> Routing {
    let text = String(decoding: Self.readable(sentence), as: UTF8.self)
    let whole = routeWhole(text)
    guard case .far = whole.outcome else { return whole }
    let parts = Self.longParts(of: text)
    guard parts.count > 1 else { return whole }
    let plain = parts.map(routeWhole).filter { $0.elsewhere < Self.plainlyHere }
    return plain.min { $0.elsewhere < $1.elsewhere } ?? whole
  }

  private static let plainlyHere = 0.2

  private func routeWhole(_ sentence: String) -> Routing {
    let bytes = Array(sentence.utf8)
    let comparison = Comparison(of: bytes, with: index)
    let elsewhere = comparison.elsewhere
    let shares = comparison.shares.map { $0 * (1 - elsewhere) }
    let order = topics.indices.sorted {
      shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1]
    }
    return Routing(
      candidates: order.map { bag in
        Routing.Candidate(
          topic: topics[bag], confidence: Double(shares[bag]),
          words: bag == order.first || shares[bag] > 0.02
            ? comparison.words(for: bag, in: bytes) : [])
      }, elsewhere: Double(elsewhere))
  }

  /// Makes ready what a later sentence would have to wait for, where there is time for it.
  public func prepare() {
    index.prepare()
  }

  /// A listener for what sentences state of some facts.
  public func listener(for facts: [Fact]) -> FactListener {
    listeners.listener(for: facts) {
      FactListener(facts, groups: groups) { [index] in index.isUsual($0, enough: Self.usual) }
    }
  }

  /// What makes a listener for one sentence, and holds no more of the router than that needs; the groups
  /// are those that the phrases of the facts name.
  public func listening(
    to sentence: String
  ) -> @Sendable ([Fact], [Words.Synonyms]) -> FactListener {
    var usual: Set<[UInt8]> = []
    let bytes = Self.readable(sentence)
    var scanner = WordScanner(bytes, in: bytes.indices)
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(bytes, word.range)
      if index.isUsual(spelling, enough: Self.usual) { usual.insert(spelling) }
    }
    return { [usual] facts, groups in
      FactListener(facts, groups: SynonymGroups(groups)) { usual.contains($0) }
    }
  }

  /// A word that the examples have so often is no slip of a word that a phrase has.
  ///
  /// The usual slips, such as "counsil", come 5 to 12 times; at 20 a "driver" becomes a "drive", and no
  /// more is heard rightly.
  private static let usual: Int32 = 13

  /// No more than this of a sentence is read, in bytes; nobody asks a question longer than that.
  private static let longest = 4_000

  /// Whether a sentence is so long that its end is left out.
  public static func readsOnlyBeginning(of sentence: String) -> Bool {
    sentence.utf8.count > longest
  }

  static func readable(_ sentence: String) -> [UInt8] { Array(sentence.utf8.prefix(longest)) }
}

/// A sentence compared with the examples.
private struct Comparison {
  private let features: [SentenceFeatures.Feature]
  private let evidence: [[Float]]
  private let scores: [Float]

  /// How sure differences of scores make; how much speaks for "none of them" to begin with, how much the
  /// best topic speaks against it, how much a word that no example has speaks for it, and how much
  /// shortness does; all found on the tables named above.
  private enum Calibration {
    static let topics: Float = 1.5
    static let caution: Float = 0.6
    static let elsewhere: Float = 2.8
    static let best: Float = 1.15
    static let unknownWords: Float = 10.4
    static let shortness: Float = 22.4
  }

  init(of sentence: [UInt8], with index: QuestionIndex) {
    let (read, counts) = index.count(sentence)
    features = read.features
    evidence = counts.evidence(for: features)
    scores = evidence.reduce(into: [Float](repeating: 0, count: index.bagCount)) { sum, said in
      for bag in said.indices { sum[bag] += said[bag] }
    }
  }

  /// How sure it is, from 0 to 1, that the sentence is on none of the topics.
  var elsewhere: Float {
    let words = zip(features, evidence).filter { $0.0.isTelling }
    let known = words.count { $0.1.contains { $0 != 0 } }
    guard known > 0 else { return 1 }
    let best = scores.dropLast().max() ?? 0
    let unknown = Float(words.count - known) / Float(words.count)
    let sum =
      Calibration.caution + Calibration.elsewhere * (scores.last ?? 0) - Calibration.best * best
      + Calibration.unknownWords * unknown
      + Calibration.shortness / Float(max(words.count, 4))
    return 1 / (1 + expf(-sum))
  }

  /// How sure each topic is, all of them together 1, if it is one of them.
  var shares: [Float] {
    let highest = scores.dropLast().max() ?? 0
    let powers = scores.dropLast().map { expf(($0 - highest) * Calibration.topics) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The words that spoke most for a bag, as they were typed and in their order.
  func words(for bag: Int, in sentence: [UInt8]) -> [String] {
    var weights: [(range: Range<Int>, weight: Float)] = []
    let telling = Set(features.filter(\.isTelling).map(\.range))
    for (feature, said) in zip(features, evidence)
    where said[bag] > 0 && telling.contains(feature.range) {
      if let index = weights.firstIndex(where: { $0.range == feature.range }) {
        weights[index].weight += said[bag]
      } else {
        weights.append((feature.range, said[bag]))
      }
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    let heaviest = weights.sorted {
      ($0.weight, $1.range.lowerBound) > ($1.weight, $0.range.lowerBound)
    }.prefix(4).filter { $0.weight * 10 >= sum }
    return heaviest.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
      .map { String(decoding: sentence[$0], as: UTF8.self) }
  }
}
