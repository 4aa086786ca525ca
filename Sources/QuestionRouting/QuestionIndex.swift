import PolicyModel
import Synchronization

/// The example questions, with which sentences are compared.
///
/// The first sentences are answered soonest by going through all examples for each. To count all features
/// beforehand takes as long as some ten sentences; from then on a sentence takes a fraction of the time,
/// which hardly grows with the examples. What is counted is the same.
final class QuestionIndex: Sendable {
  private struct State {
    /// Needed until they are counted.
    var bags: [ExampleQuestions]
    var sentences = 0
    /// How often each word of the last sentence was met, by its hash.
    var met: [UInt64: Int32] = [:]
    var lexicon: Lexicon?
    var counted: CountedExamples?

    mutating func madeLexicon() -> Lexicon {
      let made = lexicon ?? Lexicon(bags)
      lexicon = made
      return made
    }
  }

  /// So many sentences are answered by going through the examples.
  private static let enough = 10

  /// The number of bags: one for each topic, then that of what belongs to none.
  let bagCount: Int
  private let synonyms: SynonymTable
  private let state: Mutex<State>

  init(_ words: Words) {
    let bags = words.questions.map(\.examples) + [words.elsewhere]
    bagCount = bags.count
    synonyms = SynonymTable(words.synonyms)
    state = Mutex(State(bags: bags))
  }

  /// The features of a sentence, and how much each counts in every bag.
  func count(_ sentence: [UInt8]) -> (features: SentenceFeatures, counts: FeatureCounts) {
    state.withLock { state in
      if state.counted == nil, state.sentences >= Self.enough { count(&state) }
      state.sentences += 1
      guard let counted = state.counted else { return scan(sentence, &state) }
      let features = features(of: sentence, counted.lexicon)
      return (features, counted.count(features))
    }
  }

  /// Counts all features now.
  func prepare() {
    state.withLock { if $0.counted == nil { count(&$0) } }
  }

  /// Whether the examples have a word so often.
  func isUsual(_ spelling: [UInt8], enough: Int32) -> Bool {
    let hash = Hash.of(spelling)
    return state.withLock { state in
      if state.lexicon == nil, let times = state.met[hash] { return times >= enough }
      return state.madeLexicon().count(of: hash) >= enough
    }
  }

  private func count(_ state: inout State) {
    state.counted = CountedExamples(state.bags, state.madeLexicon(), synonyms)
    state.bags = []
  }

  /// Takes every word for what was meant, and looks for slips only where a word is unusual.
  private func scan(_ sentence: [UInt8], _ state: inout State) -> (SentenceFeatures, FeatureCounts)
  {
    let typed = SentenceFeatures(sentence, synonyms) { $0 }
    var scan = ExampleScan(typed, synonyms)
    let counts = scan.count(state.bags)
    state.met = scan.met
    let mayBeMended = typed.spellings.contains { spelling in
      Lexicon.isMended(spelling) && state.met[Hash.of(spelling)] ?? 0 < Lexicon.usual
    }
    guard mayBeMended else { return (typed, counts) }
    let meant = features(of: sentence, state.madeLexicon())
    if meant.keys == typed.keys { return (typed, counts) }
    var again = ExampleScan(meant, synonyms)
    return (meant, again.count(state.bags))
  }

  private func features(of sentence: [UInt8], _ lexicon: Lexicon) -> SentenceFeatures {
    SentenceFeatures(sentence, synonyms) { lexicon.mended($0) }
  }
}
