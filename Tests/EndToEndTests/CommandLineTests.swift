import Foundation
import Goldens
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20))) struct CommandLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let exitCode: Int32
    let says: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ exitCode: Int32, _ says: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.exitCode = exitCode
      self.says = says
    }
  }

  @Test(arguments: [
    Case("--version", 0, "askfirst "),
    Case("-V", 0, "askfirst "),
    Case("--help", 0, "Usage: askfirst"),
    Case("ask -h", 0, "Usage: askfirst ask"),
    Case("--halp", 2, "did you mean '--help'?"),
    Case("--version=2", 2, "option '--version' takes no value"),
    Case("--knowledge", 2, "option '--knowledge' needs a value"),
    Case("asc", 2, "did you mean 'ask'?"),
    Case("frobnicate", 2, "Try 'askfirst --help'"),
    Case("check extra", 2, "check takes no operands"),
    Case("check --json", 2, "unrecognised option '--json'"),
    Case("check", 0, "no faults"),
    Case("ask", 2, "which topic or question?"),
    Case("ask friend-request", 2, "whose documents apply?"),
    Case(
      "ask friend-request personal-post --organisation woking", 2, "one topic or question at a time"
    ),
    Case("ask friend-reqest --organisation woking", 2, "did you mean 'friend-request'?"),
    Case("ask friend-request --organisation wokking", 2, "did you mean 'woking'?"),
    Case(
      "ask friend-request --organisation woking --fact reqester=x", 2, "did you mean 'requester'?"),
    Case(
      "ask friend-request --organisation woking --fact requester=contracter", 2,
      "did you mean 'contractor'?"),
    Case("ask friend-request --organisation woking --fact requester", 2, "'requester' is no fact"),
    Case(
      "ask friend-request --organisation woking --fact requester=", 2, "'requester=' is no fact"),
    Case(
      "ask friend-request --organisation woking --fact requester=colleague,stranger", 2,
      "can have one value only"),
    Case(
      "ask friend-request --organisation woking --fact requester=colleague --fact requester=stranger",
      2, "is given twice"),
    Case("ask personal-post --organisation woking --fact content=none,praise", 2, "stands alone"),
    Case("ask friend-request --organisation woking --as-of 2026-02-30", 2, "is no day"),
    Case("ask friend-request --organisation woking --color blue", 2, "is no value of '--color'"),
    Case("ask friend-request --organisation woking", 4, "the fact requester is missing"),
    Case(
      "ask friend-request --organisation woking --fact requester=contractor", 4,
      "--fact conflict-free=no"),
    Case(
      "ask friend-request --organisation=woking --fact=requester=contractor --fact=conflict-free=no",
      0, "NO"),
    Case(
      "ask friend-request --organisation nottinghamshire --fact requester=service-user-relative",
      0, "[guidelines 29]"),
    Case(
      "ask friend-request --organisation swansea --fact relation=now --fact device=own", 0,
      "the fact 'device' has no bearing"),
    Case(
      "ask --organisation woking --fact requester=not-sure -- friend-request", 4, "conflict-free"),
    Case(
      "ask --organisation woking --fact requester=not-sure --fact conflict-free=not-sure friend-request",
      0, "This is not certain yet."),
    Case("check --knowledge /nonexistent", 3, "/nonexistent:1:1: error:"),
  ])
  func argumentsAreAnsweredAsGNUProgramsDo(_ one: Case) throws {
    let run = try BuiltProgram.run(one.arguments)
    #expect(run.exitCode == one.exitCode, "\(run.output)")
    #expect(run.output.contains(one.says), "\(run.output)")
  }

  @Test func helpReadsAsItWasAccepted() throws {
    try Golden().expect(try BuiltProgram.output(of: ["--help"]), equals: "help.txt")
    try Golden().expect(try BuiltProgram.output(of: ["ask", "--help"]), equals: "help-ask.txt")
  }

  @Test func withoutKnowledgeItSaysHowToNameIt() throws {
    let folder = try TemporaryFolder()
    let run = try PipedRun(
      "/bin/sh", ["-c", "cd '\(folder.path)' && '\(BuiltProgram.path)' check"], input: "".utf8)
    #expect(run.exitCode == 3)
    #expect(run.output.contains("--knowledge"))
  }

  @Test func knowledgeIsFoundInAFolderAbove() throws {
    let folder = BuiltProgram.root.appending(path: "Sources/askfirst").path
    let run = try PipedRun(
      "/bin/sh", ["-c", "cd '\(folder)' && '\(BuiltProgram.path)' check"], input: "".utf8)
    #expect(run.exitCode == 0, "\(run.output)")
  }

  @Test(arguments: [
    "check", "run --topic friend-request", "tree friend-request --organisation woking",
    "schema rules", "batch", "session --json-lines", "--organisation woking", "--help",
    "search photo", "compare friend-request", "coverage", "explain K005",
    "handout friend-request --organisation woking",
  ]) func aLostOutputIsAFailureThatIsTold(_ command: String) throws {
    let run = try PipedRun(
      "/bin/sh", ["-c", "'\(BuiltProgram.path)' \(command) >/dev/full"],
      environment: BuiltProgram.environment,
      input: #"{"organisation":"woking","topic":"friend-request"}"#.utf8)
    #expect(run.exitCode == 1)
    #expect(run.output.hasPrefix("askfirst: the output could not be written"), "\(run.output)")
  }
}
