import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Sessions on a real terminal with line editing.
@Suite(.timeLimit(.minutes(20))) struct TerminalSessionTests {
  private func waitForPrompt(_ pty: Pty, _ prompt: String, typed: String = "") throws {
    let line = typed.isEmpty ? prompt : "\(prompt) \(typed)"
    try pty.wait(for: "‘\(line)’") {
      // Behind what is typed a grey hint may stand.
      (typed.isEmpty ? $0.currentLine == line : $0.currentLine.hasPrefix(line))
        && $0.x == prompt.count + 1 + typed.count
    }
  }

  @Test(arguments: [80, 40], ["always", "never"])
  func theOrganisationAndTheLinesAreRememberedAndNobodyElseCanReadThem(
    _ width: Int, _ colour: String
  ) throws {
    let home = try TemporaryFolder()
    let first = try BuiltProgram.start(
      ["--color", colour], environment: ["HOME": home.path], width: width)
    try waitForPrompt(first, "organisation>")
    first.type("woking\r")
    try waitForPrompt(first, "question>")
    first.type(" help\r")
    try waitForPrompt(first, "question>")
    first.control("d")
    #expect(try first.exitCode() == 0)
    #expect(first.isCooked)
    #expect(first.screen.lines.contains("Goodbye."))
    #expect(try home.text(of: ".local/state/askfirst/organisation") == "woking\n")
    #expect(try home.text(of: ".local/state/askfirst/history") == "woking\n")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: home.path + "/.local/state/askfirst/history")
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let second = try BuiltProgram.start(
      ["--color", colour], environment: ["HOME": home.path], width: width)
    try waitForPrompt(second, "question>")
    second.type("\u{1B}[A")
    try waitForPrompt(second, "question>", typed: "woking")
    second.control("u")
    second.type("quit\r")
    #expect(try second.exitCode() == 0)
  }

  /// What a question needs is made ready while it is typed, on a thread that must say nothing.
  @Test func faultsOfWordsAreToldOnceWhenAQuestionIsEntered() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/Knowledge"
    try FileManager.default.copyItem(atPath: BuiltProgram.knowledge, toPath: copy)
    try FileManager.default.removeItem(atPath: copy + "/words.yaml")
    let pty = try BuiltProgram.start(["--organisation", "woking", "--knowledge", copy])
    try waitForPrompt(pty, "question>")
    pty.type("may I accept a request of my client?")
    try waitForPrompt(pty, "question>", typed: "may I accept a request of my client?")
    for _ in 0..<20 { pty.pump(milliseconds: 25) }
    #expect(!pty.screen.description.contains("error"))
    for _ in 0..<2 {
      pty.type("\r")
      try pty.wait(forText: "Type topics to see the list")
      try waitForPrompt(pty, "question>")
      pty.type("may I accept a request of my client?")
    }
    #expect(pty.screen.description.components(separatedBy: "there is no file of words").count == 2)
    pty.control("u")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test(arguments: [80, 40], ["always", "never"])
  func forgetLeavesOnlyWhatWasThereBefore(_ width: Int, _ colour: String) throws {
    let home = try TemporaryFolder()
    let folder = home.path + "/.local/state/askfirst"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "topics\n".write(toFile: folder + "/history", atomically: true, encoding: .utf8)
    let pty = try BuiltProgram.start(
      ["--organisation", "woking", "--color", colour], environment: ["HOME": home.path],
      width: width)
    try waitForPrompt(pty, "question>")
    pty.type("friend-request\r")
    try waitForPrompt(pty, "reply 1 of about 2>")
    pty.type("forget\r")
    try pty.wait(for: "a clear screen") { screen in
      screen.currentLine == "question>" && !screen.description.contains("Who is the other person?")
        && screen.description.contains("What you said is forgotten.")
    }
    #expect(try home.text(of: ".local/state/askfirst/history") == "topics\n")
    pty.type("\u{1B}[A")
    try waitForPrompt(pty, "question>", typed: "topics")
    pty.control("u")
    pty.type("undo\r")
    try pty.wait(forText: "There is nothing to undo.")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test func aQuestionCanBeCalledBackButIsNotStored() throws {
    let home = try TemporaryFolder()
    let pty = try BuiltProgram.start(
      ["--organisation", "woking"], environment: ["HOME": home.path])
    try waitForPrompt(pty, "question>")
    pty.type("Ann Other, a tenant, added me on Facebook\r")
    try pty.wait(forText: "I understood: Friend, follow and connection requests")
    try pty.wait(for: "a prompt") { $0.currentLine.hasSuffix(">") }
    pty.type("topics\r")
    try waitForPrompt(pty, "question>")
    pty.type("Ann\u{1B}[A")
    try waitForPrompt(pty, "question>", typed: "Ann Other, a tenant, added me on Facebook")
    pty.control("u")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(try home.text(of: ".local/state/askfirst/history") == "topics\n")
  }

  @Test(arguments: [80, 40], ["always", "never"])
  func historyCanBeSwitchedOff(_ width: Int, _ colour: String) throws {
    let home = try TemporaryFolder()
    let pty = try BuiltProgram.start(
      ["--organisation", "woking", "--color", colour],
      environment: ["HOME": home.path, "ASKFIRST_HISTORY": "off"], width: width)
    try waitForPrompt(pty, "question>")
    pty.type("help\r")
    try waitForPrompt(pty, "question>")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(!FileManager.default.fileExists(atPath: home.path + "/.local/state/askfirst/history"))
  }

  @Test func colourNeverStandsAlone() throws {
    let pty = try BuiltProgram.start(["--organisation", "nottinghamshire"])
    try waitForPrompt(pty, "question>")
    pty.type("friend-request\r")
    try waitForPrompt(pty, "reply 1 of 1>")
    pty.type("2\r")
    try waitForPrompt(pty, "askfirst>")
    let row = try #require(pty.screen.lines.firstIndex { $0.hasPrefix("NO  ") })
    #expect(pty.screen.style(row: row, column: 0) == [1, 31])
    #expect(pty.screen.style(row: row, column: 6) == [])
  }

  @Test func noColorIsObeyed() throws {
    let pty = try BuiltProgram.start(
      ["--organisation", "woking"], environment: ["NO_COLOR": "1"])
    try waitForPrompt(pty, "question>")
    #expect(!String(decoding: pty.raw, as: UTF8.self).contains("\u{1B}[1"))
  }

  @Test(arguments: [80, 40], ["always", "never"])
  func ctrlCDiscardsTheLineAndKeepsTheDialogue(_ width: Int, _ colour: String) throws {
    let pty = try BuiltProgram.start(["--organisation", "woking", "--color", colour], width: width)
    try waitForPrompt(pty, "question>")
    pty.type("friend-request\r")
    try waitForPrompt(pty, "reply 1 of about 2>")
    pty.type("contr")
    try waitForPrompt(pty, "reply 1 of about 2>", typed: "contr")
    pty.control("c")
    try pty.wait(for: "a new prompt") {
      $0.lines.contains("reply 1 of about 2> contr^C") && $0.currentLine == "reply 1 of about 2>"
    }
    pty.control("c")
    try pty.wait(for: "the second prompt") {
      $0.lines.count { $0 == "reply 1 of about 2>^C" || $0 == "reply 1 of about 2> ^C" } == 1
        && $0.currentLine == "reply 1 of about 2>"
    }
    pty.control("c")
    try pty.wait(forText: "To leave, type quit")
    try waitForPrompt(pty, "reply 1 of about 2>")
    pty.type("contractor\r")
    try pty.wait(forText: "conflict of")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func aSignalLeavesASaneTerminal(_ signal: Int32) throws {
    let pty = try BuiltProgram.start(["--organisation", "woking"])
    try waitForPrompt(pty, "question>")
    pty.type("fri")
    try waitForPrompt(pty, "question>", typed: "fri")
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let pty = try BuiltProgram.start(["--organisation", "woking"])
    try waitForPrompt(pty, "question>")
    pty.hangUp()
    #expect(try pty.exitCode() == 128 + SIGHUP)
  }

  @Test(arguments: [80, 40], ["always", "never"])
  func theDialogueGoesOnAfterSuspensionAndResize(_ width: Int, _ colour: String) throws {
    let pty = try Pty(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: BuiltProgram.environment.merging(["PS1": "$ "]) { $1 }, width: width, height: 120
    )
    try pty.wait(for: "the shell's prompt") { $0.currentLine == "$" && $0.x == 2 }
    pty.type("\(BuiltProgram.path) --organisation woking --color \(colour)\r")
    try waitForPrompt(pty, "question>")
    pty.type("friend-request\r")
    try waitForPrompt(pty, "reply 1 of about 2>")
    pty.type("contr")
    try waitForPrompt(pty, "reply 1 of about 2>", typed: "contr")
    pty.control("z")
    try pty.wait(for: "stopped") { $0.description.contains("Stopped") && $0.currentLine == "$" }
    pty.type("fg\r")
    try waitForPrompt(pty, "reply 1 of about 2>", typed: "contr")
    pty.resize(width: width - 10, height: 50)
    pty.type("actor\r")
    try pty.wait(forText: "Would the")
    try waitForPrompt(pty, "reply 2 of 2>")
    pty.type("quit\r")
    try pty.wait(for: "the shell") { $0.currentLine == "$" }
    pty.type("stty -a\r")
    try pty.wait(forText: " icanon")
  }
}
