import Glibc
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20)), .enabled(if: PtyTests.hasTerminals))
struct LibeditSignalTests {
  @Test(arguments: [SIGTERM, SIGHUP]) func aSignalGivesTheTerminalBack(_ signal: Int32) throws {
    let pty = try PtyTests.start()
    pty.type("abc")
    try pty.wait(forLine: "abc")
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }

  @Test func aSignalEndsTheSearchToo() throws {
    let pty = try PtyTests.start()
    pty.control("r")
    try pty.wait(forText: "search ''")
    kill(pty.pid, SIGTERM)
    #expect(try pty.exitCode() == 143)
    #expect(pty.isCooked)
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let pty = try PtyTests.start()
    pty.hangUp()
    #expect(try pty.exitCode() == 129)
  }

  @Test(arguments: ["crash", "abort"]) func aCrashGivesTheTerminalBack(_ kind: String) throws {
    let pty = try PtyTests.start(environment: ["SWIFT_BACKTRACE": "enable=no"])
    pty.type(kind + "\t")
    #expect(try pty.exitCode() > 128)
    #expect(pty.isCooked)
    #expect(!pty.screen.isBracketedPaste)
  }

  @Test func quittingBetweenLinesGivesTheTerminalBack() throws {
    let pty = try PtyTests.start(environment: ["SWIFT_BACKTRACE": "enable=no"])
    pty.type("run\r")
    try pty.wait(forText: "running")
    pty.control("\\")
    #expect(try pty.exitCode() == 128 + SIGQUIT)
    #expect(pty.isCooked)
  }

  @Test func suspendInAShellAndComeBack() throws {
    let pty = try Pty(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "$ "])
    try pty.wait(for: "the shell's prompt") { $0.currentLine == "$" && $0.x == 2 }
    pty.type(Program.built("LineEditingProbe") + "\r")
    try pty.wait(forLine: "")
    pty.type("abc")
    try pty.wait(forLine: "abc")
    pty.control("z")
    try pty.wait(for: "stopped") { $0.description.contains("Stopped") && $0.currentLine == "$" }
    pty.type("fg\r")
    try pty.wait(forLine: "abc")
    pty.type("d\r")
    try pty.wait(for: "answer") { $0.description.contains("you said: abcd") && $0.x == 8 }
    pty.control("z")
    try pty.wait(for: "stopped again") {
      $0.lines.count { $0.contains("Stopped") } == 2 && $0.currentLine == "$"
    }
    pty.type("stty -a\r")
    try pty.wait(forText: " icanon")
  }

  @Test func aSuspendedProgramCanBeEnded() throws {
    let pty = try Pty(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "$ "])
    try pty.wait(for: "the shell's prompt") { $0.currentLine == "$" && $0.x == 2 }
    pty.type(Program.built("LineEditingProbe") + "\r")
    try pty.wait(forLine: "")
    pty.control("z")
    try pty.wait(for: "stopped") { $0.description.contains("Stopped") && $0.currentLine == "$" }
    let end = "p=$(jobs -p %1); kill %1; while kill -0 $p; do :; done; wait $p; echo code $?"
    pty.type("clear; { \(end); } 2>/dev/null\r")
    try pty.wait(for: "its code") { $0.lines.contains("code 143") && $0.currentLine == "$" }
  }

  @Test func suspendWithoutJobControlIsHarmless() throws {
    let pty = try PtyTests.start()
    pty.type("abc")
    pty.control("z")
    pty.type("d\r")
    try pty.wait(forText: "you said: abcd")
  }

  @Test func stoppedFromOutsideAndContinued() throws {
    let pty = try PtyTests.start()
    pty.type("abc")
    try pty.wait(forLine: "abc")
    kill(pty.pid, SIGSTOP)
    var status: Int32 = 0
    unsafe waitpid(pty.pid, &status, WUNTRACED)
    pty.modes.c_lflag |= tcflag_t(ICANON | ECHO | ISIG)
    kill(pty.pid, SIGCONT)
    try pty.wait(for: "raw again") { _ in
      pty.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0
    }
    pty.type("d\r")
    try pty.wait(forText: "you said: abcd")
  }

  @Test func aNarrowerWindowKeepsTheLine() throws {
    let pty = try PtyTests.start(width: 60, height: 10)
    pty.type("hello")
    try pty.wait(forLine: "hello")
    pty.resize(width: 30, height: 10)
    pty.type(" there friend of mine\r")
    try pty.wait(forText: "you said: hello there friend of mine")
  }

  @Test func aResizeDuringTheSearchKeepsTheSearch() throws {
    let pty = try PtyTests.start(["--monochrome"], width: 60, height: 10)
    try pty.enter("abc")
    pty.type("\u{12}b")
    try pty.wait(for: "found") { $0.currentLine == "search 'b': abc" }
    let written = pty.raw.count
    pty.resize(width: 30, height: 10)
    try pty.wait(for: "drawn again") {
      pty.raw.count > written && $0.currentLine == "search 'b': abc"
    }
    pty.type("\r")
    try pty.wait(for: "two answers") {
      $0.lines.count { $0 == "probe › abc" } == 2 && $0.lines.count { $0 == "you said: abc" } == 2
    }
  }
}
