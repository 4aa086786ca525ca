import Authoring
import Diagnostics
import PolicyModel
import Presentation

/// `askfirst show ID`: what stands in the knowledge under an id.
enum ShowCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = invocation.arguments.operands.dropFirst()
    let id = operands.joined(separator: " ")
    guard !id.isEmpty else {
      throw UsageError("show what?", hint: "write 'askfirst show friend-request', for instance")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let only = try invocation.organisation(in: knowledge)
    let organisations = knowledge.organisations.filter { $0.id == only ?? $0.id }
    let originals = try invocation.originals(of: organisations)
    let views = EntryPages(knowledge, today: invocation.settings.today) {
      originals.text(of: $1, in: $0)
    }
    var page = Page()
    if let topic = knowledge.topics.first(where: { $0.id.text == id }) {
      page = page.followed(by: views.topic(topic))
    }
    for organisation in organisations {
      if organisation.id.text == id { page = page.followed(by: views.organisation(organisation)) }
      if let contact = organisation.contacts.first(where: { $0.id.text == id }) {
        page = page.followed(by: views.contact(contact, of: organisation))
      }
      for document in organisation.documents {
        if document.id.text == id {
          page = page.followed(by: views.document(document, of: organisation))
        }
        for clause in document.clauses.values
        where id == "\(document.id) \(clause.id)" || id == clause.id.text {
          let citation = Citation(document: document.id, clause: clause.id)
          page = page.followed(by: views.clause(clause, citation, of: organisation))
        }
      }
    }
    guard !page.isEmpty else {
      throw UsageError(
        "there is nothing called '\(id)'",
        hint: SpellingSuggestion.hint(for: id, among: names(organisations, knowledge))
          ?? "'askfirst search WORDS' finds clauses and topics")
    }
    return CommandLineTool.print(invocation.settings.renderer.render(page))
  }

  private static func names(_ organisations: [Organisation], _ knowledge: Knowledge) -> [String] {
    knowledge.topics.map(\.id.text)
      + organisations.flatMap { organisation in
        [organisation.id.text] + organisation.contacts.map(\.id.text)
          + organisation.documents.flatMap { document in
            [document.id.text] + document.clauses.keys.sorted().map { "\(document.id) \($0)" }
          }
      }
  }
}
