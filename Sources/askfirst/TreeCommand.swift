import DecisionEngine
import Diagnostics
import KnowledgeLoading
import PolicyModel
import Presentation

/// `askfirst tree TOPIC`: the questions that the rules come to, as a tree.
enum TreeCommand {
  private enum Format: String, CaseIterable {
    case text, mermaid, dot, svg
  }

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let operands = arguments.operands.dropFirst()
    guard let name = operands.first, operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which topic?" : "one topic at a time",
        hint: "write 'askfirst tree TOPIC --organisation ID'")
    }
    let wish = arguments.value(of: .format) ?? Format.text.rawValue
    let formats = Format.allCases.map(\.rawValue)
    guard let format = Format(rawValue: wish) else {
      throw UsageError(
        "there is no format '\(wish)'",
        hint: SpellingSuggestion.hint(for: wish, among: formats)
          ?? "there is \(formats.joined(separator: ", "))")
    }
    guard let named = arguments.value(of: .organisation) else {
      throw UsageError("whose documents apply?", hint: "add '--organisation ID'")
    }
    let scope = LoadingScope.only(Identifier(name), of: Identifier(named))
    guard let knowledge = invocation.loadKnowledge(scope: scope) else { return .unusableKnowledge }
    let organisation = try NameFinder.find(
      named, "organisation", among: knowledge.organisations.map(\.id))
    let topic = try NameFinder.find(name, "topic", among: knowledge.topics.map(\.id))
    guard let table = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      throw UsageError("'\(organisation)' has no rules on '\(topic)'")
    }
    let view = TreeView(table.questionTree(), of: table)
    let renderer = invocation.settings.renderer
    switch format {
    case .text:
      return CommandLineTool.print(renderer.render(view.page(width: renderer.width)))
    case .mermaid: return CommandLineTool.print(view.mermaid)
    case .dot: return CommandLineTool.print(view.dot)
    case .svg: return CommandLineTool.print(view.svg)
    }
  }
}
