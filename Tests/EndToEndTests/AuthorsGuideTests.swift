import Foundation
import PseudoTerminal
import Testing

/// The author's guide, followed step by step on a copy of the knowledge.
@Suite(.timeLimit(.minutes(20))) struct AuthorsGuideTests {
  @Test func everyStepDoesWhatItShows() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/Knowledge"
    try FileManager.default.copyItem(atPath: BuiltProgram.knowledge, toPath: copy)
    let guide = try String(contentsOfFile: copy + "/README.md", encoding: .utf8)
    var commands = 0
    for block in guide.matches(of: #/```([a-z]+)(?: (append|write):(\S+))?\n((?:.|\n)*?)```/#) {
      let body = String(block.4)
      if let mode = block.2, let paths = block.3 {
        for path in paths.split(separator: ",") {
          let url = URL(filePath: "\(copy)/\(path)").standardized
          let old = mode == "append" ? try String(contentsOf: url, encoding: .utf8) : ""
          try (old + body).write(to: url, atomically: true, encoding: .utf8)
        }
      } else if block.1 == "console" {
        for (command, output) in Self.steps(body) {
          let script = "cd '\(copy)' && '\(BuiltProgram.path)'\(command) --knowledge ."
          let run = try PipedRun(
            "/bin/sh", ["-c", script], environment: BuiltProgram.environment, input: "".utf8)
          #expect(run.output == output, "\(command)")
          commands += 1
        }
      }
    }
    #expect(commands >= 5)
  }

  /// The commands of a block, each with what it printed.
  private static func steps(_ block: String) -> [(command: String, output: String)] {
    var steps: [(command: String, output: String)] = []
    for line in block.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ askfirst") {
        steps.append((String(line.dropFirst("$ askfirst".count)), ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }
}
