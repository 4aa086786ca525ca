import Foundation
import PseudoTerminal
import Testing

/// `askfirst coverage` as it is typed.
@Suite(.timeLimit(.minutes(20))) struct CoverageCommandTests {
  private struct Report: Decodable {
    struct Share: Decodable {
      let reached: Int
      let total: Int
    }

    struct Suggestion: Decodable {
      let scenario: String
      let gained: [String: [String]]
    }

    let version: Int
    let scenarios: Int
    let shares: [String: Share]
    let suggestion: Suggestion?

    var reached: Int { shares.values.map(\.reached).reduce(0, +) }
  }

  private func report(_ arguments: [String]) throws -> Report {
    let output = try BuiltProgram.output(of: ["coverage", "--json"] + arguments)
    return try JSONDecoder().decode(Report.self, from: Data(output.utf8))
  }

  @Test func theSuggestedScenarioHoldsAndRaisesTheCoverage() throws {
    let folder = try TemporaryFolder()
    let chosen = ["--topic", "friend-request", "--organisation", "swansea"]
    try "".write(toFile: "\(folder.path)/notes.txt", atomically: true, encoding: .utf8)
    var reached = -1
    for number in 1...3 {
      let before = try report([folder.path] + chosen)
      #expect(before.scenarios == number - 1)
      #expect(before.reached > reached)
      reached = before.reached
      let run = try BuiltProgram.run(
        ["coverage", folder.path, "--out", "\(folder.path)/\(number).yaml"] + chosen)
      #expect(run.exitCode == 0)
      let text = try folder.text(of: "\(number).yaml")
      #expect(text == before.suggestion?.scenario)
      #expect(run.output.contains(text), "the scenario stands in the report as it is")
      let gained = before.suggestion?.gained.values.map(\.count).reduce(0, +) ?? 0
      #expect(try report([folder.path] + chosen).reached == before.reached + gained)
    }
    let run = try BuiltProgram.run(["run", folder.path])
    #expect(run.output == "All 3 scenarios hold.\n")
  }

  @Test func theShippedScenariosAreTheDefault() throws {
    let run = try BuiltProgram.run(["coverage"])
    #expect(run.output.hasPrefix("What 576 scenarios reach"))
    #expect(!run.output.contains("not reached: "))
    let one = try BuiltProgram.run(["coverage", "--topic", "work-post", "--verbose"])
    #expect(one.output.contains("rules not reached: "))
    #expect(!one.output.contains("friend-request"))
  }

  @Test(arguments: [
    ("coverage nowhere", 2, "there is no file or folder 'nowhere'"),
    ("coverage --topic frend-request", 2, "did you mean 'friend-request'?"),
    ("coverage --organisation wokking", 2, "did you mean 'woking'?"),
    ("coverage --out /nowhere/file.yaml", 1, "its folder does not exist"),
  ]) func wrongUsageIsTold(_ arguments: String, _ code: Int32, _ words: String) throws {
    let run = try BuiltProgram.run(arguments.split(separator: " ").map(String.init))
    #expect(run.exitCode == code)
    #expect(run.output.contains(words), "\(run.output)")
  }
}
