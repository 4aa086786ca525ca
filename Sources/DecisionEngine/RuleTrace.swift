import PolicyModel

/// Why a rule held, fell or stayed open in a case.
public struct RuleTrace: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case held
    case fell
    case open
    /// Its condition holds, but so does a rule that relaxes it.
    case setAside(by: Identifier<Rule>)
  }

  /// A part of a condition with what became of it.
  public struct Part: Hashable, Sendable {
    public let condition: Condition
    public let truth: Truth
    public let parts: [Part]
  }

  public let rule: Identifier<Rule>
  public let outcome: Outcome
  public let condition: Part
}

extension DecisionTable {
  /// What became of every rule, in the order of the file.
  public func trace(of replies: [Identifier<Fact>: Reply]) -> [RuleTrace] {
    let state = state(after: replies)
    let effective = effective(in: state)
    return topicRules.rules.enumerated().map { index, rule in
      let part = part(rule.condition, in: state)
      let outcome: RuleTrace.Outcome
      switch effective[index] {
      case .yes: outcome = .held
      case .open: outcome = .open
      case .no:
        let overrider = overriders[index].first { part.truth == .yes && effective[$0] == .yes }
        outcome = overrider.map { .setAside(by: topicRules.rules[$0].id) } ?? .fell
      }
      return RuleTrace(rule: rule.id, outcome: outcome, condition: part)
    }
  }

  private func part(_ condition: Condition, in state: [FactState]) -> RuleTrace.Part {
    let parts: [Condition]
    switch condition {
    case .fact: parts = []
    case .all(let inner), .any(let inner): parts = inner
    case .not(let inner): parts = [inner]
    }
    return RuleTrace.Part(
      condition: condition,
      truth: CompiledCondition(condition, facts: facts).truth(in: state),
      parts: parts.map { part($0, in: state) })
  }
}
