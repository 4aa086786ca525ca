import Authoring
import DecisionEngine
import PolicyModel
import Presentation
import Scenarios

/// `askfirst coverage PATH…`: what scenario files reach of the knowledge, and what they do not.
enum CoverageCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let filter = try RunCommand.filter(invocation, knowledge)
    let set = ScenarioSet(
      try ScenarioFiles.read(try RunCommand.paths(invocation), invocation), knowledge: knowledge)
    CommandLineTool.complain(of: set.diagnostics)
    let chosen = set.scenarios.filter(filter.admits)
    let coverage = KnowledgeCoverage(of: knowledge, by: chosen.map(\.case)) { organisation, topic in
      (filter.organisation ?? organisation) == organisation && (filter.topic ?? topic) == topic
    }
    guard !coverage.topics.isEmpty else {
      throw UsageError("the organisation has no rules on the topic")
    }
    let view = CoverageView(
      coverage, scenarios: chosen.count, names: Set(set.scenarios.map(\.name)))
    if let path = invocation.outputPath {
      do throws(OutputFile.Failure) {
        try OutputFile.put(view.scenarioFile ?? "", at: path)
      } catch {
        return CommandLineTool.refuse(error)
      }
    }
    let renderer = invocation.settings.renderer
    let text =
      arguments.has(.json)
      ? CoverageJSON(view).jsonText
      : renderer.render(
        view.page(width: renderer.width, namingAll: arguments.has(.verbose)))
    return CommandLineTool.print(text, exit: set.diagnostics.isEmpty ? .fine : .failed)
  }
}
