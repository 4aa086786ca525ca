import PolicyModel

extension DecisionTable {
  /// The answer to a case, whatever is known of it.
  ///
  /// Replies to facts that the topic has no use for, and options that a fact does not have, change
  /// nothing. The answer to a case with missing facts says what holds whatever they turn out to be.
  public func answer(to replies: [Identifier<Fact>: Reply]) -> Answer {
    let state = state(after: replies)
    let possible = possibleVerdicts(in: state)
    let verdict = possible.first ?? topicRules.otherwise.verdict ?? .silent
    let matter = slots.indices.filter { matters($0, in: state) }.map { slots[$0].fact.id }
    let sorted = sorted(state, hangingOn: Set(matter))
    let certain =
      sorted.findings.map(\.advice)
      + sharedAdvice(sorted.undecided + sorted.conditional, in: state)
    let strictest = sorted.undecided.map(\.advice).filter {
      possible.count > 1 && $0.verdict == verdict
    }
    // What several rules order that give the verdict in different cases is told with each of them.
    let advised = strictest.count == 1 ? certain + strictest : certain
    var contacts = (certain + strictest).flatMap(\.contacts).uniqued()
    let notSure = matter.filter { replies[$0] == .notSure }
    // Somebody has to be named who can help to settle what the person is not sure of.
    let isFallbackNamed = possible.contains(.silent) || contacts.isEmpty || !notSure.isEmpty
    if isFallbackNamed { contacts = (contacts + fallback.contacts).uniqued() }
    return Answer(
      organisation: organisation.id, topic: topic.id, verdict: verdict,
      possibleVerdicts: possible, findings: sorted.findings, undecided: sorted.undecided,
      conditional: sorted.conditional, steps: advised.flatMap(\.steps).inOrderOfTime,
      provided: verdict.leavesConditionsOpen ? Self.provisos(of: advised) : [],
      contacts: contacts, fallback: isFallbackNamed ? fallback : nil,
      notSure: notSure,
      unasked: slots.indices
        .filter { matter.contains(slots[$0].fact.id) && isUnanswered($0, replies) }
        .map { slots[$0].fact.id })
  }

  /// What is told in every case, though by another rule in each.
  private func sharedAdvice(_ open: [Answer.OpenFinding], in state: [FactState]) -> [Advice] {
    let effective = effective(in: state)
    func isCertain(_ item: AdviceItem) -> Bool {
      exact(truth(of: item, effective: effective), of: item, in: state) == .yes
    }
    return open.map(\.advice).map { advice in
      Advice(
        verdict: nil, say: "",
        steps: advice.steps.filter { isCertain(.step($0.withoutCitations)) },
        provided: advice.provided.filter { isCertain(.proviso($0.that)) },
        contacts: advice.contacts.filter { isCertain(.contact($0)) })
    }
  }

  /// Every rule in its place: it holds, it hangs on facts that matter, or on others.
  private func sorted(
    _ state: [FactState], hangingOn facts: Set<Identifier<Fact>>
  ) -> (
    findings: [Answer.Finding], undecided: [Answer.OpenFinding], conditional: [Answer.OpenFinding]
  ) {
    var findings: [Answer.Finding] = []
    var undecided: [Answer.OpenFinding] = []
    var conditional: [Answer.OpenFinding] = []
    let effective = effective(in: state)
    for (index, rule) in topicRules.rules.enumerated() {
      switch exact(effective[index], of: .rule(index), in: state) {
      case .no: break
      case .yes: findings.append(Answer.Finding(rule: rule.id, advice: rule.advice))
      case .open:
        let open = Answer.OpenFinding(
          rule: rule.id, advice: rule.advice, condition: openCondition(of: index, in: state))
        if facts.isDisjoint(with: open.condition.facts) || rule.advice.isComment {
          conditional.append(open)
        } else {
          undecided.append(open)
        }
      }
    }
    switch exact(otherwise(effective), of: .otherwise, in: state) {
    case .no: break
    case .yes: findings.append(Answer.Finding(rule: nil, advice: topicRules.otherwise))
    case .open:
      undecided.append(
        Answer.OpenFinding(rule: nil, advice: topicRules.otherwise, condition: .always))
    }
    return (
      findings.sortedByStrictness(\.advice), undecided.sortedByStrictness(\.advice),
      conditional.sortedByStrictness(\.advice)
    )
  }

  /// The truth of an item, with one that only looks open found out.
  ///
  /// Kleene's logic leaves open what is certain in every case taken by itself, such as a rule for a
  /// fact next to one for its opposite.
  private func exact(_ truth: Truth, of item: AdviceItem, in state: [FactState]) -> Truth {
    guard truth == .open else { return truth }
    func can(be wanted: Truth) -> Bool {
      CaseSearch(table: self, goals: [.init(world: 0, item: item, wanted: wanted)])
        .succeeds(from: state)
    }
    if !can(be: .yes) { return .no }
    return can(be: .no) ? .open : .yes
  }

  /// What is left of a rule's condition, and of those of the rules that would set it aside.
  private func openCondition(of rule: Int, in state: [FactState]) -> Condition {
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

extension Advice {
  /// Whether it only tells something, without a verdict and nothing to do.
  fileprivate var isComment: Bool { verdict == nil && steps.isEmpty && contacts.isEmpty }
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
