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

  @Test func everyExampleCommandRuns() throws {
    let commands = try blocks("console").flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("$ askfirst ask") || $0.hasPrefix("$ askfirst check") }
    #expect(commands.count >= 2)
    for command in commands {
      // A question stands in quotation marks, which is one argument.
      let words = command.matches(of: #/"([^"]*)"|([^ ]+)/#).dropFirst(2).map {
        String($0.1 ?? $0.2 ?? "")
      }
      let run = try BuiltProgram.run(words)
      #expect([0, 4].contains(run.exitCode), "\(command)\n\(run.output)")
    }
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
    #expect(try readme().split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
  }
}
