import PolicyModel

extension DecisionTable {
  /// The fact to ask next, or nil when nothing that is left could change what to do.
  ///
  /// It is the first, in the topic's order, that is neither known nor given up as "not sure" and
  /// of which two values could lead to different advice: another verdict, condition, step or
  /// contact.
  public func nextFact(after replies: [Identifier<Fact>: Reply]) -> Fact? {
    let state = state(after: replies)
    return slots.indices.first { slot in
      isUnanswered(slot, replies) && matters(slot, in: state)
    }.map { slots[$0].fact }
  }

  /// Whether the value of a fact can change what to do, given the replies to the others.
  public func matters(_ fact: Fact, after replies: [Identifier<Fact>: Reply]) -> Bool {
    guard let slot = slots.firstIndex(where: { $0.fact.id == fact.id }) else { return false }
    var others = replies
    others[fact.id] = nil
    return matters(slot, in: state(after: others))
  }

  /// Whether nothing was said of a fact; a reply that names none of its options says nothing.
  func isUnanswered(_ slot: Int, _ replies: [Identifier<Fact>: Reply]) -> Bool {
    switch replies[slots[slot].fact.id] {
    case nil: true
    case .notSure?: false
    case .options(let options)?: FactSlot.mask(options, of: slots[slot].fact) == 0
    }
  }

  func matters(_ slot: Int, in state: [FactState]) -> Bool {
    let effective = effective(in: state)
    let hanging = conditions.indices.filter { rule in
      effective[rule] == .open && conditions[rule].mentions(slot)
    }
    guard !hanging.isEmpty else { return false }
    return itemsWithBearing.contains { item, rules in
      truth(of: item, effective: effective) == .open && hanging.contains(where: rules.contains)
        && CaseSearch(
          table: self, differing: slot,
          goals: [
            .init(world: 0, item: item, wanted: .yes), .init(world: 1, item: item, wanted: .no),
          ]
        ).succeeds(from: state)
    }
  }

  /// The verdicts that the facts still open allow, strictest first.
  public func possibleVerdicts(after replies: [Identifier<Fact>: Reply]) -> [Verdict] {
    possibleVerdicts(in: state(after: replies))
  }

  func possibleVerdicts(in state: [FactState]) -> [Verdict] {
    Verdict.allCases.sorted { $0.strictness > $1.strictness }.filter { verdict in
      CaseSearch(
        table: self,
        goals: [
          .init(world: 0, item: .strictness(verdict.strictness), wanted: .yes),
          .init(world: 0, item: .strictness(verdict.strictness + 1), wanted: .no),
        ]
      ).succeeds(from: state)
    }
  }
}
