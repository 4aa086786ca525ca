import PolicyModel

extension DecisionTable {
  /// The answer to a case, whatever is known of it.
  ///
  /// Replies to facts that the topic has no use for, and options that a fact does not have, change
  /// nothing. The answer to a case with missing facts says what holds whatever they turn out to be.
  public func answer(to replies: [Identifier<Fact>: Reply]) -> Answer {
    let state = state(after: replies)
    var reading = SearchedCase(self, state)
    return answer(
      &reading, state: state,
      notSure: slots.indices.filter { replies[slots[$0].fact.id] == .notSure },
      unasked: slots.indices.filter { isUnanswered($0, replies) })
  }

  /// The answer to a case that can be read, given the facts that the person is not sure of and those
  /// that have not been asked, by their numbers.
  func answer(
    _ reading: inout some CaseReading, state: [FactState], notSure: [Int], unasked: [Int]
  ) -> Answer {
    let possible = reading.possibleVerdicts()
    let verdict = possible.first ?? topicRules.otherwise.verdict ?? .silent
    let matter = slots.indices.map { reading.matters($0) }
    let told = told(&reading, state, wherever: matter)
    let certain = told.findings.map(\.advice) + told.shared
    let strictest = told.undecided.map(\.advice).filter {
      possible.count > 1 && $0.verdict == verdict
    }
    // What several rules order that give the verdict in different cases is told with each of them.
    let advised = strictest.count == 1 ? certain + strictest : certain
    var contacts = (certain + strictest).flatMap(\.contacts).uniqued()
    let notSure = notSure.filter { matter[$0] }
    // Somebody has to be named who can help to settle what the person is not sure of.
    let isFallbackNamed = possible.contains(.silent) || contacts.isEmpty || !notSure.isEmpty
    if isFallbackNamed { contacts = (contacts + fallback.contacts).uniqued() }
    return Answer(
      organisation: organisation.id, topic: topic.id, verdict: verdict,
      possibleVerdicts: possible, findings: told.findings, undecided: told.undecided,
      conditional: told.conditional, steps: advised.flatMap(\.steps).inOrderOfTime,
      provided: verdict.leavesConditionsOpen ? Self.provisos(of: advised) : [],
      contacts: contacts, fallback: isFallbackNamed ? fallback : nil,
      notSure: notSure.map { slots[$0].fact.id },
      unasked: unasked.filter { matter[$0] }.map { slots[$0].fact.id })
  }

  /// What is left of a rule's condition, and of those of the rules that would set it aside.
  func openCondition(of rule: Int, in state: [FactState]) -> Condition {
    standing(rule).remaining(in: state, slots: slots)
  }

  /// The condition under which a rule holds and is not set aside.
  func standing(_ rule: Int) -> Condition {
    let own = topicRules.rules[rule].condition
    if overriders[rule].isEmpty { return own }
    return .all([own] + overriders[rule].map { .not(standing($0)) })
  }

  /// Conditions in the order of the rules, each once with all that it rests on.
  private static func provisos(of advice: [Advice]) -> [Proviso] {
    var provisos: [Proviso] = []
    for proviso in advice.flatMap(\.provided) {
      guard let same = provisos.firstIndex(where: { $0.that == proviso.that }) else {
        provisos.append(proviso)
        continue
      }
      provisos[same] = Proviso(
        that: proviso.that, citations: (provisos[same].citations + proviso.citations).uniqued())
    }
    return provisos
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension Array {
  /// The stricter before the laxer, remarks last, in the order of the file otherwise.
  func sortedByStrictness(_ advice: (Element) -> Advice) -> [Element] {
    enumerated().sorted { first, second in
      let left = advice(first.element).verdict?.strictness ?? -1
      let right = advice(second.element).verdict?.strictness ?? -1
      return left == right ? first.offset < second.offset : left > right
    }.map(\.element)
  }
}
