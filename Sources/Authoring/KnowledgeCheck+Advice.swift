import Diagnostics
import PolicyModel

/// What advice tells, held against the clauses on which it rests.
extension KnowledgeCheck {
  mutating func checkAdvice() {
    for organisation in knowledge.organisations {
      var demands: [Citation: ClauseDemand] = [:]
      for document in organisation.documents {
        for clause in document.clauses.values {
          let citation = Citation(document: document.id, clause: clause.id)
          demands[citation] = ClauseDemand(clause, contacts: organisation.contacts)
        }
      }
      for (topic, rules) in organisation.rules {
        let steps = (rules.rules.map(\.advice) + [rules.otherwise]).flatMap(\.steps)
        for rule in rules.rules {
          let place = KnowledgePlace.rule(organisation.id, topic, rule.id)
          checkSteps(
            of: rule.advice, among: steps, "the rule '\(rule.id)'", place, organisation, demands)
          checkForce(of: rule, place, organisation)
        }
        checkSteps(
          of: rules.otherwise, among: steps, "'otherwise'", .otherwise(organisation.id, topic),
          organisation, demands)
      }
    }
  }

  // MARK: - Steps

  private mutating func checkSteps(
    of advice: Advice, among all: [Step], _ what: String, _ place: KnowledgePlace,
    _ organisation: Organisation, _ demands: [Citation: ClauseDemand]
  ) {
    var untimed: Set<Citation> = []
    for step in advice.steps {
      // A step that cites nothing of its own carries all clauses of its rule, and shows nothing.
      for citation in step.citations where step.citations.count == 1 {
        guard let demand = demands[citation] else { continue }
        checkActor(of: step, demand, citation, what, place, organisation)
        if let deadline = demand.deadline, !isTimed(all, citation),
          untimed.insert(citation).inserted
        {
          report(
            place, .stepWithoutDeadline,
            "\(what) does not say when to do a step, as the clause '\(citation)' does",
            hint: "add 'by: \(deadline)' to the step '\(step.what)'",
            notes: [("the clause says '\(deadline)'", .clause(organisation.id, citation))])
        }
      }
    }
  }

  /// Whether a step of the topic that rests on the clause says when to do it.
  ///
  /// Of several steps that a clause orders, one may be urgent and stand in a rule of its own.
  private func isTimed(_ steps: [Step], _ citation: Citation) -> Bool {
    steps.contains { step in
      step.citations.contains(citation)
        && (step.deadline != nil
          || ClauseDemand.deadline(in: PlainWords(step.what).lowercased) != nil)
    }
  }

  private mutating func checkActor(
    of step: Step, _ demand: ClauseDemand, _ citation: Citation, _ what: String,
    _ place: KnowledgePlace, _ organisation: Organisation
  ) {
    guard step.who == nil, let actor = demand.actor,
      PlainWords(step.what).lowercased.first == actor.verb
    else { return }
    report(
      place, .stepWithoutActor,
      "\(what) does not say who does a step, as the clause '\(citation)' does",
      hint: "add 'who: \(actor.contact.name)' to the step '\(step.what)'",
      notes: [("the clause names '\(actor.contact.id)'", .clause(organisation.id, citation))])
  }

  // MARK: - Force

  private mutating func checkForce(
    of rule: Rule, _ place: KnowledgePlace, _ organisation: Organisation
  ) {
    let clauses = rule.advice.allCitations.compactMap { organisation[clause: $0] }
    guard !clauses.isEmpty, rule.advice.verdict != .silent else { return }
    let forces = clauses.map(\.force)
    let words = ForceOfWords(rule.advice.say, isBan: rule.advice.verdict == .no)
    func note(_ what: String) -> [(String, KnowledgePlace)] {
      rule.advice.citations.prefix(1).map { (what, .clause(organisation.id, $0)) }
    }
    if let must = words.must, !forces.contains(where: \.isMust) {
      report(
        place, .harderThanClause,
        "the rule '\(rule.id)' says '\(must)', and no clause that it cites says must",
        hint: "say what the clause says, such as 'you should'",
        notes: note("this clause says \(forces[0].rawValue)"))
    } else if rule.advice.verdict == .no, !forces.contains(where: { $0.isMust || $0.isShould }) {
      report(
        place, .harderThanClause,
        "the rule '\(rule.id)' says no, and no clause that it cites asks for anything",
        hint: "cite the clause that forbids it, or change the verdict",
        notes: note("this clause says \(forces[0].rawValue)"))
    } else if words.isOnlyShould, forces.allSatisfy(\.isMust),
      !clauses.contains(where: { ForceOfWords.isMildInPart($0.gist) })
    {
      report(
        place, .softerThanClause,
        "the rule '\(rule.id)' says 'should', and every clause that it cites says must",
        hint: "say 'must', or 'do not'", notes: note("this clause says \(forces[0].rawValue)"))
    } else if rule.advice.verdict == .yes, forces.allSatisfy(\.isBan) {
      report(
        place, .softerThanClause,
        "the rule '\(rule.id)' says yes, and every clause that it cites forbids something",
        hint: "cite the clause that allows it, or change the verdict",
        notes: note("this clause says \(forces[0].rawValue)"))
    }
  }
}
