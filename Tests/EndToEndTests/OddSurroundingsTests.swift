import Foundation
import PseudoTerminal
import Testing

/// Clocks, locales, windows and pastes that nobody has thought of.
@Suite(.timeLimit(.minutes(20))) struct OddSurroundingsTests {
  /// A dialogue during which the clock is set back by years loses nothing, and neither does the next one.
  @Test(.enabled(if: FaultyMachine.clockSetter != nil, "faketime is not there, or a sanitizer is"))
  func aClockThatIsSetBackChangesNoAnswer() throws {
    let setter = try #require(FaultyMachine.clockSetter)
    let home = try TemporaryFolder()
    let clock = home.path + "/clock"
    func set(_ time: String) throws {
      try time.write(toFile: clock, atomically: true, encoding: .utf8)
    }
    // Without arguments: where a preloaded library sets variables, the toolchain finds none.
    func start() throws -> Pty {
      try Pty(
        BuiltProgram.path,
        environment: BuiltProgram.environment.merging([
          "HOME": home.path, "LD_PRELOAD": setter, "FAKETIME_TIMESTAMP_FILE": clock,
          "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
        ]) { $1 }, height: 120)
    }
    try set("2031-05-01 12:00:00")
    let first = try start()
    try first.wait(for: "the prompt") { $0.currentLine == "organisation>" }
    first.type("woking\r")
    try first.wait(for: "the prompt") { $0.currentLine == "question>" }
    first.type("friend-request\r")
    try first.wait(forText: "Who is the other person?")
    try set("1999-01-01 12:00:00")
    first.type("contractor\r")
    try first.wait(forText: "free of any conflict of interest?")
    first.type("no\r")
    try first.wait(forText: "Case code")
    // The day was looked up when the dialogue began.
    #expect(first.screen.description.contains("approved 15 October 2020, 10\n"), "\(first.screen)")
    first.type("quit\r")
    #expect(try first.exitCode() == 0)
    let second = try start()
    try second.wait(for: "the prompt") { $0.currentLine == "question>" }
    second.type("friend-request\rcontractor\rno\r")
    try second.wait(forText: "Case code")
    #expect(!second.screen.description.contains("years ago."), "\(second.screen)")
    second.type("quit\r")
    #expect(try second.exitCode() == 0)
    let lines = ["friend-request", "contractor", "no", "quit"]
    let kept = try home.text(of: ".local/state/askfirst/history").split(separator: "\n")
    #expect(kept.map(String.init) == ["woking"] + lines + lines)
  }

  /// What depends on the clock is the day alone, which is looked up once and can be named: a clock that
  /// was set back is a day before all others.
  @Test(arguments: ["1970-01-01", "0001-01-01", "1999-12-31", "9999-12-31"])
  func anyDayHasAnAnswer(_ day: String) throws {
    for command in [
      ["ask", "friend-request", "--organisation", "swansea", "--fact", "relation=now"],
      ["show", "guidelines", "29", "--organisation", "nottinghamshire"], ["check"],
    ] {
      let run = try BuiltProgram.run(command + ["--as-of", day])
      // A review that is past today was not yet past then, which the check says.
      #expect(run.exitCode == 0 || command == ["check"] && run.output.contains("L019"))
      run.expectReadable()
      #expect(!run.output.contains("-1 ") && !run.output.contains("−"), "\(run.output)")
      if day < "2000" { #expect(!run.output.contains(" years ago"), "\(run.output)") }
    }
  }

  @Test(arguments: [
    ["LC_ALL": "C"], ["LC_ALL": "POSIX", "LANG": ""], ["LANG": ""], ["LC_ALL": "en_GB.UTF-8"],
    ["LC_ALL": "nonsense"], ["LC_CTYPE": "\u{1B}[2J"], ["LC_ALL": "tr_TR.UTF-8"], ["TERM": ""],
    ["TERM": "nonsense"], ["COLUMNS": "-7", "LINES": "x"], ["PATH": "", "HOME": ""],
    ["TZ": "/dev/zero"], ["TZ": "Nowhere/Nothing+99"], ["XDG_STATE_HOME": "relative"],
    ["XDG_STATE_HOME": "/proc/self"], ["XDG_STATE_HOME": "/dev/full"],
  ]) func anySurroundingsGiveTheSameAnswer(_ environment: [String: String]) throws {
    let input = "woking\na contractor of ours, café Zoë, wants to connect on LinkedIn\nno\nquit\n"
    let expected = try BuiltProgram.run([BuiltProgram.asOf], input: input)
    let run = try BuiltProgram.run([BuiltProgram.asOf], input: input, environment: environment)
    #expect(run.exitCode == 0)
    // Signs may be plainer and lines end elsewhere; the letters are the same.
    func letters(_ text: String) -> String { text.filter(\.isLetter) }
    let note = "Your choice could not be saved"
    #expect(
      letters(run.output).hasSuffix(String(letters(expected.output).suffix(400)))
        || run.output.contains(note), "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(arguments: [(1, 1), (1, 24), (2, 3), (3, 1), (500, 1), (1, 200)])
  func aDialogueInAWindowOfAnySize(_ width: Int, _ height: Int) throws {
    let pty = try BuiltProgram.start(
      ["--organisation", "woking"], environment: ["ASKFIRST_PAGER": "off"], width: width,
      height: height)
    for line in ["friend-request", "contractor", "no", "why", "\tcon\t\u{12}x\u{3}", "quit"] {
      let before = pty.raw.count
      pty.type(line + "\r")
      try? pty.wait(for: "something new", seconds: 1) { _ in pty.raw.count > before + 8 }
    }
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
  }

  @Test func aHundredThousandPastedLinesAreOneLineThatIsCut() throws {
    let pty = try BuiltProgram.start(["--organisation", "woking"])
    try pty.wait(for: "the prompt") { $0.currentLine == "question>" }
    let paste = String(repeating: "may I post this photo of a pupil?\n", count: 100_000)
    pty.type("\u{1B}[200~" + paste + "\u{1B}[201~")
    try pty.wait(for: "the bell", seconds: 60) { $0.bells > 0 }
    pty.control("u")
    pty.type("contacts\r")
    try pty.wait(forText: "Confidential Reporting", seconds: 60)
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(pty.isCooked)
  }

  /// Where the terminal does not mark pastes, each line of one is a line that was typed.
  @Test func aHundredThousandLinesFromAPipeAreAllAnswered() throws {
    let count = 100_000
    let run = try PipedRun(
      BuiltProgram.path, ["--organisation", "woking", "--plain"],
      environment: BuiltProgram.environment,
      input: (String(repeating: "undo\n", count: count) + "quit\n").utf8, seconds: 240)
    #expect(run.exitCode == 0)
    let answers = run.output.components(separatedBy: "There is nothing to undo.").count - 1
    #expect(answers == count)
    #expect(run.output.hasSuffix("Goodbye.\n"))
  }
}
