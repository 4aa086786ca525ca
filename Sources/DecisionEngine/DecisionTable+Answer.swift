import PolicyModel

extension DecisionTable {
  /// The answer to a case, whatever is known of it.
  ///
  /// Replies to facts that the topic has no use for, and options that a fact does not have, change
  /// nothing. The answer to a case with missing facts says what holds whatever they turn out to be.
  public func answer(to replies: [Identifier<Fact>: Reply]) -> Answer {
    let state = state(after: replies)
    let truths = RuleTruths(effective(in: state))
    var outline = AnswerOutline(self)
    if truths.open.isEmpty {
      var settled = SettledCase(table: self, holding: truths.holding)
      self.outline(&settled, notSure: [], unasked: [], into: &outline)
    } else {
      let notSure = slots.indices.filter { replies[slots[$0].fact.id] == .notSure }
      let unasked = slots.indices.filter { isUnanswered($0, replies) }
      withDiagrams { diagrams in
        diagrams.read(state, open: truths.open)
        self.outline(&diagrams, notSure: notSure, unasked: unasked, into: &outline)
      }
    }
    return answer(outline, state: state)
  }

  /// The answer that an outline stands for.
  func answer(_ outline: AnswerOutline, state: [FactState]) -> Answer {
    func open(_ rule: Int) -> Answer.OpenFinding {
      Answer.OpenFinding(
        rule: id(ofAdvice: rule), advice: advice(rule), number: rule, table: self, state: state)
    }
    return Answer(
      organisation: organisation.id, topic: topic.id,
      verdict: outline.verdict, possibleVerdicts: outline.possibleVerdicts,
      findings: outline.findings.map {
        Answer.Finding(rule: id(ofAdvice: $0), advice: advice($0))
      },
      undecided: outline.undecided.map(open), conditional: outline.conditional.map(open),
      steps: outline.steps.map { step($0, in: outline) },
      provided: outline.provided.map { proviso($0, in: outline) },
      contacts: outline.contacts.compactMap { number in
        guard case .contact(let contact) = parts.all[number].content else { return nil }
        return contact
      },
      citations: outline.citations.map { parts.citations[$0] },
      fallback: outline.isFallbackNamed ? fallback : nil,
      notSure: outline.notSure.map { slots[$0].fact.id },
      unasked: outline.unasked.map { slots[$0].fact.id })
  }

  private func id(ofAdvice rule: Int) -> Identifier<Rule>? {
    rule < topicRules.rules.count ? topicRules.rules[rule].id : nil
  }

  private func advice(_ rule: Int) -> Advice {
    rule < topicRules.rules.count ? topicRules.rules[rule].advice : topicRules.otherwise
  }

  /// A step with all that it rests on.
  private func step(_ part: Int, in outline: AnswerOutline) -> Step {
    let told = telling(part, in: outline).flatMap { rule in
      zip(parts.steps.row(rule), advice(rule).steps).filter { $0.0 == part }.map(\.1)
    }
    return Step(
      what: told[0].what, deadline: told[0].deadline, who: told[0].who,
      citations: told.flatMap(\.citations).uniqued())
  }

  /// A condition with all that it rests on.
  private func proviso(_ part: Int, in outline: AnswerOutline) -> Proviso {
    let told = telling(part, in: outline).flatMap { rule in
      zip(parts.provided.row(rule), advice(rule).provided).filter { $0.0 == part }.map(\.1)
    }
    return Proviso(that: told[0].that, citations: told.flatMap(\.citations).uniqued())
  }

  /// The rules for which an outline has a part, in their order.
  private func telling(_ part: Int, in outline: AnswerOutline) -> [Int] {
    let open = outline.shared.contains(part) ? outline.undecided + outline.conditional : []
    let leading = outline.leading.map { [$0] } ?? []
    return (outline.findings + open + leading).filter { parts.all[part].carriers.contains($0) }
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
