import PolicyModel

extension DecisionTable {
  /// What is known before anything is said.
  var unknown: [FactState] { slots.map(\.unknown) }

  /// What is known once the replies are given; "not sure" leaves a fact open.
  func state(after replies: [Identifier<Fact>: Reply]) -> [FactState] {
    slots.map { slot in
      guard case .options(let options)? = replies[slot.fact.id] else { return slot.unknown }
      return slot.state(after: options)
    }
  }

  /// For each rule whether it holds and is not set aside.
  func effective(in state: [FactState]) -> [Truth] {
    var effective = [Truth](repeating: .open, count: programs.count)
    for rule in overrideOrder {
      var truth = programs[rule].truth(in: state)
      for overrider in overriders[rule] { truth = truth.and(effective[overrider].negated) }
      effective[rule] = truth
    }
    return effective
  }

  /// Whether an item is part of the answer, given which rules hold.
  func truth(of item: AdviceItem, effective: [Truth]) -> Truth {
    switch item {
    case .rule(let rule): effective[rule]
    case .otherwise: otherwise(effective)
    case .anyContact: anyContact(effective)
    case .strictness(let least): strictness(least, effective: effective)
    case .part(let number): truth(of: parts.all[number], effective: effective)
    }
  }

  private func truth(of part: AdviceParts.Part, effective: [Truth]) -> Truth {
    var carried = Truth.no
    for rule in part.carriers {
      carried = carried.or(rule < effective.count ? effective[rule] : otherwise(effective))
    }
    switch part.content {
    case .proviso:
      // Conditions are shown where the verdict leaves them open, see `leavesConditionsOpen`.
      return
        carried
        .and(strictness(Verdict.yes.strictness, effective: effective))
        .and(strictness(Verdict.askFirst.strictness + 1, effective: effective).negated)
    case .contact where part.isOfFallback: return carried.or(fallbackIsNamed(effective))
    case .step, .contact: return carried
    }
  }

  /// Whether the fallback's contacts are named: in a silent answer, and where nobody else is.
  private func fallbackIsNamed(_ effective: [Truth]) -> Truth {
    let isSilent = strictness(Verdict.silent.strictness, effective: effective)
      .and(strictness(Verdict.yes.strictness, effective: effective).negated)
    return isSilent.or(anyContact(effective).negated)
  }

  private func anyContact(_ effective: [Truth]) -> Truth {
    var result = Truth.no
    for (rule, truth) in effective.enumerated()
    where !topicRules.rules[rule].advice.contacts.isEmpty {
      result = result.or(truth)
    }
    return topicRules.otherwise.contacts.isEmpty ? result : result.or(otherwise(effective))
  }

  private func strictness(_ least: Int, effective: [Truth]) -> Truth {
    var result = Truth.no
    for (rule, truth) in effective.enumerated() {
      guard let verdict = topicRules.rules[rule].advice.verdict, verdict.strictness >= least else {
        continue
      }
      result = result.or(truth)
    }
    guard let verdict = topicRules.otherwise.verdict, verdict.strictness >= least else {
      return result
    }
    return result.or(otherwise(effective))
  }

  /// Whether no rule with a verdict holds, so that the topic's `otherwise` answers.
  func otherwise(_ effective: [Truth]) -> Truth {
    var decided = Truth.no
    for (rule, truth) in effective.enumerated() where topicRules.rules[rule].advice.verdict != nil {
      decided = decided.or(truth)
    }
    return decided.negated
  }
}
