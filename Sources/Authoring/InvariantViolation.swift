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
    knowledge.invariants.flatMap { invariant in
      knowledge.organisations.flatMap { organisation in
        knowledge.topics.compactMap { topic in
          // Most topics give none of the verdicts, which is cheap to see.
          guard invariant.topics.isEmpty || invariant.topics.contains(topic.id),
            let rules = organisation.rules[topic.id], invariant.canBeBroken(by: rules),
            let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
          else { return nil }
          return first(of: invariant, in: table, knowledge)
        }
      }
    }
  }

  private static func first(
    of invariant: Invariant, in table: DecisionTable, _ knowledge: Knowledge
  ) -> InvariantViolation? {
    func violation(
      _ verdict: Verdict, where condition: Condition, lacking lack: DecisionTable.Lack? = nil
    ) -> InvariantViolation? {
      table.example(of: verdict, where: condition, lacking: lack, in: knowledge).map {
        InvariantViolation(
          invariant: invariant, organisation: table.organisation.id, topic: table.topic.id,
          verdict: verdict, replies: $0)
      }
    }
    switch invariant.demand {
    case .never(let verdicts):
      return verdicts.lazy.compactMap { violation($0, where: invariant.condition) }.first
    case .contact(let verdicts):
      return verdicts.lazy.compactMap {
        violation($0, where: invariant.condition, lacking: .contact)
      }.first
    case .citation(let verdicts):
      let silentOnSources = table.topicRules.rules.filter { rule in
        rule.advice.citations.isEmpty && rule.advice.verdict.map(verdicts.contains) ?? false
      }
      return silentOnSources.lazy.compactMap { rule in
        rule.advice.verdict.flatMap {
          violation($0, where: .all([invariant.condition, rule.condition]))
        }
      }.first
    }
  }
}

extension Invariant {
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
