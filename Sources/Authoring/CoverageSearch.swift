import DecisionEngine
import PolicyModel

/// Looks for the case that reaches most of what is open in one topic.
struct CoverageSearch {
  private let coverage: CaseCoverage
  private let mostTicks: Int
  /// The goals that are open, clauses that another topic has reached left out.
  private let open: [CaseCoverage.Goal]
  /// No case reaches more goals than this.
  let most: Int

  init(_ coverage: CaseCoverage, _ reachedClauses: Set<OwnClause>, mostTicks: Int) {
    self.coverage = coverage
    self.mostTicks = mostTicks
    open = coverage.goals.filter { goal in
      !coverage.reached.contains(goal)
        && coverage.ownClauses(among: [goal]).allSatisfy { !reachedClauses.contains($0) }
    }
    // Of the two ways of a statement, and of the options of one choice, only one can be had.
    var exclusive: Set<CaseCoverage.Goal> = []
    let facts = coverage.table.facts
    most =
      open.count { goal in
        switch goal {
        case .rule, .clause: true
        case .condition(let statement, _):
          exclusive.insert(.condition(statement, isSo: true)).inserted
        case .option(let fact, _):
          facts.first { $0.id == fact }?.kind == .several
            || exclusive.insert(.option(fact, "")).inserted
        }
      }
  }

  /// The best case that goals put together greedily lead to, nil where none reaches anything.
  func best() -> KnowledgeCoverage.Suggestion? {
    let table = coverage.table
    let conditions = open.map(coverage.condition)
    // Ticks can be counted only where each of them is told apart.
    let ticks = table.facts.filter { $0.kind == .several }.flatMap { fact in
      fact.options.map { Condition.fact(fact.id, isAnyOf: [$0.id]) }
    }
    var space = CaseSpace(
      facts: table.facts,
      toldApartBy: table.topicRules.rules.map(\.condition) + conditions + ticks)
    let rules = open.indices.filter { open[$0].kind == .rules }
    let others = open.indices.filter { open[$0].kind != .rules }
    var best: KnowledgeCoverage.Suggestion?
    for first in rules + others {
      if best != nil, open[first].kind != .rules { break }
      let order = [first] + open.indices.filter { $0 != first }
      let found = space.caseHolding(order.map { conditions[$0] }, mostTicks: mostTicks)
      guard found.places.count > best?.gained.count ?? 0 else { continue }
      let example = suggestion(found.replies)
      if example.gained.count > best?.gained.count ?? 0 { best = example }
    }
    return best
  }

  /// The best case that can be had from a case by changing one fact after the other.
  func improved(
    _ start: [Identifier<Fact>: Reply]
  ) -> KnowledgeCoverage.Suggestion? {
    var best = suggestion(start)
    var isBetter = true
    while isBetter {
      isBetter = false
      for fact in coverage.table.facts {
        for option in coverage.table.offeredOptions(of: fact) {
          let other = suggestion(best.replies.merging([fact.id: .options([option.id])]) { $1 })
          guard other.gained.count > best.gained.count else { continue }
          best = other
          isBetter = true
        }
      }
    }
    return best.gained.isEmpty ? nil : best
  }

  /// How many dialogues are looked through for one in which something open matters.
  private static let mostDialogues = 500

  /// The first dialogue with one tick in each list that reaches something; not all are looked at.
  func firstThatReaches() -> KnowledgeCoverage.Suggestion? {
    var waiting: [[Identifier<Fact>: Reply]] = [[:]]
    var ended = 0
    while let replies = waiting.popLast(), ended < Self.mostDialogues {
      if let fact = coverage.table.nextFact(after: replies) {
        waiting += coverage.table.offeredOptions(of: fact).reversed().map { option in
          replies.merging([fact.id: .options([option.id])]) { $1 }
        }
      } else {
        ended += 1
        if !gained(by: replies).isEmpty { return improved(replies) }
      }
    }
    return nil
  }

  /// The replies that matter, completed to a case.
  private func suggestion(
    _ replies: [Identifier<Fact>: Reply]
  ) -> KnowledgeCoverage.Suggestion {
    let example = coverage.needed(completed(replies))
    return .init(table: coverage.table, replies: example, gained: gained(by: example))
  }

  private func gained(by replies: [Identifier<Fact>: Reply]) -> [CaseCoverage.Goal] {
    let reached = coverage.goals(reachedBy: replies)
    return open.filter(reached.contains)
  }

  /// The replies with some to all that is asked beside them.
  private func completed(
    _ replies: [Identifier<Fact>: Reply]
  ) -> [Identifier<Fact>: Reply] {
    var replies = replies
    while let fact = coverage.table.nextFact(after: replies) {
      let offered = coverage.table.offeredOptions(of: fact)
      replies[fact.id] = .options(offered.prefix(1).map(\.id))
    }
    return replies
  }
}
