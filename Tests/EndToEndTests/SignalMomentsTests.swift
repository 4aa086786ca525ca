import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Signals at every moment of a dialogue: the terminal is sane afterwards, or the dialogue goes on.
@Suite(.timeLimit(.minutes(20))) struct SignalMomentsTests {
  /// A moment of a dialogue on a terminal.
  struct Moment: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var arguments = ["--organisation", "woking"]
    var height = 24
    /// What is typed, bit by bit, and what the screen shows then.
    var steps: [(keys: String, shown: @Sendable (Screen) -> Bool)] = []
  }

  static let moments = [
    Moment(testDescription: "at the first prompt"),
    Moment(
      testDescription: "within a line",
      steps: [("half a li", { $0.currentLine.hasPrefix("question> half a li") })]),
    Moment(
      testDescription: "in the search", height: 60,
      steps: [
        (
          "contacts\r", { $0.currentLine == "question>" && $0.description.contains("Confidential") }
        ),
        ("\u{12}con", { $0.currentLine.hasPrefix("search 'con'") }),
      ]),
    Moment(
      testDescription: "in a list of completions",
      steps: [("\t", { $0.lines.count { $0.hasPrefix("question>") } == 2 })]),
    Moment(
      testDescription: "in a paste that does not end",
      steps: [("\u{1B}[200~pasted ", { _ in true })]),
    Moment(
      testDescription: "behind half a key",
      steps: [("ab\u{1B}[", { $0.currentLine.hasPrefix("question> ab") })]),
    Moment(
      testDescription: "at the foot of the window", height: 8,
      steps: [("topics\r", { $0.currentLine == "Enter for more, q and Enter to stop>" })]),
    Moment(
      testDescription: "at a question",
      steps: [("friend-request\r", { $0.currentLine.hasPrefix("reply 1 of") })]),
    Moment(
      testDescription: "in a demo that waits",
      arguments: ["demo", BuiltProgram.knowledge + "/demos/friend-request.yaml"],
      steps: [("", { $0.description.contains("The story") })]),
    Moment(
      testDescription: "in a quiz",
      arguments: ["quiz", "--organisation", "woking", "--count", "2"],
      steps: [("", { $0.currentLine.hasSuffix(">") })]),
  ]

  private func reach(_ moment: Moment) throws -> Pty {
    let pty = try BuiltProgram.start(moment.arguments, height: moment.height)
    if moment.arguments.first == "--organisation" {
      try pty.wait(for: "the prompt") { $0.currentLine == "question>" && $0.x == 10 }
    }
    for step in moment.steps {
      pty.type(step.keys)
      try pty.wait(for: "‘\(step.keys)’", step.shown)
    }
    return pty
  }

  @Test(arguments: moments, [SIGTERM, SIGHUP])
  func aRequestToEndIsFollowed(_ moment: Moment, _ signal: Int32) throws {
    let pty = try reach(moment)
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }

  @Test(arguments: moments) func aClosedWindowEndsIt(_ moment: Moment) throws {
    let pty = try reach(moment)
    pty.hangUp()
    #expect([128 + SIGHUP, 1].contains(try pty.exitCode()))
  }

  /// Ctrl-C, and the same signal from outside, end a line or what is going on, never with a damaged
  /// terminal.
  @Test(arguments: moments) func anInterruptLeavesASaneTerminal(_ moment: Moment) throws {
    let pty = try reach(moment)
    for _ in 0..<3 {
      kill(pty.pid, SIGINT)
      pty.pump(milliseconds: 60)
    }
    // What goes on can be left by the keys for it; a paste that has lost its end, by the first after a
    // pause.
    while pty.pump(milliseconds: 1_300) {}
    pty.control("c")
    for _ in 0..<4 {
      pty.pump(milliseconds: 60)
      pty.control("d")
      pty.pump(milliseconds: 60)
    }
    let code = try pty.exitCode()
    #expect([0, 1, 130].contains(code), "\(code)")
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }

  /// From the moment it is started.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalOnTheWayToThePrompt(_ signal: Int32)
    throws
  {
    for wait in stride(from: Int32(0), to: 240, by: 12) {
      let pty = try BuiltProgram.start(["--organisation", "woking"])
      pty.pump(milliseconds: 0)
      usleep(UInt32(wait) * 1_000)
      kill(pty.pid, signal)
      if signal == SIGINT {
        pty.pump(milliseconds: 100)
        pty.type("\u{4}")
      }
      let code = try pty.exitCode()
      #expect(code == 128 + signal || code == 0 && signal == SIGINT, "after \(wait) ms: \(code)")
      #expect(pty.isCooked, "after \(wait) ms")
      #expect(!pty.screen.isBracketedPaste, "after \(wait) ms")
    }
  }

  /// Signals that end nothing change nothing, however many come.
  @Test func aThousandSignalsThatMeanNothingLoseNoLine() throws {
    let pty = try BuiltProgram.start(["--organisation", "woking", "--color", "never"])
    try pty.wait(for: "the prompt") { $0.currentLine == "question>" }
    for line in ["contacts", "friend-request", "contractor"] {
      for letter in line + "\r" {
        for signal in [SIGWINCH, SIGCONT, SIGWINCH] { kill(pty.pid, signal) }
        pty.type(String(letter))
        pty.pump(milliseconds: 1)
      }
      for _ in 0..<300 {
        kill(pty.pid, SIGWINCH)
        pty.pump(milliseconds: 1)
      }
    }
    try pty.wait(for: "the second question") { $0.currentLine == "reply 2 of 2>" }
    pty.type("quit\r")
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
  }

  /// While much is written to a terminal that nobody reads.
  @Test(arguments: [SIGTERM, SIGHUP]) func aSignalWithinLongOutput(_ signal: Int32) throws {
    let pty = try BuiltProgram.start(
      ["--organisation", "woking"], environment: ["ASKFIRST_PAGER": "off"])
    try pty.wait(for: "the prompt") { $0.currentLine == "question>" }
    for _ in 0..<60 { pty.type("topics\r") }
    usleep(300_000)
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }
}
