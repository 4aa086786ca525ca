import PolicyModel

extension DecisionTable {
  /// Works out what the answer to a case tells, given the facts that the person is not sure of and those
  /// that have not been asked, by their numbers.
  func outline(
    _ reading: inout some CaseReading, notSure: [Int], unasked: [Int],
    into outline: inout AnswerOutline
  ) {
    outline.clear()
    reading.addPossibleVerdicts(to: &outline.possibleVerdicts)
    let verdict = outline.possibleVerdicts.first ?? topicRules.otherwise.verdict ?? .silent
    outline.verdict = verdict
    for fact in notSure where reading.matters(fact) { outline.notSure.append(fact) }
    for fact in unasked where reading.matters(fact) { outline.unasked.append(fact) }
    place(&reading, verdict: verdict, in: &outline)

    // Conditions are told where the verdict leaves them open.
    let hasConditions = verdict.leavesConditionsOpen
    for rule in outline.findings { tell(rule, hasConditions, in: &outline) }
    for rule in outline.undecided { tellShared(rule, hasConditions, in: &outline) }
    for rule in outline.conditional { tellShared(rule, hasConditions, in: &outline) }
    if let leading = outline.leading { tell(leading, hasConditions, in: &outline) }
    for rule in outline.undecided where outline.possibleVerdicts.count > 1 {
      // Of several that give the verdict each is told with its own steps; whom to go to is not.
      guard verdictOfAdvice[rule] == verdict else { continue }
      nameContacts(rule, in: &outline)
    }
    for rule in outline.findings { cite(rule, in: &outline) }
    for rule in outline.undecided { cite(rule, in: &outline) }
    nameFallback(in: &outline)
  }

  /// Puts every rule in its place: it holds, it hangs on facts that matter, or on others.
  private func place(
    _ reading: inout some CaseReading, verdict: Verdict, in outline: inout AnswerOutline
  ) {
    var leading = 0
    for rule in tellingOrder {
      switch reading.truth(ofAdvice: rule) {
      case .no: continue
      case .yes: outline.findings.append(rule)
      case .open:
        noteShared(parts.steps, rule, &reading, in: &outline)
        noteShared(parts.provided, rule, &reading, in: &outline)
        noteShared(parts.contacts, rule, &reading, in: &outline)
        if reading.isConditional(rule, of: self) {
          outline.conditional.append(rule)
          continue
        }
        outline.undecided.append(rule)
        guard outline.possibleVerdicts.count > 1, verdictOfAdvice[rule] == verdict else { continue }
        leading += 1
        outline.leading = leading == 1 ? rule : nil
      }
    }
  }

  /// Notes what an open rule has that is told in every case.
  private func noteShared(
    _ rows: NumberRows, _ rule: Int, _ reading: inout some CaseReading,
    in outline: inout AnswerOutline
  ) {
    for place in rows.places(rule) where reading.truth(ofPart: rows[place]) == .yes {
      outline.shared.insert(rows[place])
    }
  }

  /// Tells what a rule orders.
  private func tell(_ rule: Int, _ hasConditions: Bool, in outline: inout AnswerOutline) {
    for place in parts.steps.places(rule) {
      outline.add(step: parts.steps[place], hours: hoursOfPart)
    }
    nameContacts(rule, in: &outline)
    guard hasConditions else { return }
    for place in parts.provided.places(rule) { outline.add(proviso: parts.provided[place]) }
  }

  /// Tells what an undecided rule orders in every case.
  private func tellShared(_ rule: Int, _ hasConditions: Bool, in outline: inout AnswerOutline) {
    for step in parts.steps.row(rule) where outline.shared.contains(step) {
      outline.add(step: step, hours: hoursOfPart)
    }
    for contact in parts.contacts.row(rule) where outline.shared.contains(contact) {
      outline.add(contact: contact)
    }
    guard hasConditions else { return }
    for proviso in parts.provided.row(rule) where outline.shared.contains(proviso) {
      outline.add(proviso: proviso)
    }
  }

  private func nameContacts(_ rule: Int, in outline: inout AnswerOutline) {
    for place in parts.contacts.places(rule) { outline.add(contact: parts.contacts[place]) }
  }

  private func cite(_ rule: Int, in outline: inout AnswerOutline) {
    for place in parts.citationsOfAdvice.places(rule) {
      outline.add(citation: parts.citationsOfAdvice[place])
    }
  }

  /// Somebody has to be named who can help to settle what the person is not sure of.
  private func nameFallback(in outline: inout AnswerOutline) {
    let isSilent = outline.possibleVerdicts.contains(.silent)
    guard isSilent || outline.contacts.isEmpty || !outline.notSure.isEmpty else { return }
    outline.isFallbackNamed = true
    nameContacts(parts.fallbackRow, in: &outline)
    if isSilent { cite(parts.fallbackRow, in: &outline) }
  }
}
