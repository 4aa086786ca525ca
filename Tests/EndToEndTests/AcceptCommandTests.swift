import Foundation
import PseudoTerminal
import Testing

/// `run --accept` on files as the helpdesk has them.
@Suite(.timeLimit(.minutes(20))) struct AcceptCommandTests {
  /// A scenario of which one expectation is wrong, and another follows.
  private static func scenario(_ expectation: String, _ name: String = "x") -> String {
    """
    scenario: \(name)
    organisation: woking
    facts: { requester: contractor, conflict-free: "no" }
    expect:
      topic: friend-request
      \(expectation)
    notes: the end

    """
  }

  private func file(_ text: String) throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (folder, path)
  }

  @Test(
    arguments: [
      "verdict: >-\n    yes\n  cite: [policy 7.5]", "cite:\n  -\n    policy 5.1\n  verdict: no",
      "? cite\n  : - policy 5.1\n  ? verdict\n  : no", "cite:\n    - >-\n      policy 5.1",
      "verdict: no\n  steps:\n  - bogus", "verdict: no\n  never-cite:\n  - policy 7.5",
    ], ["\n", "\r\n"])
  func whatIsAcceptedHoldsAfterwards(_ expectation: String, _ lineEnd: String) throws {
    let text = Self.scenario(expectation).replacing("\n", with: lineEnd)
    let (folder, path) = try file(text)
    let run = try BuiltProgram.run(["run", "--accept", "--yes", path])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.contains("Changed 1 file."))
    #expect(!run.output.contains("- notes: the end"), "\(run.output)")
    let new = try folder.text(of: "a.yaml")
    let again = try BuiltProgram.run(["run", path])
    #expect(again.exitCode == 0, "\(again.output)\(new)")
    #expect(new.hasSuffix(lineEnd + "notes: the end" + lineEnd), "\(new)")
    let ends = new.unicodeScalars.count { $0 == "\n" }
    #expect(new.components(separatedBy: lineEnd).count == ends + 1)
  }

  /// A file, further arguments, and what is said.
  @Test(arguments: [
    (scenario("verdict: no").replacing("woking", with: "wokin"), [], "No scenario was tried"),
    (scenario("verdict: no"), ["--name", "zzzz"], "No scenario was tried"),
    ("# nothing\n", [], "No scenario was tried"),
    (
      scenario("verdict: yes") + "---\n" + scenario("verdict: no\n  verdict: yes", "y"), [],
      "One scenario is at fault and was not tried."
    ),
    (
      scenario("verdict: no") + "---\n"
        + scenario("verdict: no", "y").replacing("woking", with: "wokin"), [],
      "One scenario is at fault and was not tried."
    ),
  ]) func nothingIsWellWhereSomethingWasNotTried(
    _ text: String, _ more: [String], _ words: String
  ) throws {
    let (folder, path) = try file(text)
    let run = try BuiltProgram.run(["run", "--accept", "--yes", path] + more)
    withExtendedLifetime(folder) {}
    #expect(run.exitCode == 1)
    #expect(run.output.contains(words), "\(run.output)")
    #expect(!run.output.contains("Every scenario holds"))
  }

  @Test(arguments: ["verdict: no, verdict: yes", "verdict: yes, verdict: no"])
  func aScenarioOfTwoMindsIsNeitherTriedNorChanged(_ twice: String) throws {
    let text =
      Self.scenario("verdict: no").replacing("expect:", with: "expect: { topic: friend-request, ")
      .replacing("\n  topic: friend-request\n  verdict: no", with: "\(twice) }")
    let (folder, path) = try file(text)
    for arguments in [["run", path], ["run", "--accept", "--yes", path]] {
      let run = try BuiltProgram.run(arguments)
      #expect(run.exitCode == 1)
      #expect(run.output.contains("[Y009]") && run.output.contains("No scenario was tried"))
    }
    #expect(try folder.text(of: "a.yaml") == text)
  }
}
