import DecisionEngine
import PolicyModel
import Presentation
import Scenarios

/// `askfirst handout FILE|TOPIC`: a sheet for a class, with a key.
enum HandoutCommand {
  enum Format: String, CaseIterable {
    case markdown, html
  }

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let operands = Array(arguments.operands.dropFirst())
    guard let name = operands.first, operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which scenario file or topic?" : "one file or topic at a time",
        hint: "write 'askfirst handout FILE' or 'askfirst handout TOPIC --organisation ID'")
    }
    let format: Format = try invocation.format(.markdown)
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    // The id of a topic has neither a slash nor a full stop in it.
    let isFile = name.contains { "/.".contains($0) }
    guard
      let handout = isFile
        ? try handout(file: name, invocation, knowledge)
        : try handout(topic: name, invocation, knowledge)
    else { return .failed }
    return try RunCommand.write(
      format == .html ? handout.html : handout.markdown, invocation)
  }

  private static func handout(
    topic name: String, _ invocation: Invocation, _ knowledge: Knowledge
  ) throws(UsageError) -> Handout? {
    let topic = try NameFinder.find(name, "topic", among: knowledge.topics.map(\.id))
    guard let organisation = try invocation.organisation(in: knowledge) else {
      throw UsageError("whose documents apply?", hint: "add '--organisation ID'")
    }
    guard let table = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      throw UsageError("'\(organisation)' has no rules on '\(topic)'")
    }
    return Handout(on: table, knowledge: knowledge, today: invocation.settings.today)
  }

  /// The sheet on the scenarios of a file, or nil once its faults have been printed.
  private static func handout(
    file: String, _ invocation: Invocation, _ knowledge: Knowledge
  ) throws(UsageError) -> Handout? {
    let set = ScenarioSet(try ScenarioFiles.read([file], invocation), knowledge: knowledge)
    CommandLineTool.complain(of: set.diagnostics)
    guard set.diagnostics.isEmpty else { return nil }
    let filter = ScenarioFilter(
      name: invocation.arguments.value(of: .name),
      organisation: try invocation.organisation(in: knowledge))
    let chosen = set.scenarios.filter(filter.admits)
    guard !chosen.isEmpty else {
      throw UsageError("no scenario there has what was asked for")
    }
    return Handout(on: chosen, knowledge: knowledge, today: invocation.settings.today)
  }
}
