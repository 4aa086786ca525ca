import Diagnostics
import LineEditing
import PolicyModel
import Presentation
import Scenarios

/// `askfirst run PATH…`: tries scenario files against the knowledge.
enum RunCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let format = try ReportFormat.named(arguments.value(of: .format))
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    if let transcript = arguments.value(of: .fromTranscript) {
      return try TranscriptRun.run(transcript, invocation, knowledge: knowledge)
    }
    let files = try ScenarioFiles.read(try paths(invocation), invocation)
    let set = ScenarioSet(files, knowledge: knowledge)
    CommandLineTool.complain(of: set.diagnostics)
    let filter = try self.filter(invocation, knowledge)
    let chosen = set.scenarios.filter(filter.admits)
    let router = LazyRouter { (invocation.loadWords(), []) }
    let results = tried(
      chosen, ScenarioRunner(knowledge) { router.router }, stops: arguments.has(.failFast))
    if results.isEmpty, set.diagnostics.isEmpty {
      CommandLineTool.complain(
        set.scenarios.isEmpty
          ? "there is no scenario to try" : "no scenario has what was asked for")
    }
    if arguments.has(.accept) {
      return try AcceptedChanges(results, besides: set.faulty.count, in: files).write(
        isConfirmed: arguments.has(.yes), invocation)
    }
    let report = ScenarioReport(
      results, faulty: set.faulty, untried: chosen.count - results.count)
    let written = try write(format.text(of: report, invocation), invocation)
    let holds = !results.isEmpty && results.allSatisfy(\.holds) && set.diagnostics.isEmpty
    return holds ? written : .failed
  }

  /// The paths that the arguments name, or the scenarios of the knowledge.
  static func paths(_ invocation: Invocation) throws(UsageError) -> [String] {
    let operands = Array(invocation.arguments.operands.dropFirst())
    if !operands.isEmpty { return operands }
    guard let folder = invocation.knowledgeFolder() else {
      throw UsageError("which scenarios?", hint: "name files or folders")
    }
    return [folder + "/scenarios"]
  }

  /// Which scenarios the arguments ask for.
  static func filter(
    _ invocation: Invocation, _ knowledge: Knowledge
  ) throws(UsageError) -> ScenarioFilter {
    let arguments = invocation.arguments
    var topic: Identifier<Topic>?
    if let name = arguments.value(of: .topic) {
      topic = try NameFinder.find(name, "topic", among: knowledge.topics.map(\.id))
    }
    return ScenarioFilter(
      name: arguments.value(of: .name), organisation: try invocation.organisation(in: knowledge),
      topic: topic, tag: arguments.value(of: .tag))
  }

  private static func tried(
    _ scenarios: [Scenario], _ runner: ScenarioRunner, stops: Bool
  ) -> [ScenarioResult] {
    var runner = runner
    var results: [ScenarioResult] = []
    var progress = ProgressLine(of: scenarios.count)
    for scenario in scenarios {
      progress.show(results.count)
      results.append(runner.run(scenario))
      if stops, results.last?.holds == false { break }
    }
    progress.clear()
    return results
  }

  /// Writes a result where it was asked for.
  static func write(_ text: String, _ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard let path = invocation.outputPath else {
      return CommandLineTool.print(text)
    }
    do throws(OutputFile.Failure) {
      try OutputFile.put(text, at: path)
      return .fine
    } catch {
      return CommandLineTool.refuse(error)
    }
  }
}

/// The forms of a report.
enum ReportFormat: String, CaseIterable {
  case text, tap, junit, json, github

  static func named(_ name: String?) throws(UsageError) -> ReportFormat {
    guard let name else { return .text }
    if let format = ReportFormat(rawValue: name) { return format }
    let names = allCases.map(\.rawValue)
    throw UsageError(
      "there is no format '\(name)'",
      hint: SpellingSuggestion.hint(for: name, among: names)
        ?? "there is \(names.joined(separator: ", "))")
  }

  func text(of report: ScenarioReport, _ invocation: Invocation) -> String {
    switch self {
    case .text:
      invocation.settings.renderer.render(
        report.page(naming: invocation.arguments.has(.verbose)))
    case .tap: report.tap
    case .junit: report.junit
    case .json: ScenarioReportJSON(report).jsonText
    case .github: report.annotations
    }
  }
}

/// How far a long run has come, on a terminal only.
struct ProgressLine {
  private let count: Int
  private let watch = Stopwatch()
  private var isShown = false

  init(of count: Int) {
    self.count = count
  }

  mutating func show(_ done: Int) {
    guard done % 16 == 0, TerminalOutput.standardError.isTerminal,
      watch.milliseconds > 300
    else { return }
    isShown = true
    TerminalOutput.standardError.write("\r\(done) of \(count) scenarios tried")
    TerminalOutput.standardError.flush()
  }

  func clear() {
    guard isShown else { return }
    TerminalOutput.standardError.write("\r\u{1B}[K")
    TerminalOutput.standardError.flush()
  }
}
