import DecisionEngine
import Diagnostics
import PolicyModel

/// A case and its answer as a text for the contact who is to help.
///
/// The person who asked sends it, so it says "I". All else comes from the answer and the knowledge,
/// whose sentences say "you" to that person.
public struct HandoffText: Sendable {
  public enum Format: CaseIterable, Hashable, Sendable {
    /// Text for a message, wrapped at 76 columns at most, which every mail program shows whole.
    case plain
    case markdown
  }

  private let card: AnswerCard
  private let facts: [Fact]
  private var answer: Answer { card.answer }

  /// The text on what a card shows.
  public init(_ card: AnswerCard) {
    self.card = card
    facts = card.table.facts
  }

  /// The texts on several matters, the strictest first; each can be sent alone, as its contacts may be
  /// others.
  public static func page(of texts: [HandoffText], _ format: Format) -> Page {
    let sorted = texts.enumerated().sorted {
      ($1.element.answer.verdict.strictness, $0.offset)
        < ($0.element.answer.verdict.strictness, $1.offset)
    }
    let pages = sorted.map { $0.element.page(format) }
    return pages.dropFirst().reduce(pages.first ?? Page()) {
      $0.followed(by: Page("---")).followed(by: $1)
    }
  }

  /// The text in a format; Markdown stands as it is, so that it can be copied.
  public func page(_ format: Format) -> Page {
    switch format {
    // The renderer leaves the last column of its window free.
    case .plain: page(headed: "Subject: \(subject)").atMost(columns: 77)
    case .markdown: Page(verbatim: page(headed: subject).markdown)
    }
  }

  private var subject: String {
    let name = answer.isSettled ? "verdict" : "verdict so far"
    return "\(card.topic.title) (\(name): \(Wording.phrase(answer.verdict)))"
  }

  private func page(headed title: String) -> Page {
    var page = Page()
    page.add(StyledText(title, .heading))
    page.addSpace()
    page.add(StyledText("Organisation: \(card.organisation.name)"))
    page.add(StyledText("Date: \(Wording.date(card.today))"))
    page.addSpace()
    page.add(
      StyledText(
        "I asked askfirst, a program that answers from our documents. In its questions and advice "
          + "“you” means me."))
    page.addSection("To, with what the documents name them for", recipients)
    if let fallback = answer.fallback {
      page.add(card.cited("I was told: \(fallback.say)", fallback.citations), indent: 2)
    }
    if let asks = card.topic.asks {
      page.addHeading("My question")
      page.add(StyledText(asks), indent: 2)
    }
    page.addSection("The facts as I gave them", givenFacts)
    page.addSection("What I am not sure of", unsureFacts)
    page.addSection("Not asked yet", questions(answer.unasked))
    page.addSection("Not needed, as it could not change what to do", questions(needless))
    addVerdict(to: &page)
    page.addSection("Only if", answer.provided.map { card.cited($0.that, $0.citations) })
    page.addSection("What else applies", otherFindings)
    addUndecided(to: &page)
    page.addSection("Depending on the details", answer.conditional.map(open))
    page.addSection("What I was advised to do", answer.steps.map(card.text), isNumbered: true)
    page.addSection("The clauses", citations.compactMap(clause))
    page.addSection("The documents and how old they are", documents)
    page.addSpace()
    page.add(StyledText("Question to you:", .heading) + StyledText(" \(closingQuestion)"))
    return page
  }

  private var recipients: [StyledText] {
    answer.contacts.compactMap { card.organisation[contact: $0] }.map { contact in
      let note = contact.reachNote.map { " (\($0))" } ?? ""
      let reach = contact.reach.map { " Reached at \($0)\(note)." } ?? ""
      return StyledText(contact.name, .heading) + StyledText(": \(contact.purpose).\(reach)")
    }
  }

  private var givenFacts: [StyledText] {
    facts.compactMap { fact in
      guard let reply = card.replies[fact.id], reply != .notSure else { return nil }
      return StyledText("\(fact.question) – \(card.wording.label(reply, of: fact))")
    }
  }

  private var unsureFacts: [StyledText] {
    answer.notSure.compactMap { card.knowledge[fact: $0] }.map { fact in
      StyledText(fact.question + (fact.unsure.map { " I was told: \($0)" } ?? ""))
    }
  }

  /// The facts that the rules name and that nobody needs in this case.
  private var needless: [Identifier<Fact>] {
    let needed = answer.notSure + answer.unasked
    return facts.map(\.id).filter { fact in
      !needed.contains(fact) && (card.replies[fact] ?? .notSure) == .notSure
    }
  }

  private func questions(_ facts: [Identifier<Fact>]) -> [StyledText] {
    facts.compactMap { card.knowledge[fact: $0] }.map { fact in
      StyledText(fact.question + (card.replies[fact.id] == .notSure ? " (not sure)" : ""))
    }
  }

  private func addVerdict(to page: inout Page) {
    let verdict = Wording.phrase(answer.verdict)
    page.addHeading("The verdict so far")
    if answer.isSettled {
      let meaning = Wording.meaning(answer.verdict).map { " \($0)" } ?? ""
      page.add(StyledText("\(Wording.capitalised(verdict)).\(meaning)"), indent: 2)
    } else {
      let possible = answer.possibleVerdicts.map { "“\(Wording.phrase($0))”" }
      page.add(
        StyledText(
          "Not certain yet. Possible: \(Wording.list(possible, "or")). Until it is known, I am "
            + "to keep to the strictest: “\(verdict)”."), indent: 2)
    }
    for advice in answer.deciding.map(\.advice) {
      let reason = advice.because.map { " \($0)" } ?? ""
      page.addItem("-", card.cited(advice.say + reason, advice.citations), width: 2)
    }
  }

  private var otherFindings: [StyledText] {
    answer.findings.map(\.advice).filter { $0.verdict != answer.verdict }.map(card.marked)
  }

  private func addUndecided(to page: inout Page) {
    guard !answer.undecided.isEmpty else { return }
    page.addHeading("What it hangs on")
    // Strictest first, so each line holds where none above it does.
    for finding in answer.undecided {
      page.addItem("-", open(finding), width: 2)
      guard answer.deciding.isEmpty, finding.advice.verdict == answer.verdict else { continue }
      for step in finding.advice.steps where !answer.steps.contains(step) {
        page.addItem("-", card.text(of: step), indent: 4, width: 2)
      }
    }
  }

  private func open(_ finding: Answer.OpenFinding) -> StyledText {
    let condition =
      finding.condition == .always
      ? "Otherwise" : "If \(card.wording.clause(finding.condition))"
    let verdict = finding.advice.verdict.map {
      StyledText(Wording.phrase($0), .verdict($0)) + StyledText(". ")
    }
    return StyledText("\(condition): ") + (verdict ?? "") + card.sentence(finding.advice)
  }

  /// Every clause that the text names, so that none has to be looked up to be understood.
  private var citations: [Citation] {
    let steps = answer.steps + answer.undecided.flatMap(\.advice.steps)
    let named =
      answer.citations + (steps.flatMap(\.citations) + answer.provided.flatMap(\.citations))
      + answer.conditional.flatMap(\.advice.citations) + (answer.fallback?.citations ?? [])
    return named.reduce(into: []) { seen, citation in
      if !seen.contains(citation) { seen.append(citation) }
    }
  }

  private func clause(_ citation: Citation) -> StyledText? {
    card.organisation[clause: citation].map {
      .clause("[\(citation)]") + StyledText(" \($0.label): \($0.gist)")
    }
  }

  private var documents: [StyledText] {
    let cited = Set(citations.map(\.document))
    return card.organisation.documents.filter { cited.isEmpty || cited.contains($0.id) }.map {
      .clause($0.id.text)
        + StyledText(" – \(DocumentAge(document: $0, today: card.today).sentence)")
    }
  }

  /// What the person wants settled.
  private var closingQuestion: String {
    let open = answer.notSure.compactMap { card.knowledge[fact: $0].map { "“\($0.question)”" } }
    if !open.isEmpty { return "Can you help me to settle this? \(open.joined(separator: " "))" }
    return switch answer.verdict {
    case .silent: "How should I proceed, as the documents do not say?"
    case .askFirst: "May I go ahead? I am to ask before I do."
    default: "Please tell me if you see it otherwise."
    }
  }
}
