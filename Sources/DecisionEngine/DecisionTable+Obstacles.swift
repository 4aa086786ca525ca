import PolicyModel

/// What stands between a case and a verdict that one of the rules carries.
public struct Obstacle: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// These parts of the rule's condition do not hold, and all of them would have to.
    case failed([Condition])
    /// The condition holds, but so does one of these rules, each of which relaxes this one.
    case setAside(by: [Identifier<Rule>])
    /// It hangs on facts that are not known; what is left of its condition.
    case open(Condition)
    /// The rule holds and is told, but the answer's verdict, which is stricter, outranks its own.
    case outranked(by: Verdict)
    /// What is said otherwise is not said, since one of these rules with a verdict holds.
    case decided(by: [Identifier<Rule>])
  }

  /// Nil for what is said otherwise.
  public let rule: Identifier<Rule>?
  public let advice: Advice
  public let cause: Cause
}

extension DecisionTable {
  /// Why a case does not have a verdict: for each rule that carries it what stands in the way.
  ///
  /// The rules stand in the order of the file, what is said otherwise last. A rule that gives the
  /// answer its verdict meets no obstacle and is left out. If nothing carries the verdict, no change
  /// of facts can bring it about and the list is empty.
  public func obstacles(
    to verdict: Verdict, after replies: [Identifier<Fact>: Reply]
  ) -> [Obstacle] {
    let answer = answer(to: replies)
    let state = state(after: replies)
    let rules = topicRules.rules.indices.filter {
      topicRules.rules[$0].advice.verdict == verdict
    }
    var obstacles = rules.compactMap { index -> Obstacle? in
      let rule = topicRules.rules[index]
      return cause(ofRule: index, in: state, answer: answer).map {
        Obstacle(rule: rule.id, advice: rule.advice, cause: $0)
      }
    }
    if topicRules.otherwise.verdict == verdict, let cause = causeOfOtherwise(answer) {
      obstacles.append(Obstacle(rule: nil, advice: topicRules.otherwise, cause: cause))
    }
    return obstacles
  }

  private func cause(
    ofRule index: Int, in state: [FactState], answer: Answer
  ) -> Obstacle.Cause? {
    let rule = topicRules.rules[index]
    if answer.findings.contains(where: { $0.rule == rule.id }) {
      return rule.advice.verdict == answer.verdict ? nil : .outranked(by: answer.verdict)
    }
    if let open = (answer.undecided + answer.conditional).first(where: { $0.rule == rule.id }) {
      return .open(open.condition)
    }
    if conditions[index].truth(in: state) == .no {
      return .failed(decisivePart(of: rule.condition, in: state).conjuncts)
    }
    let overriders = overriders[index].map { topicRules.rules[$0].id }
    let certain = overriders.filter { id in answer.findings.contains { $0.rule == id } }
    if !certain.isEmpty { return .setAside(by: certain) }
    let open = overriders.filter { id in
      (answer.undecided + answer.conditional).contains { $0.rule == id }
    }
    // Without a rule to set it aside, what is left of the condition is a contradiction.
    return open.isEmpty
      ? .failed(rule.condition.remaining(in: state, slots: slots).conjuncts)
      : .setAside(by: open)
  }

  private func causeOfOtherwise(_ answer: Answer) -> Obstacle.Cause? {
    if answer.findings.contains(where: { $0.rule == nil }) { return nil }
    let certain = answer.findings.filter { $0.advice.verdict != nil }.compactMap(\.rule)
    if !certain.isEmpty { return .decided(by: certain) }
    let open = (answer.undecided + answer.conditional).filter {
      $0.rule != nil && $0.advice.verdict != nil
    }
    guard answer.undecided.contains(where: { $0.rule == nil }) else {
      return .decided(by: open.compactMap(\.rule))
    }
    let none = open.map { Condition.not($0.condition) }
    return .open(none.count == 1 ? none[0] : .all(none))
  }

  /// The part of a condition that makes it hold or fail, for one that no missing fact leaves open.
  ///
  /// Of what must all hold, that which does not; of what may hold, that which does. The fact's list
  /// of options stays whole, since none of them holds, or none of them may.
  private func decisivePart(of condition: Condition, in state: [FactState]) -> Condition {
    func truth(_ part: Condition) -> Truth {
      CompiledCondition(part, facts: facts).truth(in: state)
    }
    switch condition {
    case .fact: return condition
    case .not(.not(let part)): return decisivePart(of: part, in: state)
    case .not(let part): return .not(decisivePart(of: part, in: state))
    case .all(let parts):
      let deciding = truth(condition) == .no ? parts.filter { truth($0) == .no } : parts
      let left = deciding.flatMap { decisivePart(of: $0, in: state).conjuncts }.uniqued()
      return left.count == 1 ? left[0] : .all(left)
    case .any(let parts):
      let deciding = truth(condition) == .yes ? parts.filter { truth($0) == .yes } : parts
      let left = deciding.map { decisivePart(of: $0, in: state) }.uniqued()
      return left.count == 1 ? left[0] : .any(left)
    }
  }
}

extension Condition {
  /// Conditions that all hold just if this one does.
  fileprivate var conjuncts: [Condition] {
    switch self {
    case .all(let parts): parts.flatMap(\.conjuncts)
    case .not(.any(let parts)): parts.flatMap { Condition.not($0).conjuncts }
    case .not(.not(let part)): part.conjuncts
    default: [self]
    }
  }
}
