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
    let table = marking([condition], in: knowledge)
    var goals: [CaseSearch.Goal] = [
      .init(world: 0, item: .rule(topicRules.rules.count), wanted: .yes)
    ]
    if let verdict {
      goals += [
        .init(world: 0, item: .strictness(verdict.strictness), wanted: .yes),
        .init(world: 0, item: .strictness(verdict.strictness + 1), wanted: .no),
      ]
    }
    if lack == .contact { goals.append(.init(world: 0, item: .anyContact, wanted: .no)) }
    guard let state = CaseSearch(table: table, goals: goals).example(from: table.unknown) else {
      return nil
    }
    var all: [Identifier<Fact>: Reply] = [:]
    for (slot, known) in zip(table.slots, state) { all[slot.fact.id] = slot.reply(for: known) }
    var replies = all.filter { condition.facts.contains($0.key) }
    while let fact = nextFact(after: replies), let reply = all[fact.id] { replies[fact.id] = reply }
    return replies
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

extension FactSlot {
  /// A reply that fits what is known of the fact.
  fileprivate func reply(for state: FactState) -> Reply {
    let first = state.possible & (~state.possible &+ 1)
    let mask = state.certain == 0 ? first : state.certain
    return .options(
      fact.options.indices.filter { mask & 1 << UInt64($0) != 0 }.map { fact.options[$0].id })
  }
}
