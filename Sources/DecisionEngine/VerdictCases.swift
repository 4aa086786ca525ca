import PolicyModel

/// The cases in which the rules of a topic give a verdict, while one of some conditions holds.
///
/// Tells whether there are any, which takes less than to give one, as `DecisionTable.example` does.
public struct VerdictCases {
  private var review: RuleReview
  private let conditions: [Condition]

  /// The cases that the rules and some conditions tell apart.
  public init(_ table: DecisionTable, where conditions: [Condition], in knowledge: Knowledge) {
    self.conditions = conditions
    review = RuleReview(table.marking(conditions, in: knowledge))
  }

  /// Whether there is a case with a verdict in which the condition at a place holds.
  public mutating func contain(
    _ verdict: Verdict, where place: Int, lacking lack: DecisionTable.Lack? = nil
  ) -> Bool {
    let rules = review.table.topicRules.rules
    var cases = review.holding[rules.count - conditions.count + place]
    func exclude(_ told: (Advice) -> Bool) {
      let others = review.cases(where: told)
      let rest = review.diagram.not(others)
      cases = review.diagram.and(cases, rest)
    }
    let given = review.cases { $0.verdict == verdict }
    cases = review.diagram.and(cases, given)
    exclude { ($0.verdict?.strictness ?? -1) > verdict.strictness }
    if lack == .contact { exclude { !$0.contacts.isEmpty } }
    return cases != DecisionDiagram.no
  }
}

extension RuleReview {
  /// The cases in which advice of some kind is told.
  fileprivate mutating func cases(where isOfKind: (Advice) -> Bool) -> Int {
    let rules = table.topicRules.rules
    var nodes = rules.indices.filter { isOfKind(rules[$0].advice) }.map { standing[$0] }
    if isOfKind(table.topicRules.otherwise) { nodes.append(otherwise) }
    return diagram.any(nodes)
  }
}
