import Presentation
import Scenarios

/// `askfirst contrast FILE`: the closest scenarios with other verdicts, as a file that can be run.
enum ContrastCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let paths = Array(invocation.arguments.operands.dropFirst())
    guard paths.count == 1 else {
      throw UsageError(
        paths.isEmpty ? "which scenario file?" : "one file at a time",
        hint: "write 'askfirst contrast FILE', and '--name WORDS' to pick a scenario of it")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let set = ScenarioSet(try ScenarioFiles.read(paths, invocation), knowledge: knowledge)
    CommandLineTool.complain(of: set.diagnostics)
    guard set.diagnostics.isEmpty else { return .failed }
    let filter = ScenarioFilter(name: invocation.arguments.value(of: .name))
    let chosen = set.scenarios.filter(filter.admits)
    guard !chosen.isEmpty else {
      throw UsageError("no scenario there has what was asked for")
    }
    let contrasts = chosen.flatMap { Contrast.scenarios(to: $0, in: knowledge) }
    guard !contrasts.isEmpty else {
      CommandLineTool.complain("no change of one fact or two gives another verdict")
      return .failed
    }
    return try RunCommand.write(ScenarioText.file(contrasts), invocation)
  }
}
