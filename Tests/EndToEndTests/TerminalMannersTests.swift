import Foundation
import PseudoTerminal
import Testing

/// Line editing in the built program, in a wide and a narrow window, with colour and without.
@Suite(.timeLimit(.minutes(20))) struct TerminalMannersTests {
  /// A window with or without colour.
  struct Window: Sendable, CustomTestStringConvertible {
    let width: Int
    let colour: String
    var testDescription: String { "\(width) columns, colour \(colour)" }

    static let all = [80, 40].flatMap { width in
      ["always", "never"].map { Window(width: width, colour: $0) }
    }

    func start(environment: [String: String] = [:]) throws -> Pty {
      let pty = try BuiltProgram.start(
        ["--organisation", "woking", "--color", colour], environment: environment, width: width)
      try pty.wait(for: "the first prompt") { $0.currentLine == "question>" && $0.x == 10 }
      return pty
    }
  }

  /// Waits for the line being typed, the cursor standing behind it.
  private func wait(_ pty: Pty, typed: String) throws {
    try pty.wait(for: "‘\(typed)’") { screen in
      screen.currentLine == (typed.isEmpty ? "question>" : "question> \(typed)")
    }
  }

  @Test(arguments: Window.all)
  func tabCompletesByWhereTheDialogueStands(_ window: Window) throws {
    let pty = try window.start()
    pty.type("per\t")
    try wait(pty, typed: "personal-post")
    pty.control("u")
    pty.type("friend-request\r")
    try pty.wait(for: "the question") { $0.currentLine == "reply 1 of about 2>" }
    pty.type("\t")
    try pty.wait(for: "the options with what they mean") { screen in
      screen.lines.contains { $0.hasPrefix("  4  A contractor, supplier or") }
        && screen.lines.count { $0.hasPrefix("reply 1 of about 2>") } == 2
    }
    pty.type("contr\t")
    try pty.wait(for: "the option") { $0.currentLine == "reply 1 of about 2> contractor" }
    #expect(pty.screen.unknown.isEmpty)
  }

  @Test(arguments: Window.all)
  func theRestIsSuggestedInGreyWhereThereIsColour(_ window: Window) throws {
    let pty = try window.start()
    pty.type("friend-r")
    if window.colour == "always" {
      try wait(pty, typed: "friend-request")
      #expect(pty.screen.x == 18)
      #expect(pty.screen.style(row: pty.screen.y, column: 18) == [2])
      pty.type("\u{1B}[C\r")
      try pty.wait(forText: "Who is the other person?")
    } else {
      try wait(pty, typed: "friend-r")
      pty.type("\r")
      try pty.wait(forText: "friend-r")
    }
  }

  @Test(arguments: Window.all)
  func upKeepsToWhatWasTypedAndTheSearchFindsTheRest(_ window: Window) throws {
    let pty = try window.start()
    for line in ["contacts", "topics"] {
      pty.type(line + "\r")
      try pty.wait(for: "the next prompt") { $0.currentLine == "question>" && $0.x == 10 }
    }
    pty.type("con\u{1B}[A")
    try wait(pty, typed: "contacts")
    pty.control("u")
    try wait(pty, typed: "")
    pty.type("\u{12}PIC")
    try pty.wait(for: "the search") { $0.currentLine == "search 'PIC': topics" }
    pty.control("c")
    try wait(pty, typed: "")
  }

  @Test(arguments: Window.all) func aPasteIsNotSubmitted(_ window: Window) throws {
    let pty = try window.start()
    pty.type("\u{1B}[200~zz one\ntwo\tthree\u{1B}[201~")
    try wait(pty, typed: "zz one two three")
    #expect(pty.screen.lines.count { $0.hasPrefix("question>") } == 1)
  }

  @Test(arguments: Window.all) func wideAndJoinedLettersStandRight(_ window: Window) throws {
    let pty = try window.start()
    pty.type("\u{1B}[200~cafe\u{301} 日本\u{1B}[201~")
    try pty.wait(for: "the line") { $0.currentLine == "question> café 日本" && $0.x == 19 }
    pty.type("\u{7F}")
    try pty.wait(for: "a letter less") { $0.currentLine == "question> café 日" && $0.x == 17 }
  }

  @Test(arguments: Window.all) func aResizedWindowKeepsTheLine(_ window: Window) throws {
    let pty = try window.start()
    pty.type("zz top")
    try wait(pty, typed: "zz top")
    pty.resize(width: window.width - 10, height: 120)
    pty.control("u")
    pty.type("contacts\r")
    try pty.wait(forText: "Confidential Reporting Policy")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test(arguments: Window.all) func theEditrcIsHonouredWithViKeysToo(_ window: Window) throws {
    let home = try TemporaryFolder()
    try "bind -v\n".write(toFile: home.path + "/.editrc", atomically: true, encoding: .utf8)
    let pty = try window.start(environment: ["HOME": home.path])
    pty.type("zabc\u{1B}")
    try pty.wait(for: "command mode") { $0.currentLine == "question> zabc" && $0.x == 13 }
    pty.type("0x")
    try pty.wait(for: "a letter gone") { $0.currentLine == "question> abc" && $0.x == 10 }
    pty.control("c")
    try pty.wait(for: "a new prompt") { $0.currentLine == "question>" }
  }

  @Test(arguments: Window.all) func endOfInputAndSecondInterruptLeaveItSane(_ window: Window) throws
  {
    let pty = try window.start()
    for count in 2...3 {
      pty.control("c")
      try pty.wait(for: "prompt \(count)") { screen in
        screen.currentLine == "question>"
          && screen.lines.count { $0.hasPrefix("question>") } == count
      }
    }
    try pty.wait(forText: "To leave, type quit")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
  }

  @Test(arguments: [
    (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (["NO_COLOR": ""], false), ([:], false),
  ]) func colourOnAPipeIsForcedOnlyByRequest(
    _ environment: [String: String], _ isColoured: Bool
  ) throws {
    let run = try BuiltProgram.run(
      ["show", "friend-request"],
      environment: environment.merging(["TERM": "xterm-256color"]) { $1 })
    #expect(run.exitCode == 0)
    #expect(run.output.contains("\u{1B}[") == isColoured)
  }
}
