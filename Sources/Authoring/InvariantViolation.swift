import DecisionEngine
import PolicyModel

/// A case in which an invariant does not hold.
public struct InvariantViolation: Sendable {
  public let invariant: Invariant
  public let organisation: Identifier<Organisation>
  public let topic: Identifier<Topic>
  public let verdict: Verdict
  /// The replies that lead there.
  public let replies: [Identifier<Fact>: Reply]

  /// All that violates the invariants of some knowledge, over all cases, one for each topic.
  public static func all(in knowledge: Knowledge) -> [InvariantViolation] {
    var violations: [[InvariantViolation]] = knowledge.invariants.map { _ in [] }
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        guard let rules = organisation.rules[topic.id] else { continue }
        // Most topics give none of the verdicts, which is cheap to see.
        let open = knowledge.invariants.indices.filter { place in
          let invariant = knowledge.invariants[place]
          return (invariant.topics.isEmpty || invariant.topics.contains(topic.id))
            && invariant.canBeBroken(by: rules)
        }
        guard !open.isEmpty,
          let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
        else { continue }
        var cases = VerdictCases(
          table, where: open.map { knowledge.invariants[$0].condition }, in: knowledge)
        for (place, number) in open.enumerated() {
          let found = first(of: knowledge.invariants[number], in: table, knowledge) {
            cases.contain($0, where: place, lacking: $1)
          }
          if let found { violations[number].append(found) }
        }
      }
    }
    return Array(violations.joined())
  }

  /// The first case that violates an invariant; `exists` tells whether one with a verdict does.
  private static func first(
    of invariant: Invariant, in table: DecisionTable, _ knowledge: Knowledge,
    where exists: (Verdict, DecisionTable.Lack?) -> Bool
  ) -> InvariantViolation? {
    for (verdict, condition, lack) in invariant.violations(in: table) where exists(verdict, lack) {
      let replies = table.example(of: verdict, where: condition, lacking: lack, in: knowledge)
      guard let replies else { continue }
      return InvariantViolation(
        invariant: invariant, organisation: table.organisation.id, topic: table.topic.id,
        verdict: verdict, replies: replies)
    }
    return nil
  }
}

extension Invariant {
  /// What no case may be: one with a verdict while a condition holds, or only if it lacks something.
  fileprivate func violations(
    in table: DecisionTable
  ) -> [(Verdict, Condition, DecisionTable.Lack?)] {
    switch demand {
    case .never(let verdicts): verdicts.map { ($0, condition, nil) }
    case .contact(let verdicts): verdicts.map { ($0, condition, .contact) }
    case .citation(let verdicts):
      table.topicRules.rules.filter(\.advice.citations.isEmpty).compactMap { rule in
        rule.advice.verdict.flatMap { verdict in
          verdicts.contains(verdict) ? (verdict, .all([condition, rule.condition]), nil) : nil
        }
      }
    }
  }

  /// Whether the advice of some rules, taken one by one, leaves it open that a case breaks it.
  fileprivate func canBeBroken(by rules: TopicRules) -> Bool {
    let advice = rules.rules.map(\.advice) + [rules.otherwise]
    func has(_ verdicts: [Verdict], _ other: (Advice) -> Bool) -> Bool {
      advice.contains { one in one.verdict.map(verdicts.contains) ?? false && other(one) }
    }
    return switch demand {
    case .never(let verdicts): has(verdicts) { _ in true }
    case .contact(let verdicts): has(verdicts) { $0.contacts.isEmpty }
    case .citation(let verdicts): has(verdicts) { $0.citations.isEmpty }
    }
  }
}
