import PseudoTerminal
import Testing

/// Answers that are taller than the window, on a real terminal.
@Suite(.timeLimit(.minutes(20))) struct PagingTests {
  private static let more = "Enter for more, q and Enter to stop>"

  private static let ask = ["--organisation", "nottinghamshire"]

  @Test(arguments: [80, 40], ["always", "never"])
  func aTallAnswerStopsAtTheFootOfTheWindow(_ width: Int, _ colour: String) throws {
    let pty = try BuiltProgram.start(Self.ask + ["--color", colour], width: width, height: 24)
    try answer(pty)
    try pty.wait(for: "the first part") {
      $0.currentLine == Self.more && $0.description.contains("NO  ")
    }
    #expect(!pty.screen.description.contains("Case code"))
    var parts = 1
    while !pty.screen.description.contains("Case code") {
      pty.type("\r")
      parts += 1
      try pty.wait(for: "part \(parts)") { [before = pty.raw.count] _ in pty.raw.count > before + 60
      }
      try pty.wait(for: "a prompt") { $0.currentLine.hasSuffix(">") }
    }
    try pty.wait(for: "the dialogue's prompt") { $0.currentLine == "askfirst>" }
    pty.type("quit\r")
    #expect(try pty.exitCode() == 0)
  }

  @Test func whatIsTypedAtTheFootIsNotLost() throws {
    let pty = try BuiltProgram.start(Self.ask, height: 24)
    try answer(pty)
    try pty.wait(for: "the first part") {
      $0.currentLine == Self.more && $0.description.contains("NO  ")
    }
    pty.type("answers\r")
    try pty.wait(forText: "What you said")
    pty.control("c")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test(arguments: [["--plain"], []]) func whoeverDoesNotWantItGetsTheWholeAnswer(
    _ options: [String]
  ) throws {
    let pty = try BuiltProgram.start(
      Self.ask + options, environment: ["ASKFIRST_PAGER": "off"], height: 24)
    for line in ["topics", "friend-request", "2"] { pty.type(line + "\r") }
    try pty.wait(for: "the end") { $0.currentLine == "askfirst>" }
    #expect(!String(decoding: pty.raw, as: UTF8.self).contains(Self.more))
  }

  /// Goes to the answer, past whatever is too tall on the way there.
  private func answer(_ pty: Pty) throws {
    try pty.wait(for: "a prompt") { $0.currentLine.hasSuffix(">") }
    pty.type("friend-request\r")
    try pty.wait(for: "the question") { $0.currentLine == "reply 1 of 1>" }
    pty.type("2\r")
  }
}
