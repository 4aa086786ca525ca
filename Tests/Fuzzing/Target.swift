import Authoring
import FoundationEssentials
import KnowledgeLoading
import PolicyModel
import Presentation
import QuestionRouting
import Scenarios
import Shell
import YAMLReading

/// A part of the program that takes what others wrote; whatever that is, it must not trap.
struct Target {
  let name: String
  let take: @MainActor ([UInt8]) -> Void

  @MainActor static let all = [
    Target(name: "yaml") { _ = YAMLReader.readAll($0, file: "f") },
    Target(name: "facts") { load($0, as: "facts.yaml") },
    Target(name: "rules") { load($0, as: "kitchen/rules/pans.yaml") },
    Target(name: "organisation") { load($0, as: "kitchen/organisation.yaml") },
    Target(name: "clauses") { load($0, as: "kitchen/rules.yaml") },
    Target(name: "scenario") { run($0, "f.yaml") },
    Target(name: "csv") { run($0, "f.csv") },
    Target(name: "batch") { bytes in
      var output: [UInt8] = []
      for line in bytes.split(separator: 10) { _ = batch.answer(line, number: 1, into: &output) }
      precondition(output.allSatisfy { $0 >= 0x20 || $0 == 10 })
    },
    Target(name: "session") { bytes in
      var session = LineSession(knowledge, today: today) { router }
      for line in bytes.split(separator: 10) { precondition(!session.handle(line).isEmpty) }
    },
    Target(name: "code") { _ = try? CaseCode.read(text($0), in: knowledge) },
    Target(name: "shell") { bytes in
      var state = ShellState(knowledge, today: today, understand: { router })
      let renderer = PageRenderer(width: 40)
      for line in text(bytes).split(separator: "\n").prefix(40) {
        let shown = renderer.render(state.handle(String(line)).page)
        precondition(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        _ = state.prompt
      }
    },
    Target(name: "question") { bytes in
      _ = router.route(text(bytes))
      _ = router.listener(for: knowledge.facts).hear(text(bytes))
    },
    Target(name: "import") { _ = ImportedDocument(text($0), id: "rules", numbering: nil).count },
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let today = {
    guard let day = CalendarDate("2026-01-31") else { fatalError("this is a day") }
    return day
  }()

  /// The knowledge to begin with; a copy of it stands beside it.
  private static let folder =
    ProcessInfo.processInfo.environment["ASKFIRST_KNOWLEDGE"] ?? "Knowledge"

  private static let knowledge = {
    guard let knowledge = KnowledgeLoader.load(folder: folder).knowledge else {
      fatalError("the knowledge of the fuzzer does not load")
    }
    return knowledge
  }()

  private static let router = {
    guard let words = KnowledgeLoader.loadWords(folder: folder).words else {
      fatalError("the words of the fuzzer do not load")
    }
    return QuestionRouter(words)
  }()

  @MainActor private static var batch = Batch(knowledge)

  /// Loads the knowledge with one of its files replaced.
  @MainActor private static func load(_ bytes: [UInt8], as name: String) {
    let copy = folder + ".fuzz"
    let place = "\(copy)/\(name)"
    if !FileManager.default.fileExists(atPath: copy) {
      try? FileManager.default.copyItem(atPath: folder, toPath: copy)
    }
    try? Data(bytes).write(to: URL(filePath: place))
    _ = KnowledgeLoader.load(folder: copy).diagnostics.map(\.description)
  }

  @MainActor private static func run(_ bytes: [UInt8], _ name: String) {
    let file = ScenarioFile(name: name, bytes: bytes)
    let set = ScenarioSet([file], knowledge: knowledge)
    var runner = ScenarioRunner(knowledge) { router }
    let results = set.scenarios.map { runner.run($0) }
    _ = AcceptedFile.all(accepting: results, in: [file])
    let report = ScenarioReport(results)
    _ = report.junit + report.tap + report.annotations
    _ = set.scenarios.flatMap { Contrast.scenarios(to: $0, in: knowledge) }
  }
}
