import Glibc
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20)), .enabled(if: PtyTests.hasTerminals))
struct LibeditLineSourceTests {
  @Test func completesAndLeaves() throws {
    let pty = try PtyTests.start(width: 60, height: 20)
    #expect(pty.screen.style(row: 1, column: 0) == [1, 36])
    #expect(pty.screen.isBracketedPaste)
    #expect(!pty.isCooked)
    pty.type("p\t")
    try pty.wait(for: "a list and the line again") {
      $0.lines[2...5] == [
        "  personal-post     post in my own time",
        "  press-enquiry     a journalist contacts me",
        "  photos-of-people  post a photograph of somebody", "probe › personal-post",
      ] && $0.x == 9
    }
    pty.type("ho\t")
    try pty.wait(forLine: "photos-of-people ")
    pty.type("\r")
    try pty.wait(forText: "you said: photos-of-people\nthat was 17 long\nprobe ›")
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(pty.screen.lines.contains("Goodbye."))
    #expect(!pty.screen.isBracketedPaste)
    #expect(pty.isCooked, "the terminal is given back")
    #expect(pty.screen.unknown == [])
  }

  @Test func completesInAnyCaseAndRingsWhenNothingMatches() throws {
    let pty = try PtyTests.start()
    pty.type("PH\t")
    try pty.wait(forLine: "photos-of-people ")
    pty.control("u")
    pty.type("zz\t")
    try pty.wait(for: "a bell and the same line") {
      $0.bells == 1 && $0.currentLine == "probe › zz" && $0.x == 10
    }
  }

  @Test func aHintShowsInGreyAndIsAccepted() throws {
    let pty = try PtyTests.start()
    pty.type("per")
    try pty.wait(for: "a hint") {
      $0.currentLine == "probe › personal-post" && $0.x == 11
        && $0.style(row: 1, column: 11) == [2] && $0.style(row: 1, column: 10) == []
    }
    pty.type("\u{1B}[C")
    try pty.wait(for: "the hint taken") {
      $0.currentLine == "probe › personal-post" && $0.x == 21
        && $0.style(row: 1, column: 11) == []
    }
    pty.type("!\r")
    try pty.wait(forText: "you said: personal-post!")
  }

  @Test func aHintIsNotPartOfTheLine() throws {
    let pty = try PtyTests.start()
    pty.type("per\r")
    try pty.wait(forText: "probe › per\nyou said: per\n")
  }

  @Test func withoutColourThereIsNoHint() throws {
    let pty = try PtyTests.start(["--monochrome"])
    #expect(pty.screen.style(row: 1, column: 0) == [])
    pty.type("per\u{1B}[C!\r")
    try pty.wait(forText: "you said: per!")
  }

  @Test func ctrlCDiscardsTheLineEachTime() throws {
    let pty = try PtyTests.start(["--monochrome"])
    pty.type("abc")
    pty.control("c")
    pty.control("c")
    try pty.wait(for: "two interrupts and a prompt") {
      $0.lines[1...5] == [
        "probe › abc^C", "interrupted: 'abc'", "probe › ^C", "interrupted: ''", "probe ›",
      ] && $0.y == 5 && $0.x == 8
    }
    pty.type("next\r")
    try pty.wait(forText: "you said: next")
  }

  @Test func ctrlCWithinALongLineOverwritesNothing() throws {
    let pty = try PtyTests.start(["--monochrome"], width: 20)
    pty.type("abcdefghijklmnopqrstuvwx")
    try pty.wait(forText: "mnopqrstuvwx")
    pty.control("a")
    pty.control("c")
    try pty.wait(for: "the whole line and the mark behind it") {
      $0.lines[1...3] == ["probe › abcdefghijkl", "mnopqrstuvwx^C", "interrupted: 'abcdef"]
    }
  }

  @Test func aSignalInsteadOfTheKeyDiscardsTheLineToo() throws {
    let pty = try PtyTests.start()
    pty.type("abc")
    try pty.wait(forLine: "abc")
    kill(pty.pid, SIGINT)
    try pty.wait(forText: "abc^C\ninterrupted: 'abc'\nprobe ›")
  }

  @Test func ctrlCStopsLongOutput() throws {
    let pty = try PtyTests.start()
    pty.type("run\r")
    try pty.wait(forText: "running")
    pty.control("c")
    try pty.wait(for: "prompt") { $0.description.contains("stopped\nprobe ›") && $0.x == 8 }
    try pty.enter("abc")
  }

  @Test func ctrlDDeletesForwardWithinALine() throws {
    let pty = try PtyTests.start(["--monochrome"])
    pty.type("abc")
    pty.control("a")
    pty.control("d")
    pty.control("e")
    pty.control("d")
    try pty.wait(for: "a shorter line and a bell") {
      $0.currentLine == "probe › bc" && $0.x == 10 && $0.bells == 1
    }
  }

  @Test func editsByWordAndByEnds() throws {
    let pty = try PtyTests.start()
    pty.type("one two\u{1B}[1;5D\u{1B}[1;5DX\u{1B}OFY\u{1B}[1~Z\u{1B}[3~\r")
    try pty.wait(forText: "you said: Zone twoY")
  }

  @Test func aPrefilledLineCanBeEdited() throws {
    let pty = try PtyTests.start()
    pty.type("edit old \u{1B}\u{7F}text\r")
    try pty.wait(forText: "you said: edit text")
    try pty.wait(forLine: "text")
    pty.type("!\r")
    try pty.wait(forText: "you said: text!")
  }

  @Test func unknownKeysAreSwallowed() throws {
    let pty = try PtyTests.start()
    pty.type(
      "a\u{1B}[15~\u{1B}[5~\u{1B}[6~\u{1B}[Z\u{1B}[<0;3;4M\u{1B}[1;2P\u{1B}OP\u{16}\u{1C}\u{13}b\r")
    try pty.wait(forText: "you said: ab")
  }

  @Test func typeAheadIsKeptAndShownOnce() throws {
    let pty = try Pty(Program.built("LineEditingProbe"))
    pty.type("one\rtwo\rthree")
    try pty.wait(forLine: "three")
    for line in ["you said: one", "you said: two"] {
      #expect(pty.screen.lines.count { $0 == line } == 1)
    }
  }

  @Test func narrowAndWide() throws {
    let pty = try PtyTests.start(width: 40, height: 10)
    pty.type("日本語 the quick brown fox jumps over the lazy dog")
    try pty.wait(for: "the wrapped line") {
      $0.lines[1] == "probe › 日本語 the quick brown fox jumps"
        && $0.lines[2] == " over the lazy dog" && $0.y == 2
    }
    pty.control("a")
    pty.type("X")
    try pty.wait(for: "X at the start") {
      $0.lines[1].hasPrefix("probe › X日") && $0.x == 9 && $0.y == 1
    }
  }

  @Test(arguments: [(2, 1), (5, 3), (9, 2)]) func theSmallestWindowsDoNotCrash(
    _ width: Int, _ height: Int
  ) throws {
    let pty = try Pty(Program.built("LineEditingProbe"), width: width, height: height)
    try pty.wait(for: "a raw terminal") { $0.isBracketedPaste }
    pty.type("日本 abc p\tp\t\u{12}b\u{3}\u{15}quit\r")
    #expect(try pty.exitCode() == 0)
  }

  @Test(arguments: ["C", "", "en_GB.UTF-8", "nonsense"]) func lettersSurviveEveryLocale(
    _ locale: String
  ) throws {
    let pty = try PtyTests.start(environment: ["LANG": locale])
    try pty.enter("łö日")
  }

  @Test func theEditrcIsHonoured() throws {
    let folder = TemporaryFolder()
    folder.write(Array("bind ^X ed-delete-prev-char\n".utf8), to: ".editrc")
    let pty = try PtyTests.start(environment: ["HOME": folder.path])
    pty.type("abc\u{18}d\r")
    try pty.wait(forText: "you said: abd")
  }

  @Test func theEditrcCanSwitchEditingOff() throws {
    let folder = TemporaryFolder()
    folder.write(Array("edit off\n".utf8), to: ".editrc")
    let pty = try PtyTests.start(environment: ["HOME": folder.path])
    #expect(!pty.raw.contains(0x1B))
    #expect(pty.isCooked)
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  /// Keys before and behind a lone Escape, with what the line is then.
  private static let escapes = [
    ("", "\u{1B}[A", "earlier"), ("abc", "\u{1B}[DX", "abXc"), ("abc", "d", "abcd"),
    ("", "5", "5"), ("abc", "\u{1B}[3~d", "abcd"), ("abc", "", "abc"),
  ]

  @Test(arguments: escapes) func escapeAloneDoesNothing(
    _ before: String, _ after: String, _ line: String
  ) throws {
    let pty = try PtyTests.start(["--escape-delay", "1", "--monochrome"])
    try pty.enter("earlier")
    pty.type(before + "\u{1B}")
    for _ in 0..<20 { pty.pump(milliseconds: 25) }
    pty.type(after + "\r")
    try pty.wait(forText: "probe › \(line)\nyou said: \(line)\n")
  }

  @Test func whatComesAtOnceWithEscapeIsOneKey() throws {
    let folder = TemporaryFolder()
    folder.write(Array("bind ^[q ed-move-to-beg\nbind ^[^L ed-move-to-end\n".utf8), to: ".editrc")
    let pty = try PtyTests.start(["--escape-delay", "5000"], environment: ["HOME": folder.path])
    pty.type("one two\u{1B}bX\u{1B}qY\u{1B}\u{C}Z\u{1B}\u{1B}[DW\r")
    try pty.wait(forText: "you said: Yone XtwoWZ")
  }

  @Test func viKeysKeepEscapeAndTheWayOut() throws {
    let folder = TemporaryFolder()
    folder.write(Array("bind -v\n".utf8), to: ".editrc")
    let pty = try PtyTests.start(["--monochrome"], environment: ["HOME": folder.path])
    pty.type("abc\u{1B}")
    // Escape moves back by one; then 0 goes to the start and x deletes there.
    try pty.wait(for: "command mode") { $0.currentLine == "probe › abc" && $0.x == 10 }
    pty.type("0x")
    try pty.wait(for: "a letter gone") { $0.currentLine == "probe › bc" && $0.x == 8 }
    pty.type("\u{1B}[200~dd\u{1B}[201~")
    try pty.wait(for: "text, and no command") { $0.currentLine == "probe › ddbc" }
    pty.type(":")
    pty.control("c")
    try pty.wait(forText: "interrupted: 'ddbc'")
  }
}
