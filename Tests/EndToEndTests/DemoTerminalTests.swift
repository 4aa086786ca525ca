import Foundation
import PseudoTerminal
import Testing

/// Demos played on a terminal.
@Suite(.timeLimit(.minutes(20))) struct DemoTerminalTests {
  /// A demo without long waits.
  private static let demo = """
    title: Short
    organisation: woking
    steps:
      - chapter: One
      - note: Only for me.
      - say: Hello class.
      - pause
      - ask: friend-request
      - pause
      - answer: contractor
      - chapter: Two
      - predict: And now?
      - answer: "no"
      - say: That was it.
    """

  private func start(
    _ folder: TemporaryFolder, _ arguments: [String] = [], height: Int = 150
  ) throws -> Pty {
    let file = folder.path + "/short.yaml"
    try Self.demo.write(toFile: file, atomically: true, encoding: .utf8)
    let pty = try BuiltProgram.start(
      ["demo", file, "--color", "never"] + arguments, height: height)
    try pty.wait(for: "the first prompt") { $0.currentLine.hasPrefix("question>") }
    // Fast, so that the test need not wait as a class would.
    pty.type("++++++")
    try pty.wait(for: "the speed") { $0.currentLine.contains("speed 8.0") }
    return pty
  }

  private func waitForPause(_ pty: Pty) throws {
    try pty.wait(for: "the pause") { $0.currentLine == "question> Space goes on" }
  }

  @Test func spaceGoesOnAndLeftReplaysTheDialogue() throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder)
    try waitForPause(pty)
    #expect(pty.screen.description.contains("| Hello class."))
    #expect(!pty.screen.description.contains("Only for me."))
    pty.type(" ")
    try pty.wait(for: "the question") { screen in
      screen.description.contains("question> friend-request")
        && screen.currentLine == "reply 1 of about 2> Space goes on"
    }
    pty.type("\u{1B}[D")
    try pty.wait(for: "the step before") { screen in
      screen.currentLine == "question> stopped: Space goes on, ? shows the keys"
        && !screen.description.contains("Who is the other person?")
        && screen.description.contains("| Hello class.")
    }
    pty.type("n\u{1B}[D")
    try pty.wait(for: "the beginning, with its note") { screen in
      !screen.description.contains("| Hello class.")
    }
    #expect(pty.screen.unknown.isEmpty)
    pty.control("c")
    #expect(try pty.exitCode() == 130)
    #expect(pty.isCooked)
  }

  @Test func tabHandsTheKeyboardOverAndBack() throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder)
    try waitForPause(pty)
    pty.type("\t")
    try pty.wait(for: "the turn of the class") { screen in
      screen.description.contains("The keyboard is yours") && screen.currentLine == "question>"
    }
    pty.type("posted-by-mistake\r")
    try pty.wait(for: "the class's own question") { $0.currentLine == "reply 1 of 1>" }
    pty.type("\t")
    try pty.wait(for: "the demo where it was") { screen in
      screen.currentLine == "question> Space goes on"
        && screen.description.contains("(Back to the demo.)")
        && !screen.description.contains("posted-by-mistake")
    }
    pty.type(" ")
    try pty.wait(for: "the demo goes on") { $0.currentLine == "reply 1 of about 2> Space goes on" }
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
  }

  @Test func aClassPredictsAndTheDemoRevealsAndRecords() throws {
    let folder = try TemporaryFolder()
    let cast = folder.path + "/d.cast"
    let notes = folder.path + "/notes.txt"
    let pty = try start(folder, ["--record", cast, "--notes", notes])
    try waitForPause(pty)
    pty.type("\u{1B}[6~")
    try pty.wait(for: "the second pause") {
      $0.currentLine.hasSuffix("> Space goes on") && $0.currentLine.hasPrefix("reply")
    }
    pty.type("\u{1B}[C")
    try pty.wait(for: "the prediction") { $0.currentLine == "your prediction>" }
    pty.type("9\r")
    try pty.wait(forText: "Type a number from 1 to 7")
    pty.type("5\r")
    try pty.wait(for: "the end") { $0.currentLine.contains("the end: Left goes back") }
    let screen = pty.screen.description
    #expect(screen.contains("You chose YES; the answer is NO."))
    #expect(screen.contains("policy, section 7.5"))
    #expect(screen.contains("| That was it."))
    pty.type("\r")
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
    #expect(try folder.text(of: "notes.txt").contains("Only for me."))
    let recorded = try folder.text(of: "d.cast")
    #expect(recorded.contains("You chose YES; the answer is NO."))
    #expect(recorded.matches(of: #/"m"/#).count == 9)
    // Replayed, it leaves the screen that the class saw last.
    var replayed = Screen(width: 80, height: 150)
    for line in recorded.split(separator: "\n").dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      guard event?[1] as? String == "o", let text = event?[2] as? String else { continue }
      replayed.feed(Array(text.utf8))
    }
    #expect(replayed.lines == pty.screen.lines)
  }

  @Test func aPageTallerThanTheWindowIsHeld() throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder, height: 12)
    try waitForPause(pty)
    pty.type(" ")
    try pty.wait(for: "the first part") { $0.currentLine.hasPrefix("more> Space stops") }
    #expect(pty.screen.description.contains("Who is the other person?"))
    pty.type(" ")
    try pty.wait(for: "the stop") {
      $0.currentLine == "more> stopped: Space goes on, ? shows the keys"
    }
    pty.type("\u{1B}[C")
    try pty.wait(for: "the rest") { $0.currentLine.hasPrefix("reply 1 of about 2>") }
    pty.control("c")
    #expect(try pty.exitCode() == 130)
    #expect(pty.isCooked)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalGivesTheTerminalBack(_ signal: Int32) throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder)
    try waitForPause(pty)
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
    #expect(pty.isCooked)
  }

  @Test func aPresenterTypesByAnyKey() throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder, ["--pace", "presenter"])
    try waitForPause(pty)
    pty.type(" xyz")
    try pty.wait(for: "three characters") { $0.currentLine == "question> fri" }
    pty.type("0123456789a")
    try pty.wait(for: "the line") { $0.currentLine == "question> friend-request" }
    pty.type("\r")
    try pty.wait(forText: "Who is the other person?")
    pty.control("c")
    #expect(try pty.exitCode() == 130)
  }

  @Test func aQuizOnATerminalIsLeftByControlC() throws {
    let pty = try BuiltProgram.start(["quiz", "--seed", "7", "--count", "2", "--color", "never"])
    try pty.wait(for: "the first case") { $0.currentLine == "your prediction>" }
    pty.type("2\r")
    try pty.wait(for: "the second case") { screen in
      screen.currentLine == "your prediction>" && screen.description.contains("Case 2 of 2")
        && screen.description.contains("What decides: ")
    }
    pty.control("c")
    #expect(try pty.exitCode() == 130)
    #expect(pty.isCooked)
  }

  @Test func leftAndTabWorkWhileTheClassPredicts() throws {
    let folder = try TemporaryFolder()
    let pty = try start(folder)
    try waitForPause(pty)
    pty.type("]")
    try pty.wait(for: "the prediction") { $0.currentLine == "your prediction>" }
    pty.type("\t")
    try pty.wait(for: "the turn of the class") { $0.currentLine == "reply 2 of 2>" }
    pty.type("\t")
    try pty.wait(for: "the prediction again") { screen in
      screen.currentLine == "your prediction>" && screen.description.contains("(Back to the demo.)")
    }
    pty.type("\u{1B}[D")
    try pty.wait(for: "the chapter before it") { screen in
      screen.currentLine == "reply 2 of 2> stopped: Space goes on, ? shows the keys"
        && !screen.description.contains("-- Two --")
    }
    pty.control("c")
    #expect(try pty.exitCode() == 130)
    #expect(pty.isCooked)
  }
}
