import PolicyModel

extension DecisionTable {
  /// What a case must not have for an example to be found.
  public enum Lack: Hashable, Sendable {
    /// No finding names anybody to go to.
    case contact
  }

  /// Replies that lead to a verdict while a condition holds, or nil if no case does.
  ///
  /// Exact, over all cases; without a verdict the condition alone counts. The replies are those that
  /// the dialogue asks for, and those that the condition is about.
  public func example(
    of verdict: Verdict? = nil, where condition: Condition = .always, lacking lack: Lack? = nil,
    in knowledge: Knowledge
  ) -> [Identifier<Fact>: Reply]? {
    var wanted = [condition]
    if let verdict { wanted.append(adviceConditions.verdicts[verdict] ?? .any([])) }
    if lack == .contact { wanted.append(.not(telling { !$0.contacts.isEmpty })) }
    var space = CaseSpace(
      facts: marking([condition], in: knowledge).facts,
      toldApartBy: topicRules.rules.map(\.condition) + [condition])
    guard let all = space.wholeCase(where: .all(wanted)) else { return nil }
    var replies = all.filter { condition.facts.contains($0.key) }
    while let fact = nextFact(after: replies), let reply = all[fact.id] { replies[fact.id] = reply }
    return replies
  }

  /// The condition under which advice of some kind is told.
  private func telling(_ isOfKind: (Advice) -> Bool) -> Condition {
    let rules = topicRules.rules.filter { isOfKind($0.advice) }.map { condition(telling: $0.id) }
    return .any(rules + (isOfKind(topicRules.otherwise) ? [condition(telling: nil)] : []))
  }

  /// A table that tells apart what some conditions do, too: each is a remark behind the rules, which
  /// decides nothing.
  func marking(_ conditions: [Condition], in knowledge: Knowledge) -> DecisionTable {
    let remarks = conditions.map {
      Rule(id: "", condition: $0, advice: Advice(verdict: nil, say: ""))
    }
    return DecisionTable(
      knowledge, organisation, topic,
      TopicRules(
        topic: topic.id, rules: topicRules.rules + remarks, otherwise: topicRules.otherwise,
        fallback: topicRules.fallback))
  }
}
