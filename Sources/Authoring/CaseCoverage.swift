import DecisionEngine
import PolicyModel

/// How much of the rules on one topic some cases reach.
///
/// Rules, ways of conditions and clauses count only if some case has them, which is found out exactly.
public struct CaseCoverage: Sendable {
  /// One thing that a case can reach.
  public enum Goal: Hashable, Sendable {
    /// The rule is a finding, neither open nor set aside; nil for what is said otherwise.
    case rule(Identifier<Rule>?)
    /// What a rule says of one fact is so, or is not so.
    case condition(Condition, isSo: Bool)
    /// The option is given.
    case option(Identifier<Fact>, Identifier<Option>)
    /// A finding, one of its steps or conditions, or the fallback cites the clause.
    case clause(Citation)
  }

  /// The sorts of goals.
  public enum Kind: String, CaseIterable, Sendable {
    case rules, conditions, options, clauses
  }

  public let table: DecisionTable
  /// All that can be reached, sort by sort, in the order of the files.
  public let goals: [Goal]
  /// The rules that no case meets.
  public let unreachable: [Identifier<Rule>]
  public private(set) var reached: Set<Goal> = []
  let told: AdviceConditions

  /// The coverage of a table by no case.
  public init(_ table: DecisionTable) {
    self.table = table
    told = table.adviceConditions
    let rules = table.topicRules.rules
    let told = told
    let wanted = Self.goals(of: table, citing: told.citations.keys.sorted())
    var space = CaseSpace(facts: table.facts, toldApartBy: rules.map(\.condition))
    let possible = wanted.filter { goal in
      // Every option can be given; the space does not tell each of them apart.
      if case .option = goal { return true }
      return space.isPossible(where: Self.condition(of: goal, in: table, telling: told))
    }
    goals = possible
    let missed = Set(wanted).subtracting(possible)
    unreachable = rules.map(\.id).filter { missed.contains(.rule($0)) }
  }

  private static func goals(of table: DecisionTable, citing clauses: [Citation]) -> [Goal] {
    var statements: [Condition] = []
    for statement in table.topicRules.rules.flatMap(\.condition.statements)
    where !statements.contains(statement) {
      statements.append(statement)
    }
    return table.topicRules.rules.map { .rule($0.id) } + [.rule(nil)]
      + statements.flatMap { [.condition($0, isSo: true), .condition($0, isSo: false)] }
      + table.facts.flatMap { fact in
        table.offeredOptions(of: fact).map { .option(fact.id, $0.id) }
      } + clauses.map { .clause($0) }
  }

  /// The goals of a sort that no case has reached.
  public func missed(_ kind: Kind) -> [Goal] {
    goals.filter { $0.kind == kind && !reached.contains($0) }
  }

  /// What is reached of a sort.
  public func share(of kind: Kind) -> KnowledgeCoverage.Share {
    let total = goals.count { $0.kind == kind }
    return .init(reached: total - missed(kind).count, total: total)
  }

  /// Notes what a case reaches.
  public mutating func note(_ replies: [Identifier<Fact>: Reply]) {
    reached.formUnion(self.goals(reachedBy: replies))
  }

  /// What a case reaches; facts that change nothing reach nothing.
  public func goals(reachedBy replies: [Identifier<Fact>: Reply]) -> Set<Goal> {
    let replies = needed(replies)
    let answer = table.answer(to: replies)
    var found = Set(answer.findings.map { Goal.rule($0.rule) })
    for (statement, truth) in table.trace(of: replies).flatMap(\.condition.statements) {
      if truth != .open { found.insert(.condition(statement, isSo: truth == .yes)) }
    }
    for (fact, reply) in replies {
      guard case .options(let options) = reply else { continue }
      found.formUnion(options.map { .option(fact, $0) })
    }
    var cited: [Citation] = []
    for advice in answer.findings.map(\.advice) {
      cited += advice.citations + advice.steps.flatMap(\.citations)
      guard answer.isSettled, answer.verdict.leavesConditionsOpen else { continue }
      cited += advice.provided.flatMap(\.citations)
    }
    if answer.isSettled, answer.verdict == .silent { cited += answer.fallback?.citations ?? [] }
    found.formUnion(cited.map { .clause($0) })
    return found.intersection(goals)
  }

  /// The replies that the dialogue asks for, and those that change what is told all the same.
  func needed(_ replies: [Identifier<Fact>: Reply]) -> [Identifier<Fact>: Reply] {
    var needed: [Identifier<Fact>: Reply] = [:]
    while let fact = table.nextFact(after: needed), let reply = replies[fact.id] {
      needed[fact.id] = reply
    }
    for (fact, reply) in replies.sorted(by: { $0.key < $1.key }) where needed[fact] == nil {
      var others = replies
      others[fact] = nil
      if table.answer(to: others) != table.answer(to: replies) { needed[fact] = reply }
    }
    return needed
  }

  /// When a goal is reached, over cases in which every fact is known.
  func condition(of goal: Goal) -> Condition {
    Self.condition(of: goal, in: table, telling: told)
  }

  private static func condition(
    of goal: Goal, in table: DecisionTable, telling told: AdviceConditions
  ) -> Condition {
    switch goal {
    case .rule(let rule): table.condition(telling: rule)
    case .condition(let statement, let isSo): isSo ? statement : .not(statement)
    case .option(let fact, let option): .fact(fact, isAnyOf: [option])
    case .clause(let citation): told.citations[citation] ?? .any([])
    }
  }
}

extension CaseCoverage.Goal {
  public var kind: CaseCoverage.Kind {
    switch self {
    case .rule: .rules
    case .condition: .conditions
    case .option: .options
    case .clause: .clauses
    }
  }
}

extension Condition {
  /// What it says of one fact each, in the order of its text.
  fileprivate var statements: [Condition] {
    switch self {
    case .fact: [self]
    case .all(let parts), .any(let parts): parts.flatMap(\.statements)
    case .not(let part): part.statements
    }
  }
}

extension RuleTrace.Part {
  /// What it says of one fact each, and whether that is so.
  fileprivate var statements: [(Condition, Truth)] {
    if case .fact = condition { return [(condition, truth)] }
    return parts.flatMap(\.statements)
  }
}
