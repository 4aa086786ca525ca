import PolicyModel

/// What a case makes certain and what it leaves open, found out exactly.
protocol CaseReading {
  /// Whether the advice of a rule is told, or by the number behind the last rule what is said
  /// otherwise.
  mutating func truth(ofAdvice rule: Int) -> Truth
  /// Whether a step, a condition or a contact is part of the answer, by its number.
  mutating func truth(ofPart part: Int) -> Truth
  /// Adds the verdicts that the facts still open allow, strictest first.
  mutating func addPossibleVerdicts(to verdicts: inout [Verdict])
  /// Whether the value of a fact that is open can change what to do.
  mutating func matters(_ slot: Int) -> Bool
  /// Whether a rule that is open cannot change what to do: it only tells something, or what is left
  /// of it hangs on facts of which none matters.
  mutating func isConditional(_ rule: Int, of table: DecisionTable) -> Bool
}

/// A case in which the known facts settle every rule, so that nothing has to be found out.
struct SettledCase: CaseReading {
  let table: DecisionTable
  /// The rules that are told.
  let holding: NumberSet

  func truth(ofAdvice rule: Int) -> Truth {
    if rule < table.conditions.count { return Truth(holding.contains(rule)) }
    return Truth(holding.isDisjoint(with: table.deciding))
  }

  /// Nothing is open for which this is asked.
  func truth(ofPart part: Int) -> Truth { .no }

  func addPossibleVerdicts(to verdicts: inout [Verdict]) {
    for rule in table.tellingOrder where truth(ofAdvice: rule) == .yes {
      guard let verdict = table.verdictOfAdvice[rule] else { return }
      return verdicts.append(verdict)
    }
  }

  func matters(_ slot: Int) -> Bool { false }

  func isConditional(_ rule: Int, of table: DecisionTable) -> Bool { false }
}

extension DecisionTable {
  /// See `CaseReading`; given for every fact whether it matters, and the rules that are open.
  func isConditional(
    _ rule: Int, in state: [FactState], wherever matter: [Bool], open: NumberSet
  ) -> Bool {
    guard rule < topicRules.rules.count else { return false }
    return topicRules.rules[rule].advice.isComment
      || !isLeft(rule, about: matter, in: state, open)
  }

  /// Whether what is left of a rule, and of those that would set it aside, is about one of some facts.
  private func isLeft(
    _ rule: Int, about facts: [Bool], in state: [FactState], _ open: NumberSet
  ) -> Bool {
    programs[rule].isLeft(about: facts, in: state)
      || overriders[rule].contains {
        open.contains($0) && isLeft($0, about: facts, in: state, open)
      }
  }
}

extension Advice {
  /// Whether it only tells something, without a verdict and nothing to do.
  fileprivate var isComment: Bool { verdict == nil && steps.isEmpty && contacts.isEmpty }
}
