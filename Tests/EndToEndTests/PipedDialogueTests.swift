import Foundation
import Goldens
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20))) struct PipedDialogueTests {
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

  @Test func aLineThatIsTooLongIsReadAtItsBeginningAndThatIsSaid() throws {
    for (blanks, isTold) in [(70_000, true), (5_000, false)] {
      let line = "1" + String(repeating: " ", count: blanks)
      let run = try BuiltProgram.run(
        ["--organisation", "woking"], input: "friend-request\n\(line)\nquit\n")
      #expect(run.output.unwrapped.contains("so I read only its beginning") == isTold)
    }
    let long = String(repeating: "may I accept my client's friend request? ", count: 200)
    let asked = try BuiltProgram.run(["ask", long, "--organisation", "woking"])
    #expect(asked.output.contains("the question is very long, so only its beginning was read"))
  }

  @Test func nothingInvisibleIsEchoed() throws {
    let marks = "\u{61C}\u{200F}\u{200B}\u{E0041}\u{202E}\u{2066}\u{AD}"
    let run = try BuiltProgram.run(
      ["--organisation", "woking"], input: "frie\(marks)nd-request\nwhat\(marks)ever\nquit\n")
    #expect(run.output.contains("question> friend-request\n"))
    let raw = run.output.unicodeScalars.filter { $0.properties.generalCategory == .format }
    #expect(raw.isEmpty)
  }

  /// What comes before a case is opened by its code.
  private static let beforeTheCode = [
    "a contractor of ours wants to connect on LinkedIn, may I accept?", "help", "/hlep", "why",
    "no",
    "back", "no", "help", "why",
    "why not yes-if", "what if conflict-free = 1", "answers", "change 2", "1", "undo", "redo",
    "change requester", "client", "", "cite 1", "contacts",
  ]

  /// Everything that can be done with a case, in one sitting.
  static func sitting() throws -> [String] {
    let first = try BuiltProgram.run(
      ["--organisation", "woking", BuiltProgram.asOf],
      input: beforeTheCode.map { $0 + "\n" }.joined())
    let code = try #require(first.output.matches(of: #/Case code (\S+)/#).first).1
    return beforeTheCode + [
      "also what if I posted something by mistake?", "compare", "handoff",
      "handoff markdown", "new", "open \(code)", "open \(code.dropLast())X", "new",
      "friend-request", "not sure", "not sure", "topics", "quit",
    ]
  }

  @Test func aWholeSittingReadsAsItWasAccepted() throws {
    let run = try BuiltProgram.run(
      ["--organisation", "woking", BuiltProgram.asOf],
      input: try Self.sitting().map { $0 + "\n" }.joined())
    #expect(run.exitCode == 0)
    try Golden().expect(run.output, equals: "sitting.txt")
  }

  /// What a dialogue can be held on.
  struct Mode: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var options: [String] = []
    var environment: [String: String] = [:]
    var isEdited = false
  }

  static let modes = [
    Mode(testDescription: "simple", environment: ["TERM": "dumb"]),
    Mode(testDescription: "for screen readers", environment: ["ACCESSIBLE": "1"]),
    Mode(testDescription: "plain", options: ["--plain"]),
    Mode(testDescription: "edited", options: ["--color", "never"], isEdited: true),
    Mode(testDescription: "coloured", options: ["--color", "always"], isEdited: true),
  ]

  /// The same dialogue on every terminal, in a wide and a narrow window, says the same words.
  @Test(arguments: modes, [80, 40])
  func theSameDialogueOnEveryTerminal(_ mode: Mode, _ width: Int) throws {
    let pty = try BuiltProgram.start(
      ["--organisation", "woking"] + mode.options, environment: mode.environment, width: width,
      height: 2400)
    let sitting = try Self.sitting()
    var least = 0
    for line in sitting {
      // The screen is long, so what has come is counted before it is looked at.
      try pty.wait(for: "the prompt for ‘\(line)’") {
        pty.raw.count > least && $0.currentLine.hasSuffix(">")
      }
      least = pty.raw.count + line.utf8.count + 40
      pty.type(line + "\r")
    }
    #expect(try pty.exitCode() == 0)
    #expect(pty.screen.unknown.isEmpty)
    #expect(pty.raw.contains(0x1B) == mode.isEdited)
    let expected = try BuiltProgram.run(
      ["--organisation", "woking", BuiltProgram.asOf],
      input: sitting.map { $0 + "\n" }.joined())
    // Where lines end depends on the window.
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(letters(pty.screen.description) == letters(expected.output))
  }
}
