import DecisionEngine
import PolicyModel

/// Shows an answer to the person who asked.
///
/// Everything comes from the answer: the card adds headings and order, and no advice of its own.
public struct AnswerCard: Sendable {
  let answer: Answer
  let replies: [Identifier<Fact>: Reply]
  let knowledge: Knowledge
  let table: DecisionTable
  let organisation: Organisation
  let topic: Topic
  let today: CalendarDate
  let wording: ConditionWording

  /// The card of the answer that the table gave to some replies, as read on a given day.
  public init(
    _ answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable,
    knowledge: Knowledge, today: CalendarDate
  ) {
    self.answer = answer
    self.replies = replies
    self.knowledge = knowledge
    self.table = table
    // The table may be from a time when less was known, and a card for several matters cites them all.
    organisation = knowledge[organisation: table.organisation.id] ?? table.organisation
    topic = table.topic
    self.today = today
    wording = ConditionWording(knowledge)
  }

  public var page: Page {
    var page = Page()
    page.add(StyledText("\(topic.title) · \(organisation.name)", .muted))
    page.addSpace()
    addVerdict(to: &page)
    addReasons(to: &page)
    addConditions(to: &page)
    addSteps(answer.steps, to: &page)
    addDetails(to: &page)
    page.addHeading("Whom to go to")
    addFallback(to: &page)
    addContacts(answer.contacts, to: &page)
    page.addHeading("How old this is")
    addDocuments(documents, to: &page)
    addCode(to: &page)
    return page
  }

  /// The matter alone, without what is told once for all matters: steps, contacts and documents.
  var matter: Page {
    var page = Page()
    page.add(StyledText(topic.title, .heading))
    addVerdict(to: &page)
    addReasons(to: &page)
    addConditions(to: &page)
    addDetails(to: &page)
    return page
  }

  private func addDetails(to page: inout Page) {
    addUndecided(to: &page)
    addOtherFindings(to: &page)
    addConditional(to: &page)
    addChanges(to: &page)
    addClauses(to: &page)
  }

  /// What is said first: the findings that decide, or the one that would while facts are missing.
  private var leading: [Advice] {
    let deciding = answer.deciding.map(\.advice)
    guard deciding.isEmpty else { return deciding }
    let strictest = answer.undecided.map(\.advice).filter { $0.verdict == answer.verdict }
    return strictest.count == 1 ? strictest : []
  }

  private func addVerdict(to page: inout Page) {
    let headline = StyledText(Wording.headline(answer.verdict), .verdict(answer.verdict))
    for (index, advice) in leading.enumerated() {
      let sentence = sentence(advice)
      page.add(index == 0 ? headline + StyledText("  ") + sentence : sentence)
    }
    if leading.isEmpty { page.add(headline) }
    if let meaning = Wording.meaning(answer.verdict) { page.add(.muted(meaning)) }
    guard !answer.isSettled else { return }
    let phrases = answer.possibleVerdicts.map(Wording.phrase)
    page.addSpace()
    page.add(
      StyledText("This is not certain yet. Possible: \(Wording.list(phrases, "or"))")
        + StyledText(". Until you know, keep to the strictest: \(phrases[0])."))
  }

  private func addReasons(to page: inout Page) {
    var reasons: [String] = []
    for reason in leading.compactMap(\.because) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    let given = givenFacts
    guard !reasons.isEmpty || !given.isEmpty else { return }
    page.addHeading("Why")
    for reason in reasons { page.add(StyledText(reason), indent: 2) }
    if !given.isEmpty {
      page.add(
        StyledText("You said that \(given.joined(separator: ", and that ")).", .muted), indent: 2)
    }
  }

  /// What the person has said of the facts on which the leading findings hang.
  private var givenFacts: [String] {
    guard let table = organisation.rules[topic.id] else { return [] }
    let deciding = Set(answer.deciding.compactMap(\.rule))
    let facts = table.rules.filter { deciding.contains($0.id) }.flatMap(\.condition.facts)
    var said: [String] = []
    for fact in topic.facts where facts.contains(fact) {
      guard let reply = replies[fact], reply != .notSure, let fact = knowledge[fact: fact] else {
        continue
      }
      said.append(wording.said(reply, of: fact))
    }
    return said
  }

  private func addConditions(to page: inout Page) {
    guard !answer.provided.isEmpty else { return }
    page.addHeading("Only if")
    for proviso in answer.provided {
      page.addItem("•", cited(proviso.that, proviso.citations))
    }
  }

  func addSteps(_ steps: [Step], to page: inout Page) {
    guard !steps.isEmpty else { return }
    page.addHeading("What to do")
    for (index, step) in steps.enumerated() {
      page.addItem("\(index + 1).", text(of: step))
    }
  }

  /// A step with its deadline and whoever does it.
  func text(of step: Step) -> StyledText {
    var text = StyledText("")
    if let deadline = step.deadline {
      text += StyledText(Wording.capitalised(deadline.text) + ": ", .heading)
    }
    if let who = step.who { text += StyledText("(\(who)) ") }
    return text + cited(step.what, step.citations)
  }

  private func addOtherFindings(to page: inout Page) {
    let others = answer.findings.filter { $0.advice.verdict != answer.verdict }
    guard !others.isEmpty else { return }
    page.addHeading("Also")
    for finding in others { page.addItem("•", marked(finding.advice)) }
  }

  private func addConditional(to page: inout Page) {
    guard !answer.conditional.isEmpty else { return }
    page.addHeading("Depending on the details")
    for open in answer.conditional {
      let condition = wording.clause(open.condition)
      page.addItem("•", StyledText("If \(condition): ") + marked(open.advice))
    }
  }

  /// A sentence of advice with the reason and the clauses it rests on.
  func sentence(_ advice: Advice) -> StyledText {
    cited(advice.say, advice.citations)
  }

  /// A sentence of advice that does not decide, with its own verdict in front.
  func marked(_ advice: Advice) -> StyledText {
    let mark = advice.verdict.map {
      StyledText(Wording.capitalised(Wording.phrase($0)), .verdict($0)) + StyledText(": ")
    }
    return (mark ?? "") + sentence(advice)
  }

  func cited(_ text: String, _ citations: [Citation]) -> StyledText {
    guard !citations.isEmpty else { return StyledText(text) }
    return StyledText(text + " ") + Wording.citations(citations)
  }
}
