import PolicyModel

/// What is said to a case, each rule in its place.
struct ToldAdvice {
  var findings: [Answer.Finding] = []
  var undecided: [Answer.OpenFinding] = []
  var conditional: [Answer.OpenFinding] = []
  /// What is told in every case, though by another rule in each.
  var shared: [Advice] { sharedByUndecided + sharedByConditional }
  fileprivate var sharedByUndecided: [Advice] = []
  fileprivate var sharedByConditional: [Advice] = []
}

extension DecisionTable {
  /// Every rule in its place: it holds, it hangs on facts that matter, or on others.
  func told(
    _ reading: inout some CaseReading, _ state: [FactState], wherever matter: [Bool]
  ) -> ToldAdvice {
    var told = ToldAdvice()
    let effective = effective(in: state)
    for index in tellingOrder {
      let isOtherwise = index == topicRules.rules.count
      let id = isOtherwise ? nil : topicRules.rules[index].id
      let advice = isOtherwise ? topicRules.otherwise : topicRules.rules[index].advice
      switch reading.truth(ofAdvice: index) {
      case .no: break
      case .yes: told.findings.append(Answer.Finding(rule: id, advice: advice))
      case .open:
        let open = Answer.OpenFinding(
          rule: id, advice: advice, number: index, table: self, state: state)
        let shared = sharedAdvice(of: index, advice, &reading)
        if isConditional(index, in: state, effective, wherever: matter) {
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

  /// Whether a rule that is open cannot change what to do: it only tells something, or what is left
  /// of it hangs on facts of which none matters.
  func isConditional(
    _ rule: Int, in state: [FactState], _ effective: [Truth], wherever matter: [Bool]
  ) -> Bool {
    guard rule < topicRules.rules.count else { return false }
    return topicRules.rules[rule].advice.isComment
      || !isLeft(rule, about: matter, in: state, effective)
  }

  /// Whether what is left of a rule, and of those that would set it aside, is about one of some facts.
  private func isLeft(
    _ rule: Int, about facts: [Bool], in state: [FactState], _ effective: [Truth]
  ) -> Bool {
    programs[rule].isLeft(about: facts, in: state)
      || overriders[rule].contains {
        effective[$0] == .open && isLeft($0, about: facts, in: state, effective)
      }
  }

  private static let nothing = Advice(verdict: nil, say: "")

  /// The parts of some advice that are told in every case.
  private func sharedAdvice(
    of index: Int, _ advice: Advice, _ reading: inout some CaseReading
  ) -> Advice {
    let isShared = parts.ofAdvice[index].map { reading.truth(ofPart: $0) == .yes }
    func shared<Part>(_ parts: [Part], behind first: Int) -> [Part] {
      parts.indices.filter { isShared[first + $0] }.map { parts[$0] }
    }
    guard isShared.contains(true) else { return Self.nothing }
    return Advice(
      verdict: nil, say: "", steps: shared(advice.steps, behind: 0),
      provided: shared(advice.provided, behind: advice.steps.count),
      contacts: shared(advice.contacts, behind: advice.steps.count + advice.provided.count))
  }
}

extension Advice {
  /// Whether it only tells something, without a verdict and nothing to do.
  fileprivate var isComment: Bool { verdict == nil && steps.isEmpty && contacts.isEmpty }
}
