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
    let matter = slots.indices.filter { reading.matters($0) }
    let told = told(&reading, state, hangingOn: Set(matter.map { slots[$0].fact.id }))
    let certain = told.findings.map(\.advice) + told.shared
    let strictest = told.undecided.map(\.advice).filter {
      possible.count > 1 && $0.verdict == verdict
    }
    // What several rules order that give the verdict in different cases is told with each of them.
    let advised = strictest.count == 1 ? certain + strictest : certain
    var contacts = (certain + strictest).flatMap(\.contacts).uniqued()
    let notSure = notSure.filter(matter.contains)
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
      unasked: unasked.filter(matter.contains).map { slots[$0].fact.id })
  }

  /// The rules in their places, and what rules in no place share.
  private struct Told {
    var findings: [Answer.Finding] = []
    var undecided: [Answer.OpenFinding] = []
    var conditional: [Answer.OpenFinding] = []
    /// What is told in every case, though by another rule in each.
    var shared: [Advice] { sharedByUndecided + sharedByConditional }
    var sharedByUndecided: [Advice] = []
    var sharedByConditional: [Advice] = []
  }

  /// Every rule in its place: it holds, it hangs on facts that matter, or on others.
  private func told(
    _ reading: inout some CaseReading, _ state: [FactState],
    hangingOn facts: Set<Identifier<Fact>>
  ) -> Told {
    var told = Told()
    for index in tellingOrder {
      let isOtherwise = index == topicRules.rules.count
      let id = isOtherwise ? nil : topicRules.rules[index].id
      let advice = isOtherwise ? topicRules.otherwise : topicRules.rules[index].advice
      switch reading.truth(ofAdvice: index) {
      case .no: break
      case .yes: told.findings.append(Answer.Finding(rule: id, advice: advice))
      case .open:
        let condition = isOtherwise ? .always : openCondition(of: index, in: state)
        let open = Answer.OpenFinding(rule: id, advice: advice, condition: condition)
        let shared = sharedAdvice(of: index, advice, &reading)
        if !isOtherwise, advice.isComment || facts.isDisjoint(with: condition.facts) {
          told.conditional.append(open)
          told.sharedByConditional.append(shared)
        } else {
          told.undecided.append(open)
          told.sharedByUndecided.append(shared)
        }
      }
    }
    return told
  }

  /// The parts of some advice that are told in every case.
  private func sharedAdvice(
    of index: Int, _ advice: Advice, _ reading: inout some CaseReading
  ) -> Advice {
    let isShared = parts.ofAdvice[index].map { reading.truth(ofPart: $0) == .yes }
    func shared<Part>(_ parts: [Part], behind first: Int) -> [Part] {
      parts.indices.filter { isShared[first + $0] }.map { parts[$0] }
    }
    return Advice(
      verdict: nil, say: "", steps: shared(advice.steps, behind: 0),
      provided: shared(advice.provided, behind: advice.steps.count),
      contacts: shared(advice.contacts, behind: advice.steps.count + advice.provided.count))
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
