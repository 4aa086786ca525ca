import Foundation
import PseudoTerminal
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: BuiltProgram.root.appending(path: "README.md"), encoding: .utf8)
  }

  /// The fenced blocks of a language.
  private func blocks(_ language: String) throws -> [String] {
    try readme().components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix(language + "\n") }
      .map { String($0.element.dropFirst(language.count + 1)) }
  }

  @Test func theDialogueIsARealOne() throws {
    let shown = try #require(try blocks("console").first { $0.contains("question>") })
    let arguments = shown.split(separator: "\n")[0].split(separator: " ").dropFirst(2)
    let typed = shown.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^(?:organisation|question|reply[^>]*|askfirst)> (.*)$/#)
        .map { String($0.1) }
    }
    let run = try BuiltProgram.run(
      arguments.map(String.init) + [BuiltProgram.asOf],
      input: typed.map { $0 + "\n" }.joined())
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    #expect(lines.joined(separator: "\n") == run.output)
  }

  /// The files that the examples name.
  private static let files = [
    "cases.jsonl":
      #"{"organisation":"woking","topic":"friend-request","facts":{"requester":"colleague"}}"#,
    "policy.md": "# Web Rules\n\n1. Staff must ask first.\n2. Staff may look.\n",
    "questions.tsv": "question\ttopic\nmay I accept a friend request\tfriend-request\n",
  ]

  @Test func everyExampleCommandRuns() throws {
    let commands = try blocks("console").flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("$ askfirst ") && !$0.hasPrefix("$ askfirst --") }
    let folder = try TemporaryFolder()
    for (name, text) in Self.files {
      try text.write(toFile: "\(folder.path)/\(name)", atomically: true, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Knowledge", withDestinationPath: BuiltProgram.knowledge)
    try FileManager.default.copyItem(
      atPath: BuiltProgram.knowledge, toPath: folder.path + "/copy")
    for command in commands {
      let script = "cd '\(folder.path)' && '\(BuiltProgram.path)'\(command.dropFirst(10))"
      let run = try PipedRun(
        "/bin/sh", ["-c", script], environment: BuiltProgram.environment, input: "".utf8)
      #expect([0, 4].contains(run.exitCode), "\(command)\n\(run.output)")
    }
    let help = try BuiltProgram.run(["--help"]).output
    for name in help.matches(of: #/askfirst ([a-z]+) \[OPTION\]/#).map(\.1) {
      #expect(commands.contains { $0.hasPrefix("$ askfirst \(name)") }, "no example of '\(name)'")
    }
  }

  @Test func theScenariosShownHold() throws {
    let folder = try TemporaryFolder()
    let examples = try blocks("yaml").map { ($0, "yaml") } + blocks("csv").map { ($0, "csv") }
    #expect(examples.count == 2)
    for (text, ending) in examples {
      try text.write(
        toFile: "\(folder.path)/example.\(ending)", atomically: true, encoding: .utf8)
    }
    let run = try BuiltProgram.run(["run", folder.path])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.contains("All 2 scenarios hold.") && !run.output.contains("never needed"))
  }

  @Test func everyCommandAndOptionIsInTheReadme() throws {
    let readme = try readme()
    let help = try BuiltProgram.run(["--help"]).output
    for option in help.matches(of: #/--[a-z-]+/#) {
      #expect(readme.contains(option.0), "README.md does not mention \(option.0)")
    }
    for code in ["0", "1", "2", "3", "4", "130"] { #expect(readme.contains("| \(code) |")) }
  }

  @Test func theReadmeIsShort() throws {
    #expect(try readme().split(separator: "\n", omittingEmptySubsequences: false).count <= 420)
  }
}
