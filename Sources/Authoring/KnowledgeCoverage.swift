import DecisionEngine
import PolicyModel

/// How much of some knowledge some cases reach, and which case would raise that most.
public struct KnowledgeCoverage: Sendable {
  /// What is reached of one sort of goals.
  public struct Share: Hashable, Sendable {
    public let reached: Int
    public let total: Int
  }

  /// A case that reaches what no other has.
  public struct Suggestion: Sendable {
    public let table: DecisionTable
    public let replies: [Identifier<Fact>: Reply]
    /// What it is the first to reach, in the order of the goals.
    public let gained: [CaseCoverage.Goal]
  }

  /// The topics of each organisation, in the order of the knowledge.
  public let topics: [CaseCoverage]

  /// What cases reach of the topics that a filter admits.
  public init(
    of knowledge: Knowledge, by cases: [Case],
    where isWanted: (Identifier<Organisation>, Identifier<Topic>) -> Bool = { _, _ in true }
  ) {
    var byPlace: [Case: [[Identifier<Fact>: Reply]]] = [:]
    for one in cases {
      byPlace[Case(organisation: one.organisation, topic: one.topic), default: []]
        .append(one.facts)
    }
    topics = knowledge.organisations.flatMap { organisation in
      knowledge.topics.compactMap { topic in
        guard isWanted(organisation.id, topic.id),
          let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
        else { return nil }
        var coverage = CaseCoverage(table)
        let place = Case(organisation: organisation.id, topic: topic.id)
        for replies in byPlace[place] ?? [] { coverage.note(replies) }
        return coverage
      }
    }
  }

  /// What is reached of a sort, in one organisation or in all; a clause that several topics cite is
  /// counted once.
  public func share(
    of kind: CaseCoverage.Kind, in organisation: Identifier<Organisation>? = nil
  ) -> Share {
    let chosen = topics.filter { organisation == nil || $0.table.organisation.id == organisation }
    guard kind == .clauses else {
      return chosen.reduce(Share(reached: 0, total: 0)) { sum, topic in
        let own = topic.share(of: kind)
        return Share(reached: sum.reached + own.reached, total: sum.total + own.total)
      }
    }
    let all = Set(chosen.flatMap { $0.ownClauses(among: $0.goals) })
    let reached = Set(chosen.flatMap { $0.ownClauses(among: $0.reached) })
    return Share(reached: reached.count, total: all.count)
  }

  /// The case that would raise the coverage most, nil where nothing is left to reach.
  ///
  /// Goals are put together greedily, beginning with each rule that is not met in turn; a case is as
  /// good as the number of goals that it alone reaches. No list has more than a few ticks, as hardly
  /// anybody is in a case with more, unless nothing else is left to reach.
  public func suggestion() -> Suggestion? {
    suggestion(mostTicks: Self.fewTicks) ?? suggestion(mostTicks: Fact.mostOptions)
  }

  /// What a list of a suggested case has ticked at most.
  public static let fewTicks = 3

  private func suggestion(mostTicks: Int) -> Suggestion? {
    let reachedClauses = Set(topics.flatMap { $0.ownClauses(among: $0.reached) })
    let searches = topics.map { CoverageSearch($0, reachedClauses, mostTicks: mostTicks) }
      .enumerated().sorted { ($1.element.most, $0.offset) < ($0.element.most, $1.offset) }
      .map(\.element)
    var best: (suggestion: Suggestion, search: CoverageSearch)?
    for search in searches {
      // A topic with fewer open goals than the best case reaches cannot have a better one.
      guard search.most > best?.suggestion.gained.count ?? 0 else { break }
      if let found = search.best(), found.gained.count > best?.suggestion.gained.count ?? 0 {
        best = (found, search)
      }
    }
    if let best { return best.search.improved(best.suggestion.replies) }
    return searches.lazy.filter { $0.most > 0 }.compactMap { $0.firstThatReaches() }.first
  }
}

/// A clause of one organisation, as documents of two may have the same id.
struct OwnClause: Hashable {
  let organisation: Identifier<Organisation>
  let citation: Citation
}

extension CaseCoverage {
  func ownClauses(among goals: some Sequence<Goal>) -> [OwnClause] {
    goals.compactMap { goal in
      guard case .clause(let citation) = goal else { return nil }
      return OwnClause(organisation: table.organisation.id, citation: citation)
    }
  }
}
