import Foundation
import PseudoTerminal
import Testing

/// `askfirst handout` as it is typed.
@Suite(.timeLimit(.minutes(20))) struct HandoutCommandTests {
  @Test(arguments: [
    ("handout friend-request --organisation swansea", 0, "## Key to the exercises"),
    ("handout friend-request --organisation swansea --format html", 0, "<main id=\"main\">"),
    ("handout FILE --name builder", 0, "### A builder"),
    ("handout FILE --name builder --organisation swansea", 2, "no scenario there"),
    ("handout BROKEN", 1, "S001"),
    ("handout nowhere.yaml", 2, "there is no file or folder"),
    ("handout", 2, "which scenario file or topic?"),
    ("handout friend-request", 2, "whose documents apply?"),
    ("handout frend-request --organisation woking", 2, "did you mean 'friend-request'?"),
    ("handout friend-request --organisation wokking", 2, "did you mean 'woking'?"),
    ("handout friend-request --organisation woking --format htm", 2, "did you mean 'html'?"),
  ]) func theSheetIsMade(_ arguments: String, _ code: Int32, _ words: String) throws {
    let folder = try TemporaryFolder()
    let good = ScenarioCommandsTests.good
    for (name, text) in ["good": good, "broken": good.replacing("contractor", with: "plumber")] {
      try text.write(toFile: "\(folder.path)/\(name).yaml", atomically: true, encoding: .utf8)
    }
    let run = try BuiltProgram.run(
      arguments.split(separator: " ").map {
        $0 == "FILE"
          ? "\(folder.path)/good.yaml" : $0 == "BROKEN" ? "\(folder.path)/broken.yaml" : String($0)
      })
    #expect(run.exitCode == code)
    #expect(run.output.contains(words), "\(run.output)")
  }
}
