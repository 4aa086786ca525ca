import Foundation
import Presentation
import PseudoTerminal
import Testing

/// What `check` writes for programs, and what it mends.
@Suite(.timeLimit(.minutes(20))) struct CheckFormatsTests {
  private func folder(_ changes: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in ExplainTests.files.merging(changes, uniquingKeysWith: { $1 }) {
      let url = URL(filePath: "\(folder.path)/Knowledge/\(name)").standardized
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ options: String...) throws -> PipedRun {
    try BuiltProgram.run(
      ["check", "--knowledge", folder.path + "/Knowledge", BuiltProgram.asOf] + options)
  }

  private static let hidden = [
    "kitchen/rules/pans.yaml": """
    topic: pans
    fallback: all
    rules:
      - { id: pans, verdict: no, say: Leave it., cite: [rules 1] }
      - { id: cold, when: { hot: "no" }, verdict: "yes", say: Go on., cite: [rules 2] }
    otherwise: { verdict: silent, say: Nothing is said. }
    """
  ]

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theScenarioOfAFindingRuns() throws {
    let folder = try folder(Self.hidden)
    let run = try check(folder, "--format", "json")
    #expect(run.exitCode == 1)
    let findings = try #require(try object(run.output)["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["L007"])
    let finding = try #require(findings.first)
    #expect((finding["place"] as? [String: Any])?["line"] as? Int == 5)
    #expect((finding["notes"] as? [Any])?.count == 1)
    let scenario = try #require(finding["scenario"] as? String)
    let file = folder.path + "/shown.yaml"
    try scenario.write(toFile: file, atomically: true, encoding: .utf8)
    let tried = try BuiltProgram.run(["run", file, "--knowledge", folder.path + "/Knowledge"])
    #expect(tried.exitCode == 0, "\(tried.output)")
    #expect(scenario.contains("hot: \"no\""))
  }

  @Test func aRuleThatNeverHoldsIsToldOnce() throws {
    let rules = """
      topic: pans
      fallback: all
      rules:
        - id: never
          when: { all: [{ hot: "yes" }, { hot: "no" }] }
          verdict: no
          say: Leave it.
          cite: [rules 1]
      otherwise: { verdict: silent, say: Nothing is said. }
      """
    let run = try check(try folder(["kitchen/rules/pans.yaml": rules]))
    #expect(ExplainTests.codes(in: run.output) == ["L006"], "\(run.output)")
  }

  @Test func aBrokenDemoIsAFault() throws {
    let demo = "title: t\norganisation: kitchen\nsteps: [paus]\n"
    let run = try check(try folder(["demos/a.yaml": demo]))
    #expect(run.exitCode == 1)
    #expect(run.output.contains("demos/a.yaml:3:9: error: there is no step 'paus' [G001]"))
  }

  @Test func whatIsMeantIsNotReported() throws {
    let text = try #require(Self.hidden["kitchen/rules/pans.yaml"])
    let marked = text.replacing("{ id: cold,", with: "{ id: cold, meant: { L007: It helps. },")
    #expect(marked != text)
    let run = try check(try folder(["kitchen/rules/pans.yaml": marked]))
    #expect(run.exitCode == 0 && run.output.contains("no faults"), "\(run.output)")
  }

  /// The members that the schema of SARIF 2.1.0 requires, and those that code hosts need.
  @Test func sarifHasWhatItsSchemaRequires() throws {
    let folder = try folder(Self.hidden)
    let path = folder.path + "/found.sarif"
    #expect(try check(folder, "--format", "sarif", "--out", path).exitCode == 1)
    let log = try object(try folder.text(of: "found.sarif"))
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "askfirst")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 1)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == rules[index]["id"] as? String)
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String ?? ""))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      for key in ["locations", "relatedLocations"] {
        for location in try #require(result[key] as? [[String: Any]]) {
          let physical = try #require(location["physicalLocation"] as? [String: Any])
          let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
          #expect(uri.flatMap { URL(string: $0) }?.path.hasSuffix("rules/pans.yaml") == true)
          let region = try #require(physical["region"] as? [String: Int])
          #expect(region.values.allSatisfy { $0 >= 1 })
        }
      }
    }
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: String])?["text"])?.isEmpty == false)
      }
    }
  }

  @Test func soundKnowledgeGivesAnEmptyReport() throws {
    let run = try check(try folder(), "--format", "sarif")
    #expect(run.exitCode == 0)
    let runs = try #require(try object(run.output)["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.isEmpty == true)
  }

  @Test func knowledgeThatDoesNotLoadIsReportedInTheFormatAskedFor() throws {
    let run = try check(try folder(["facts.yaml": "hot: ["]), "--format", "json")
    #expect(run.exitCode == 3)
    let findings = try #require(try object(run.output)["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["code"] as? String == "Y002" })
  }

  // MARK: - Repairs

  private static let idle = [
    "facts.yaml": """
    hot: { question: Is it hot?, kind: yes-no }
    wet: { question: Is it wet?, kind: yes-no }
    old: { question: Is it old?, kind: yes-no }
    """,
    "topics.yaml": """
    pans: { title: Touching pans, facts: [wet, hot, old] } # a remark
    lids:
      title: Lifting lids
      facts:
        - hot # by its handle
        - wet
    """,
    "kitchen/rules/lids.yaml": """
    topic: lids
    fallback: all
    rules:
      - { id: hot, when: { hot: "yes" }, verdict: no, say: Wait., cite: [rules 1] }
    otherwise: { verdict: silent, say: Nothing., cite: [rules 3, rules 4, rules title] }
    """,
  ]

  @Test(arguments: ["\n", "\r\n"])
  func repairsTakeOutWhatChangesNothingAndNoMore(_ lineEnd: String) throws {
    let files = ExplainTests.files.merging(Self.idle, uniquingKeysWith: { $1 })
    let folder = try folder(files.mapValues { $0.replacing("\n", with: lineEnd) })
    let run = try check(folder, "--fix", "--yes")
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.contains("- pans: { title: Touching pans, facts: [wet, hot, old] }"))
    #expect(run.output.contains("+ pans: { title: Touching pans, facts: [hot] } # a remark"))
    // What stays is not shown as changed.
    #expect(!run.output.contains("by its handle"), "\(run.output)")
    #expect(
      try folder.text(of: "Knowledge/topics.yaml")
        == """
        pans: { title: Touching pans, facts: [hot] } # a remark
        lids:
          title: Lifting lids
          facts:
            - hot # by its handle

        """.replacing("\n", with: lineEnd))
    let clauses = try folder.text(of: "Knowledge/kitchen/rules.yaml")
    #expect(
      clauses.hasPrefix(
        "title: { label: title, kind: intro, force: says, gist: Title., anchor: Kitchen }\(lineEnd)"
      ))
    // Facts that no topic asks any more are for a person to remove.
    let found = try check(folder).output
    #expect(ExplainTests.codes(in: found) == ["L008"])
    // What taking out has brought is counted, too.
    let count = found.components(separatedBy: "[L008]").count - 1
    #expect(run.output.contains("\(count) findings are left for a person to mend"), "\(run.output)")
  }

  @Test func nothingIsRepairedUnconfirmed() throws {
    let folder = try folder(Self.idle)
    let run = try check(folder, "--fix")
    #expect(run.exitCode == 2)
    #expect(run.output.contains("--yes"))
    #expect(try folder.text(of: "Knowledge/topics.yaml") == Self.idle["topics.yaml"])
  }
}
