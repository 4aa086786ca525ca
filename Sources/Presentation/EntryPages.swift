import PolicyModel

/// Shows single entries of the knowledge: what stands in it under an id.
public struct EntryPages: Sendable {
  private let knowledge: Knowledge
  private let today: CalendarDate
  /// The paragraph of the original document that a clause stands for, where it is at hand.
  private let original: @Sendable (Organisation, Citation) -> String?

  /// The pages of some knowledge, as read on a given day.
  public init(
    _ knowledge: Knowledge, today: CalendarDate,
    original: @escaping @Sendable (Organisation, Citation) -> String? = { _, _ in nil }
  ) {
    self.knowledge = knowledge
    self.today = today
    self.original = original
  }

  /// A clause with its gist, and with the original's own words where the document is at hand.
  public func clause(_ clause: Clause, _ citation: Citation, of organisation: Organisation) -> Page
  {
    var page = Page()
    let document = organisation[document: citation.document]
    page.add(
      .clause("\(citation.document), \(clause.label)")
        + .muted(" · \(document?.title ?? "") · \(organisation.name)"), hanging: 2)
    page.add(StyledText(clause.gist), indent: 2)
    page.add(
      .muted("The document words this as \(Self.words(for: clause.force)) (\(clause.kind))."),
      indent: 2)
    if let text = original(organisation, citation) {
      page.add(.muted("In the original: ") + StyledText("“\(text)”"), indent: 2)
    }
    let topics = topics(citing: citation, in: organisation)
    if !topics.isEmpty {
      page.add(.muted("Cited on: \(topics.joined(separator: ", "))."), indent: 2)
    } else if let background = clause.background {
      page.add(.muted("No rule cites it: \(background)"), indent: 2)
    }
    return page
  }

  private static func words(for force: Clause.Force) -> String {
    switch force {
    case .must: "a duty"
    case .mustNot: "a ban"
    case .should: "something you should do"
    case .shouldNot: "something you should not do"
    case .may: "something you may do"
    case .says: "a statement"
    }
  }

  private func topics(citing citation: Citation, in organisation: Organisation) -> [String] {
    knowledge.topics.filter { topic in
      guard let rules = organisation.rules[topic.id] else { return false }
      let advice = rules.rules.map(\.advice) + [rules.otherwise]
      return advice.contains { $0.allCitations.contains(citation) }
    }.map(\.id.text)
  }

  public func contact(_ contact: Contact, of organisation: Organisation) -> Page {
    var page = Page()
    page.add(StyledText(contact.name, .heading) + .muted(" · \(organisation.name)"), hanging: 2)
    page.add(StyledText(contact.purpose), indent: 2)
    if let reach = contact.reach {
      page.add(StyledText(reach + (contact.reachNote.map { " (\($0))" } ?? "")), indent: 2)
    }
    if !contact.citations.isEmpty { page.add(Wording.citations(contact.citations), indent: 2) }
    return page
  }

  public func topic(_ topic: Topic) -> Page {
    var page = Page()
    page.add(StyledText(topic.title, .heading) + .muted(" · \(topic.id)"), hanging: 2)
    if let asks = topic.asks { page.add(StyledText("“\(asks)”"), indent: 2) }
    page.add(.muted("It may ask:"), indent: 2)
    for fact in topic.facts.compactMap({ knowledge[fact: $0] }) {
      page.addItem("•", StyledText(fact.question) + .muted(" (\(fact.id))"))
    }
    return page
  }

  public func document(_ document: Document, of organisation: Organisation) -> Page {
    var page = Page()
    page.add(
      StyledText(document.title, .heading) + .muted(" · \(document.id) · \(organisation.name)"),
      hanging: 2)
    page.add(StyledText(DocumentAge(document: document, today: today).sentence), indent: 2)
    if let note = document.issuerNote { page.add(StyledText(note), indent: 2) }
    page.add(.muted("\(document.clauses.count) clauses"), indent: 2)
    return page
  }

  public func organisation(_ organisation: Organisation) -> Page {
    var page = Page()
    page.add(StyledText(organisation.name, .heading) + .muted(" · \(organisation.id)"), hanging: 2)
    for document in organisation.documents {
      page.add(StyledText(DocumentAge(document: document, today: today).sentence), indent: 2)
    }
    page.add(.muted("Contacts:"), indent: 2)
    for contact in organisation.contacts {
      page.addItem("•", StyledText(contact.name) + .muted(" (\(contact.id))"))
    }
    return page
  }

  /// One line for something that a search has found.
  public func line(for clause: Clause, _ citation: Citation, of organisation: Organisation) -> Page
  {
    var page = Page()
    page.add(
      .clause("\(citation)") + .muted(" · \(organisation.id)  ") + StyledText(clause.gist),
      hanging: 4)
    return page
  }

  public func line(for topic: Topic) -> Page {
    var page = Page()
    page.add(.command(topic.id.text) + .muted(" · topic  ") + StyledText(topic.title), hanging: 4)
    return page
  }
}
