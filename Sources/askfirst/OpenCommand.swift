import DecisionEngine
import PolicyModel
import Presentation

/// `askfirst open CODE`: the case that a code brings back, answered.
enum OpenCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let code = invocation.arguments.operands.dropFirst().joined(separator: " ")
    guard !code.isEmpty else {
      throw UsageError("open what?", hint: "write 'askfirst open CODE' with the code of a card")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let views = ReopenedPages(knowledge)
    let renderer = invocation.settings.renderer
    let reopened: ReopenedCase
    do throws(CaseCode.Fault) {
      reopened = try CaseCode.read(code, in: knowledge)
    } catch {
      return CommandLineTool.print(renderer.render(views.page(error)), exit: .wrongUsage)
    }
    let differences = views.page(reopened.differences)
    guard let found = reopened.restored,
      let table = DecisionTable(knowledge, organisation: found.organisation, topic: found.topic)
    else {
      return CommandLineTool.print(renderer.render(differences), exit: .failed)
    }
    if let fact = table.nextFact(after: found.facts) {
      let page = differences.followed(by: MissingFactView(fact, in: table).page)
      return CommandLineTool.print(renderer.render(page), exit: .undecided)
    }
    let card = AnswerCard(
      table.answer(to: found.facts), to: found.facts, from: table, knowledge: knowledge,
      today: invocation.settings.today)
    return CommandLineTool.print(renderer.render(differences.followed(by: card.page)))
  }
}
