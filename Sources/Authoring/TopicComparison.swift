import DecisionEngine
import PolicyModel

/// What every organisation says on one topic, in each situation that the rules of any tell apart.
public struct TopicComparison: Sendable {
  /// The cases in which each organisation says one thing.
  public struct Situation: Sendable {
    /// What each organisation tells first, in their order.
    public let told: [LeadingAdvice]
    /// How many of the cases it is, nil for more than can be counted.
    public let count: UInt128?
    /// Whether the verdicts differ.
    public let differs: Bool
    /// The more telling of two situations has the greater number.
    fileprivate let weight: Int
    fileprivate let cases: CaseClass

    fileprivate init(_ told: [LeadingAdvice], _ cases: CaseClass) {
      self.told = told
      self.cases = cases
      count = cases.count
      let verdicts = told.map(\.verdict)
      differs = Set(verdicts).count > 1
      weight = Self.weight(of: verdicts)
    }

    /// A yes beside a no tells more than a no beside nothing said, and that more than two degrees of
    /// caution; where that is alike, the more verdicts there are the better.
    private static func weight(of verdicts: [Verdict]) -> Int {
      let decided = verdicts.filter { $0 != .silent && $0 != .note }.map(\.strictness)
      let spread = (decided.max() ?? 0) - (decided.min() ?? 0)
      let isSplit = !decided.isEmpty && decided.count < verdicts.count
      return (spread * 2 + (isSplit ? 1 : 0)) * Verdict.allCases.count + Set(verdicts).count
    }
  }

  public let topic: Topic
  /// The organisations that have rules on the topic, as their tables.
  public let tables: [DecisionTable]
  /// All situations, the most telling first, those in which verdicts agree last.
  public let situations: [Situation]
  /// How many cases all rules together tell apart, nil for too many to count.
  public let cases: UInt128?
  private let space: CaseSpace

  /// The situations in which verdicts differ.
  public var disagreements: [Situation] { situations.filter(\.differs) }

  /// Compares all organisations that have rules on a topic; nil if none has.
  public init?(of topic: Topic, in knowledge: Knowledge) {
    tables = knowledge.organisations.compactMap {
      DecisionTable(knowledge, organisation: $0.id, topic: topic.id)
    }
    guard !tables.isEmpty else { return nil }
    self.topic = topic
    var facts: [Fact] = []
    for fact in tables.flatMap(\.facts) where !facts.contains(where: { $0.id == fact.id }) {
      facts.append(fact)
    }
    let order = topic.facts
    facts.sort {
      (order.firstIndex(of: $0.id) ?? .max) < (order.firstIndex(of: $1.id) ?? .max)
    }
    var space = CaseSpace(
      facts: facts, toldApartBy: tables.flatMap { $0.topicRules.rules.map(\.condition) })
    let told = tables.map { Self.merged($0.leadingAdvice) }
    let found = space.classes(by: told.map { $0.map(\.condition) }).map { one in
      Situation(zip(told, one.choices).map { $0[$1].advice }, one)
    }
    let sorted = found.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      if left.differs != right.differs { return left.differs }
      if left.weight != right.weight { return left.weight > right.weight }
      let counts = (left.count ?? .max, right.count ?? .max)
      return counts.0 == counts.1 ? first.offset < second.offset : counts.0 > counts.1
    }.map(\.element)
    // Two rows with the same verdicts tell hardly more than one, so the first of each come first.
    var seen: Set<[Verdict]> = []
    let isFirst = sorted.map { $0.differs && seen.insert($0.told.map(\.verdict)).inserted }
    let first = zip(sorted, isFirst).filter(\.1).map(\.0)
    situations = first + zip(sorted, isFirst).filter { !$0.1 }.map(\.0)
    cases = space.count()
    self.space = space
  }

  /// A few facts that make each situation what it is, whatever else is so.
  public func examples(of situations: some Sequence<Situation>) -> [[Identifier<Fact>: Reply]] {
    // What has been worked out for one serves the others, and is copied but once.
    var space = space
    return situations.map { space.shortCase(of: $0.cases) }
  }

  /// What is told first, rules that tell the same as one.
  private static func merged(
    _ all: [LeadingAdvice]
  ) -> [(advice: LeadingAdvice, condition: Condition)] {
    var merged: [(advice: LeadingAdvice, condition: Condition)] = []
    for one in all {
      let same = merged.firstIndex { other in
        other.advice.verdict == one.verdict && other.advice.advice.say == one.advice.say
          && other.advice.citations == one.citations
      }
      if let same {
        merged[same].condition = .any([merged[same].condition, one.condition])
      } else {
        merged.append((one, one.condition))
      }
    }
    return merged
  }
}
