import Foundation
import PseudoTerminal
import Testing

/// Whoever reads the output goes away, or a call of the system is interrupted.
@Suite(.timeLimit(.minutes(20))) struct LostOutputTests {
  private static let commands = [
    "help", "tree personal-post --organisation woking", "run --verbose --organisation woking",
    "coverage --organisation woking", "check --format json", "schema rules",
    "compare --all friend-request",
    "search photo", "batch \"$CASES\"", "session --json-lines <\"$REQUESTS\"",
    "--organisation woking <\"$LINES\"", "demo --no-wait \"$DEMO\"",
  ]

  private func environment(in folder: TemporaryFolder) throws -> [String: String] {
    func file(_ name: String, _ line: String, _ count: Int) throws -> String {
      let path = "\(folder.path)/\(name)"
      try String(repeating: line + "\n", count: count)
        .write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    return BuiltProgram.environment.merging([
      "PROGRAM": BuiltProgram.path,
      "CASES": try file("cases", #"{"organisation":"woking","topic":"friend-request"}"#, 20_000),
      "REQUESTS": try file(
        "requests", #"{"request":"start","organisation":"woking","topic":"friend-request"}"#, 500),
      "LINES": try file("lines", "topics", 500),
      "DEMO": BuiltProgram.knowledge + "/demos/friend-request.yaml",
    ]) { $1 }
  }

  /// The shell tells how both ended.
  @Test(arguments: commands) func aClosedOutputEndsTheProgramQuietly(_ command: String) throws {
    let folder = try TemporaryFolder()
    let run = try PipedRun(
      "/bin/bash",
      [
        "-c",
        "\"$PROGRAM\" \(command) 2>'\(folder.path)/errors' | head -n 1; echo \"${PIPESTATUS[0]}\"",
      ],
      environment: try environment(in: folder), input: "".utf8)
    let code = run.output.split(separator: "\n").last.flatMap { Int32($0) }
    // What was short enough for the pipe may have gone out before it was closed.
    #expect([0, 1, 2, 4, 128 + SIGPIPE].contains(code), "\(run.output)")
    let errors = try folder.text(of: "errors")
    #expect(!errors.contains("Fatal") && !errors.contains("Crash"), "\(errors)")
    #expect(errors.utf8.count < 2_000, "\(errors)")
  }

  /// Every second read is interrupted before it does anything, once the program itself is loaded.
  ///
  /// Writes cannot be: the handlers of signals ask the system to go on with them.
  @Test(
    .enabled(if: FaultyMachine.canInject, "strace cannot watch programs here"),
    arguments: [
      ["check"], ["ask", "friend-request", "--organisation", "woking"], ["batch"],
      ["run", "--verbose", "--organisation", "unnamed", "--topic", "friend-request"],
      ["session", "--json-lines"], ["--organisation", "woking", BuiltProgram.asOf],
    ])
  func interruptedCallsAreMadeAgain(_ arguments: [String]) throws {
    let line =
      arguments == ["batch"]
      ? #"{"organisation":"woking","topic":"friend-request"}"#
      : arguments.first == "session" ? #"{"request":"reset"}"# : "topics"
    let input = String(repeating: line + "\n", count: 5)
    let expected = try BuiltProgram.run(arguments, input: input)
    let first = try FaultyMachine.readsOfLoading() + 1
    let run = try FaultyMachine.injecting(
      "read:error=EINTR:when=\(first)+2", arguments, input: input)
    #expect(run.exitCode == expected.exitCode, "\(run.output)")
    #expect(run.output == expected.output)
  }
}
