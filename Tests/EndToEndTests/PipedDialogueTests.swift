import Foundation
import Goldens
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(2))) struct PipedDialogueTests {
  static let lines = ["woking", "friend-request", "contractor", "?", "no", "why", "quit"]

  static let input = lines.map { $0 + "\n" }.joined()

  @Test func aPipedDialogueReadsLikeATranscript() throws {
    let run = try BuiltProgram.run([BuiltProgram.asOf], input: Self.input)
    #expect(run.exitCode == 0)
    #expect(!run.output.contains("\u{1B}"))
    try Golden().expect(run.output, equals: "piped.txt")
  }

  @Test func theEndOfInputEndsTheDialogue() throws {
    let run = try BuiltProgram.run(["--organisation", "woking"], input: "1\n")
    #expect(run.exitCode == 0)
    #expect(run.output.hasSuffix("Goodbye.\n"))
  }

  @Test func nothingIsRememberedWhereThereIsNoHome() throws {
    let run = try BuiltProgram.run([BuiltProgram.asOf], input: "woking\nquit\n")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("could not be saved"))
  }

  /// The same dialogue on a simple terminal and in a narrow window says the same words.
  @Test(arguments: ["dumb", "xterm-256color"], [80, 40])
  func theSameDialogueOnEveryTerminal(_ term: String, _ width: Int) throws {
    let pty = try BuiltProgram.start(
      ["--organisation", "woking", "--color", "never"], environment: ["TERM": term], width: width,
      height: 250)
    for line in Self.lines.dropFirst() {
      try pty.wait(for: "a prompt") { $0.currentLine.hasSuffix(">") }
      pty.type(line + "\r")
      try pty.wait(for: "the line") { screen in
        screen.lines.contains { $0.hasSuffix("> " + line) } && !screen.currentLine.hasSuffix(line)
      }
    }
    #expect(try pty.exitCode() == 0)
    #expect(pty.screen.unknown.isEmpty)
    if term == "dumb" { #expect(!pty.raw.contains(0x1B)) }
    let expected = try BuiltProgram.run(
      ["--organisation", "woking", BuiltProgram.asOf], input: Self.input.dropFirst(7).description)
    // Where lines end depends on the window.
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(letters(pty.screen.description) == letters(expected.output))
  }
}
