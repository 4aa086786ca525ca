import Diagnostics
import Foundation
import Presentation
import PseudoTerminal
import Testing

/// The pages of `askfirst explain`, of which every example is tried.
@Suite(.timeLimit(.minutes(20))) struct ExplainTests {
  /// The sound knowledge into which an example is put.
  static let files = AuthorCommandsTests.files.merging([
    "facts.yaml": "hot: { question: Is it hot?, kind: yes-no }",
    "topics.yaml": """
    pans: { title: Touching pans, facts: [hot] }
    lids: { title: Lifting lids, facts: [] }
    """,
    "questions/lids.txt": "May I lift the lid of it?",
    "kitchen/rules.yaml": """
    title: { label: title, kind: intro, force: says, gist: Title., anchor: Kitchen, background: A title. }
    "1": { label: rule 1, kind: duty, force: must-not, gist: Leave hot pans alone., anchor: hot pan }
    "2": { label: rule 2, kind: contact, force: may, gist: The cook can be asked., anchor: the cook }
    "3": { label: rule 3, kind: duty, force: must, gist: Burns must be told at once., anchor: at once }
    "4": { label: rule 4, kind: duty, force: must, gist: The cook must clean the hob., anchor: the hob }

    """,
    "kitchen/rules/pans.yaml": """
    topic: pans
    fallback: all
    rules:
      - { id: hot, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
    otherwise: { verdict: silent, say: Nothing is said. }
    """,
    "kitchen/rules/lids.yaml": """
    topic: lids
    fallback: all
    rules: []
    otherwise: { verdict: silent, say: Nothing is said., cite: [rules 3, rules 4] }
    """,
    "../originals/kitchen.txt": """
    Kitchen Rules

    1. Never touch a hot pan.
    2. In doubt, ask the cook.
    3. Burns are reported at once.
    4. The cook must clean the hob.
    """,
  ]) { $1 }

  /// What is printed when the knowledge with an example in it is checked.
  static func check(_ example: ExplainPage.Example?) throws -> PipedRun {
    let folder = try TemporaryFolder()
    var files = Self.files
    var command = ["check", "--documents", folder.path + "/originals"]
    switch example?.place {
    case nil: break
    case .rules:
      let indented = (example?.text ?? "").split(separator: "\n").map { "  " + $0 }
      files["kitchen/rules/pans.yaml"] =
        "topic: pans\nfallback: all\nrules:\n" + indented.joined(separator: "\n")
        + "\notherwise: { verdict: silent, say: Nothing is said. }\n"
    case .clauses:
      files["kitchen/rules.yaml", default: ""] += example?.text ?? ""
      command = ["check"]
    case .file(let path): files[path] = example?.text
    case .scenarios: files["scenarios/kitchen/pans.yaml"] = example?.text
    case .scenarioTable: files["scenarios/kitchen/pans.csv"] = example?.text
    case .questionTable:
      files["../table.tsv"] = example?.text
      command = ["evaluate", folder.path + "/table.tsv"]
    case .demo:
      files["../demo.yaml"] = example?.text
      command = ["demo", "--check", folder.path + "/demo.yaml"]
    case .original: files["../originals/kitchen.txt"] = example?.text
    }
    for (name, text) in files {
      let url = URL(filePath: "\(folder.path)/Knowledge/\(name)").standardized
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    return try BuiltProgram.run(
      command + ["--knowledge", folder.path + "/Knowledge", BuiltProgram.asOf])
  }

  static func codes(in output: String) -> Set<String> {
    Set(output.matches(of: #/\[([A-Z][0-9]{3})\]/#).map { String($0.1) })
  }

  @Test func theKnowledgeAroundTheExamplesIsSound() throws {
    let run = try Self.check(nil)
    #expect(run.exitCode == 0, "\(run.output)")
  }

  @Test func everyCodeHasOnePage() {
    #expect(
      ExplainPage.all.map(\.code).sorted { $0.rawValue < $1.rawValue }
        == DiagnosticCode.allCases.sorted { $0.rawValue < $1.rawValue })
  }

  @Test(arguments: ExplainPage.all.filter { $0.bad != nil }.map(\.code))
  func theBadExampleHasTheFault(_ code: DiagnosticCode) throws {
    let run = try Self.check(ExplainPage.page(of: code).bad)
    #expect(Self.codes(in: run.output).contains(code.rawValue), "\(run.output)")
    #expect(run.exitCode != 0)
  }

  @Test(arguments: ExplainPage.all.filter { $0.good != nil }.map(\.code))
  func theGoodExampleHasNoFault(_ code: DiagnosticCode) throws {
    let run = try Self.check(ExplainPage.page(of: code).good)
    #expect(Self.codes(in: run.output).isEmpty && run.exitCode == 0, "\(run.output)")
  }

  @Test(arguments: DiagnosticCode.allCases)
  func thePageOfEveryCodeIsPrinted(_ code: DiagnosticCode) throws {
    let run = try BuiltProgram.run(["explain", code.rawValue.lowercased()])
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("\(code.rawValue)  ") && run.output.contains("\nRepair\n"))
    let hasExample = ExplainPage.page(of: code).bad != nil
    #expect(run.output.contains("\nGood, ") == hasExample)
    // Only what no text can show may be without an example, and the page has to say so.
    #expect(hasExample || run.output.replacing("\n", with: " ").contains("o text can show it"))
  }

  @Test func anUnknownCodeIsRefusedWithAHint() throws {
    let run = try BuiltProgram.run(["explain", "K0l4"])
    #expect(run.exitCode == 2)
    #expect(run.output.contains("there is no code 'K0l4'"))
  }
}
