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
}
