import Diagnostics
import KnowledgeLoading
import LineEditing
import PolicyModel
import Presentation
import Scenarios
import Shell

/// `askfirst demo FILE`: plays a dialogue to a class, or tries it.
enum DemoCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    var paths = Array(arguments.operands.dropFirst())
    if arguments.has(.check) {
      if paths.isEmpty {
        guard let folder = invocation.knowledgeFolder() else { return .unusableKnowledge }
        paths = [folder + "/demos"]
      }
      guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
      return try check(paths, invocation, knowledge)
    }
    guard let path = paths.first, paths.count == 1 else {
      throw UsageError(
        paths.isEmpty ? "which demo file?" : "one demo at a time",
        hint: "write 'askfirst demo FILE'; 'askfirst demo --check' tries all that ship")
    }
    let pace = try DemoSettings(arguments)
    guard try files(at: [path]).count == 1 else {
      throw UsageError("'\(path)' holds several demos", hint: "name one of them")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    guard let script = try scripts([path], invocation, knowledge).first else { return .failed }
    return try DemoPlay.run(script.script, pace, invocation)
  }

  /// Tries demos without playing them.
  private static func check(
    _ paths: [String], _ invocation: Invocation, _ knowledge: Knowledge
  ) throws(UsageError) -> ExitCode {
    let found = try scripts(paths, invocation, knowledge)
    var report = ""
    for (name, script) in found {
      report += invocation.settings.renderer.render(
        DemoPages.outcome(
          name, steps: script.demo.steps.count, chapters: script.chapters.count,
          seconds: script.seconds()))
    }
    let written = CommandLineTool.print(report)
    return found.count == (try files(at: paths)).count && !found.isEmpty ? written : .failed
  }

  /// The demos of some files that have no faults; the faults of the others have been printed.
  private static func scripts(
    _ paths: [String], _ invocation: Invocation, _ knowledge: Knowledge
  ) throws(UsageError) -> [(name: String, script: DemoScript)] {
    let router = LazyRouter { (invocation.loadWords(), []) }
    var found: [(String, DemoScript)] = []
    for file in try files(at: paths) {
      let read = DemoFile(name: file.name, bytes: file.bytes, knowledge: knowledge)
      CommandLineTool.complain(of: read.diagnostics)
      guard let demo = read.demo else { continue }
      let state = ShellState(
        knowledge, organisation: demo.organisation, today: invocation.settings.today,
        understand: { router.router })
      let script = DemoScript(demo, in: state)
      CommandLineTool.complain(of: script.diagnostics)
      if script.diagnostics.isEmpty { found.append((file.name, script)) }
    }
    return found
  }

  private static func files(at paths: [String]) throws(UsageError) -> [ScenarioFile] {
    let files = try ScenarioFiles.read(paths)
    guard !files.isEmpty else {
      throw UsageError("there is no demo file in '\(paths.joined(separator: "', '"))'")
    }
    return files
  }
}

/// How a demo is played, as the arguments have it.
struct DemoSettings {
  /// Whether keys of the presenter type the lines.
  let isPresenterPace: Bool
  let waits: Bool
  let seed: UInt64
  /// Where the notes go, nil if nowhere.
  let notes: String?
  /// Where the recording goes, nil if there is none.
  let record: String?

  init(_ arguments: Arguments) throws(UsageError) {
    switch arguments.value(of: .pace) {
    case nil, "normal": isPresenterPace = false
    case "presenter": isPresenterPace = true
    case .some(let other):
      throw UsageError(
        "there is no pace '\(other)'",
        hint: SpellingSuggestion.hint(for: other, among: ["normal", "presenter"])
          ?? "there is normal and presenter")
    }
    waits = !arguments.has(.noWait)
    seed = try Self.seed(arguments) ?? 1
    notes = arguments.value(of: .notes)
    record = arguments.value(of: .record)
  }

  /// The seed that the arguments name.
  static func seed(_ arguments: Arguments) throws(UsageError) -> UInt64? {
    guard let text = arguments.value(of: .seed) else { return nil }
    guard let seed = UInt64(text) else {
      throw UsageError("'\(text)' is no seed", hint: "write a whole number, such as '--seed 7'")
    }
    return seed
  }
}
