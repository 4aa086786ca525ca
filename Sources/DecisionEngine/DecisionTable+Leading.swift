import PolicyModel

/// What can be told first in an answer, and in which cases it is.
public struct LeadingAdvice: Hashable, Sendable {
  /// Nil for what is said otherwise.
  public let rule: Identifier<Rule>?
  public let advice: Advice
  /// Holds in just the cases, with every fact known, in which it is told first.
  public let condition: Condition
  /// Every clause that its sentence rests on, in a silent answer that of the fallback too.
  public let citations: [Citation]

  /// The verdict of the answer that it leads.
  public var verdict: Verdict { advice.verdict ?? .silent }
}

extension DecisionTable {
  /// The condition under which a rule is told; for nil, that what is said otherwise is.
  ///
  /// Never holds for a rule that the table does not have.
  public func condition(telling rule: Identifier<Rule>?) -> Condition {
    let rules = topicRules.rules
    guard let rule else {
      return .not(.any(rules.indices.filter { rules[$0].advice.verdict != nil }.map(standing)))
    }
    return rules.firstIndex { $0.id == rule }.map(standing) ?? .any([])
  }

  /// All that can be told first, strictest first; in each case it is exactly one of them.
  public var leadingAdvice: [LeadingAdvice] {
    let rules: [Identifier<Rule>?] =
      topicRules.rules.filter { $0.advice.verdict != nil }.map(\.id) + [nil]
    func advice(of rule: Identifier<Rule>?) -> Advice {
      topicRules.rules.first { $0.id == rule }?.advice ?? topicRules.otherwise
    }
    var before: [Condition] = []
    return rules.sortedByStrictness(advice).map { rule in
      let told = condition(telling: rule)
      defer { before.append(told) }
      let advice = advice(of: rule)
      let isSilent = (advice.verdict ?? .silent) == .silent
      return LeadingAdvice(
        rule: rule, advice: advice,
        condition: before.isEmpty ? told : .all([told, .not(.any(before))]),
        citations: (advice.citations + (isSilent ? fallback.citations : [])).uniqued())
    }
  }
}
