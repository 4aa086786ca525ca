import PolicyModel

/// What the rules of one topic come to over all cases in which every fact is known.
///
/// Exact: each statement about cases is a decision diagram, so none is tried one by one. Rules are
/// named by their place in the file.
public struct RuleReview {
  /// A rule that is never told, with the rules that set it aside wherever it would hold.
  public struct IdleRule: Hashable, Sendable {
    public let rule: Int
    /// Empty for a condition that no case meets.
    public let overriders: [Int]
  }

  /// A rule whose verdict is never that of the answer.
  public struct HiddenRule: Hashable, Sendable {
    public let rule: Int
    /// The stricter rules that hold with it; one, if one of them always does.
    public let stricter: [Int]
    /// Whether everything else that it brings is told without it as well.
    public let bringsNothing: Bool
  }

  public let table: DecisionTable
  var diagram: DecisionDiagram
  /// For each rule when its condition holds.
  let holding: [Int]
  /// For each rule when it holds and is not set aside.
  let standing: [Int]
  /// When no rule with a verdict holds.
  let otherwise: Int
  /// The variables on which it hangs what is told.
  let told: Set<Int>

  public init(_ table: DecisionTable) {
    self.table = table
    var diagram = DecisionDiagram(table.slots)
    let rules = table.topicRules.rules
    let holding = rules.map { diagram.node(for: $0.condition) }
    let standing = diagram.standing(holding, in: table)
    let decided = diagram.any(
      rules.indices.filter { rules[$0].advice.verdict != nil }.map { standing[$0] })
    otherwise = diagram.not(decided)
    told = diagram.variables(of: standing)
    self.holding = holding
    self.standing = standing
    self.diagram = diagram
  }

  private var rules: [Rule] { table.topicRules.rules }

  /// Whether some case is left to what is said otherwise.
  public var leavesCases: Bool { otherwise != DecisionDiagram.no }

  /// The rules that no case is ever told.
  public var idleRules: [IdleRule] {
    rules.indices.filter { standing[$0] == DecisionDiagram.no }.map { rule in
      IdleRule(
        rule: rule,
        overriders: holding[rule] == DecisionDiagram.no ? [] : table.overriders[rule])
    }
  }

  /// Pairs of rules that hold in the same cases, are told together and give different verdicts.
  public mutating func conflicts() -> [(first: Int, second: Int)] {
    var conflicts: [(Int, Int)] = []
    for second in rules.indices {
      for first in rules.indices.prefix(second) where holding[first] == holding[second] {
        guard let one = rules[first].advice.verdict, let other = rules[second].advice.verdict,
          one != other, !rules[first].overrides.contains(rules[second].id),
          !rules[second].overrides.contains(rules[first].id),
          diagram.and(standing[first], standing[second]) != DecisionDiagram.no
        else { continue }
        conflicts.append((first, second))
      }
    }
    return conflicts
  }

  /// The rules with a verdict that a stricter one always hides.
  public mutating func hiddenRules() -> [HiddenRule] {
    // For each verdict the cases in which no stricter rule is told.
    var withoutStricter: [Verdict: Int] = [:]
    return rules.indices.compactMap { rule in
      guard let verdict = rules[rule].advice.verdict, standing[rule] != DecisionDiagram.no else {
        return nil
      }
      let stricter = rules.indices.filter {
        (rules[$0].advice.verdict?.strictness ?? -1) > verdict.strictness
      }
      if withoutStricter[verdict] == nil {
        let someStricter = diagram.any(stricter.map { standing[$0] })
        withoutStricter[verdict] = diagram.not(someStricter)
      }
      guard let isOpen = withoutStricter[verdict],
        diagram.and(standing[rule], isOpen) == DecisionDiagram.no
      else { return nil }
      let alone = stricter.first { implies(standing[rule], any: [$0]) }
      let together = stricter.filter {
        diagram.and(standing[rule], standing[$0]) != DecisionDiagram.no
      }
      return HiddenRule(
        rule: rule, stricter: alone.map { [$0] } ?? together, bringsNothing: bringsNothing(rule))
    }
  }

  /// Whether the steps, contacts and citations of a rule are told without it as well.
  private mutating func bringsNothing(_ rule: Int) -> Bool {
    let own = rules[rule].advice
    let isOverriding = rules[rule].overrides.contains { id in
      rules.contains { $0.id == id }
    }
    guard !isOverriding else { return false }
    func others(_ has: (Advice) -> Bool) -> [Int] {
      rules.indices.filter { $0 != rule && has(rules[$0].advice) }
    }
    let carriers =
      own.steps.map { step in
        others { $0.steps.contains { $0.withoutCitations == step.withoutCitations } }
      } + own.contacts.map { contact in others { $0.contacts.contains(contact) } }
      + own.citations.map { citation in others { $0.allCitations.contains(citation) } }
    for one in carriers where !implies(standing[rule], any: one) { return false }
    return true
  }

  /// Whether one of some rules is told wherever a statement holds.
  private mutating func implies(_ statement: Int, any others: [Int]) -> Bool {
    var left = statement
    for other in others where left != DecisionDiagram.no {
      let rest = diagram.not(standing[other])
      left = diagram.and(left, rest)
    }
    return left == DecisionDiagram.no
  }

  /// When two rules are told together.
  public func condition(_ first: Int, and second: Int) -> Condition {
    .all([table.standing(first), table.standing(second)])
  }

  /// When no rule with a verdict is told.
  public var otherwiseCondition: Condition {
    .not(.any(rules.indices.filter { rules[$0].advice.verdict != nil }.map(table.standing)))
  }

  /// A case in which a condition holds: the fewest facts, and those that the dialogue asks then.
  public func example(where condition: Condition) -> [Identifier<Fact>: Reply]? {
    var space = CaseSpace(
      facts: table.facts, toldApartBy: rules.map(\.condition))
    return space.smallestCase(where: condition)
  }
}
