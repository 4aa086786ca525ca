import Authoring
import Diagnostics
import FoundationEssentials
import KnowledgeLoading
import PolicyModel
import Presentation
import QuestionRouting
import Scenarios
import Shell
import YAMLReading

/// The program without its ends: every part that reads, around one small knowledge.
public struct FuzzedProgram {
  /// The knowledge cannot be used that the program should be tried with.
  public struct Unusable: Error {
    let faults: [String]
  }

  private let copy: String
  private let knowledge: Knowledge
  private let router: QuestionRouter
  private let today: CalendarDate
  private var batch: Batch

  /// A program with the knowledge of a folder, of which a copy is made to be damaged.
  public init(knowledge folder: String, copy: String) throws {
    let loaded = KnowledgeLoader.load(folder: folder)
    let words = KnowledgeLoader.loadWords(folder: folder)
    guard let knowledge = loaded.knowledge, let words = words.words,
      let today = CalendarDate("2026-01-31")
    else { throw Unusable(faults: (loaded.diagnostics + words.diagnostics).map(\.description)) }
    if !FileManager.default.fileExists(atPath: copy) {
      try FileManager.default.copyItem(atPath: folder, toPath: copy)
    }
    self.copy = copy
    self.knowledge = knowledge
    self.today = today
    router = QuestionRouter(words)
    batch = Batch(knowledge)
  }

  /// Gives some bytes to a part, and answers how many faults it found in them.
  ///
  /// What must hold of its answer is a precondition: the fuzzer knows of nothing but traps.
  @discardableResult public mutating func give(_ bytes: [UInt8], to part: FuzzedPart) -> Int {
    switch part {
    case .yaml: return count(YAMLReader.readAll(bytes, file: "f").diagnostics)
    case .facts: return load(bytes, as: "facts.yaml")
    case .topics: return load(bytes, as: "topics.yaml")
    case .words: return load(bytes, as: "words.yaml")
    case .questions: return load(bytes, as: "questions/pans.txt")
    case .organisation: return load(bytes, as: "kitchen/organisation.yaml")
    case .clauses: return load(bytes, as: "kitchen/rules.yaml")
    case .rules: return load(bytes, as: "kitchen/rules/pans.yaml")
    case .invariants: return load(bytes, as: "invariants.yaml")
    case .scenario: return run(ScenarioFile(name: "f.yaml", bytes: bytes))
    case .csv: return run(ScenarioFile(name: "f.csv", bytes: bytes))
    case .demo: return play(bytes)
    case .batch: return answer(bytes)
    case .session: return request(bytes)
    case .code:
      let isRead = (try? CaseCode.read(Self.text(bytes), in: knowledge)) != nil
      return isRead ? 0 : 1
    case .shell:
      type(bytes)
      return 0
    case .question:
      _ = router.listener(for: knowledge.facts).hear(Self.text(bytes))
      _ = router.route(Self.text(bytes))
      return 0
    case .table:
      let (questions, faults, unmeasured) = LabelledQuestion.read(
        Self.text(bytes), file: "f", knowledge: knowledge)
      _ = RoutingEvaluation(questions, by: router, knowledge: knowledge)
      return count(faults + unmeasured)
    case .importing:
      return ImportedDocument(Self.text(bytes), id: "rules", numbering: nil).count > 0 ? 0 : 1
    }
  }

  /// How many faults these are; each can be shown.
  private func count(_ faults: [Diagnostic]) -> Int {
    for fault in faults { precondition(Self.isHarmless(fault.description)) }
    return faults.count
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Loads the knowledge with one of its files replaced, which is then put back.
  private func load(_ bytes: [UInt8], as name: String) -> Int {
    let place = URL(filePath: "\(copy)/\(name)")
    let before = try? Data(contentsOf: place)
    try? Data(bytes).write(to: place)
    defer {
      if let before {
        try? before.write(to: place)
      } else {
        try? FileManager.default.removeItem(at: place)
      }
    }
    let loaded = KnowledgeLoader.load(folder: copy)
    let words = KnowledgeLoader.loadWords(folder: copy, checkingAgainst: loaded.knowledge)
    return count(loaded.diagnostics + words.diagnostics)
  }

  private func run(_ file: ScenarioFile) -> Int {
    let set = ScenarioSet([file], knowledge: knowledge)
    let router = router
    var runner = ScenarioRunner(knowledge) { router }
    let results = set.scenarios.map { runner.run($0) }
    _ = AcceptedFiles(accepting: results, in: [file])
    let report = ScenarioReport(results, faulty: set.faulty)
    _ = report.junit + report.tap + report.annotations
    _ = set.scenarios.flatMap { Contrast.scenarios(to: $0, in: knowledge) }
    return count(set.diagnostics) + results.count { !$0.holds }
  }

  private func play(_ bytes: [UInt8]) -> Int {
    let file = DemoFile(name: "f.yaml", bytes: bytes, knowledge: knowledge)
    guard let demo = file.demo else { return count(file.diagnostics) }
    let router = router
    let state = ShellState(
      knowledge, organisation: demo.organisation, today: today, understand: { router })
    let script = DemoScript(demo, in: state)
    let renderer = PageRenderer(width: 40)
    for beat in script.beats { precondition(Self.isHarmless(renderer.render(beat.page))) }
    return count(script.diagnostics)
  }

  private mutating func answer(_ bytes: [UInt8]) -> Int {
    var output: [UInt8] = []
    let lines = bytes.split(separator: 10)
    let faults = lines.count { !batch.answer($0, number: 1, into: &output) }
    precondition(output.allSatisfy { $0 >= 0x20 || $0 == 10 })
    return faults
  }

  private func request(_ bytes: [UInt8]) -> Int {
    let router = router
    var session = LineSession(knowledge, today: today) { router }
    return bytes.split(separator: 10).count { line in
      let event = session.handle(line)
      precondition(!event.isEmpty)
      return event.contains(#""event":"error""#)
    }
  }

  private func type(_ bytes: [UInt8]) {
    let router = router
    var state = ShellState(knowledge, today: today, understand: { router })
    let renderer = PageRenderer(width: 40)
    for line in Self.text(bytes).split(separator: "\n").prefix(40) {
      precondition(Self.isHarmless(renderer.render(state.handle(String(line)).page)))
      _ = state.prompt
    }
  }

  /// Whether a text can be sent to a terminal as it is.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || ![.control, .format, .lineSeparator, .paragraphSeparator]
          .contains(scalar.properties.generalCategory)
    }
  }
}
