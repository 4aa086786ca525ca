import PolicyModel
import Presentation
import QuestionRouting

/// `askfirst search WORDS`: clauses and topics that have the words, best first.
enum SearchCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let words = invocation.arguments.operands.dropFirst().joined(separator: " ")
    guard !words.isEmpty else {
      throw UsageError("search for what?", hint: "write 'askfirst search photo consent'")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let only = try invocation.organisation(in: knowledge)
    let views = EntryPages(knowledge, today: invocation.settings.today)
    var page = Page()
    for hit in KnowledgeSearch(knowledge, of: only).hits(for: words) {
      switch hit {
      case .topic(let topic): page.append(views.line(for: topic))
      case .clause(let clause, let citation, let organisation):
        page.append(views.line(for: clause, citation, of: organisation))
      }
    }
    guard !page.isEmpty else {
      CommandLineTool.complain("no clause and no topic has these words")
      return .failed
    }
    return CommandLineTool.print(invocation.settings.renderer.render(page))
  }
}
