import PolicyModel

extension DecisionTable {
  /// The fact to ask next, or nil when nothing that is left could change what to do.
  ///
  /// It is the first, in the topic's order, that is neither known nor given up as "not sure" and
  /// of which two values could lead to different advice: another verdict, condition, step or
  /// contact.
  public func nextFact(after replies: [Identifier<Fact>: Reply]) -> Fact? {
    let matter = matter(in: state(after: replies))
    return slots.indices.first { matter[$0] && isUnanswered($0, replies) }.map { slots[$0].fact }
  }

  /// Whether the value of a fact can change what to do, given the replies to the others.
  public func matters(_ fact: Fact, after replies: [Identifier<Fact>: Reply]) -> Bool {
    guard let slot = slots.firstIndex(where: { $0.fact.id == fact.id }) else { return false }
    var others = replies
    others[fact.id] = nil
    return matter(in: state(after: others))[slot]
  }

  /// Whether nothing was said of a fact; a reply that names none of its options says nothing.
  func isUnanswered(_ slot: Int, _ replies: [Identifier<Fact>: Reply]) -> Bool {
    switch replies[slots[slot].fact.id] {
    case nil: true
    case .notSure?: false
    case .options(let options)?: FactSlot.mask(options, of: slots[slot].fact) == 0
    }
  }

  /// For each fact whether its value can change what to do.
  func matter(in state: [FactState]) -> [Bool] {
    let truths = RuleTruths(effective(in: state))
    guard !truths.open.isEmpty else { return slots.map { _ in false } }
    return withDiagrams { diagrams in
      diagrams.read(state, open: truths.open)
      return diagrams.allMatter()
    }
  }

  /// The verdicts that the facts still open allow, strictest first.
  public func possibleVerdicts(after replies: [Identifier<Fact>: Reply]) -> [Verdict] {
    possibleVerdicts(in: state(after: replies))
  }

  func possibleVerdicts(in state: [FactState]) -> [Verdict] {
    var verdicts: [Verdict] = []
    var open = NumberSet(outOf: conditions.count)
    if !isDiagrammed {
      // To draw diagrams takes longer than to evaluate the rules, which mostly is enough.
      let truths = RuleTruths(effective(in: state))
      guard !truths.open.isEmpty else {
        SettledCase(table: self, holding: truths.holding).addPossibleVerdicts(to: &verdicts)
        return verdicts
      }
      open = truths.open
    }
    withDiagrams { diagrams in
      diagrams.read(state, open: open)
      diagrams.addPossibleVerdicts(to: &verdicts)
    }
    return verdicts
  }
}
