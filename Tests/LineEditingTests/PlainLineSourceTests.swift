import Glibc
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20))) struct PlainLineSourceTests {
  private let program = Program.built("LineEditingProbe")
  private let head = "Probe\n"

  private func run(_ input: String, _ environment: [String: String] = [:]) throws -> PipedRun {
    try PipedRun(program, ["--plain"], environment: environment, input: input.utf8)
  }

  @Test func aPipedDialogueReadsLikeATranscript() throws {
    let run = try run("one\r\ntwo")
    #expect(
      run.output == head + """
        probe › one
        you said: one
        that was 3 long
        probe › two
        you said: two
        that was 3 long
        probe ›\u{20}
        Goodbye.

        """)
    #expect(run.exitCode == 0)
  }

  @Test func nothingThatDrivesATerminalComesOut() throws {
    let run = try run("a\u{1B}[31mb\u{0}c\u{7}\n")
    #expect(run.output.contains("you said: abc\n"))
    #expect(!run.output.utf8.contains(0x1B))
  }

  @Test func badBytesAreRepaired() throws {
    let run = try PipedRun(program, ["--plain"], input: Array("a".utf8) + [0xFF, 0x0A])
    #expect(run.output.contains("you said: a\u{FFFD}\n"))
  }

  @Test func aLongLineIsCut() throws {
    let run = try run(String(repeating: "x", count: 200_000) + "\nafter\n")
    #expect(run.output.contains("that was 65536 long"))
    #expect(run.output.contains("you said: after\n"))
  }

  @Test func lettersSurviveEveryLocale() throws {
    for locale in ["C", "en_GB.UTF-8", "C.UTF-8", "nonsense"] {
      #expect(try run("łö日\n", ["LANG": locale]).output.contains("you said: łö日\n"))
    }
  }

  @Test func withoutATerminalThereIsNoLibedit() throws {
    let run = try PipedRun(program, input: "one\n".utf8)
    #expect(run.output.hasPrefix(head + "probe › one\nyou said: one\n"))
    #expect(!run.output.utf8.contains(0x1B))
  }

  @Test func aFullDiskIsTold() throws {
    let script = "echo x | \(program) --plain >/dev/full"
    #expect(try PipedRun("/bin/sh", ["-c", script], input: []).exitCode == 74)
  }

  @Test func aClosedPipeIsTold() throws {
    let folder = TemporaryFolder()
    // The program waits for the named pipe, which is opened only after its reader has gone.
    let script = """
      mkfifo \(folder.path)/p
      { \(program) --plain <\(folder.path)/p; echo code $? >&2; } |
      { exec <&-; echo x >\(folder.path)/p; }
      """
    #expect(try PipedRun("/bin/sh", ["-c", script], input: []).output == "code 74\n")
  }

  @Test func closedInputIsTheEnd() throws {
    let run = try PipedRun("/bin/sh", ["-c", "\(program) --plain <&-"], input: [])
    #expect(run.output == head + "probe › \nGoodbye.\n")
    #expect(run.exitCode == 0)
  }
}

@Suite(.timeLimit(.minutes(20)), .enabled(if: PtyTests.hasTerminals))
struct PlainLineSourceOnATerminalTests {
  private func start() throws -> Pty {
    let pty = try Pty(
      Program.built("LineEditingProbe"), ["--plain"], environment: ["TERM": "dumb"])
    try pty.wait(for: "prompt") { $0.lines[1] == "probe ›" && $0.x == 8 && $0.y == 1 }
    return pty
  }

  @Test func readsALineOnce() throws {
    let pty = try start()
    #expect(pty.isCooked)
    pty.type("hello\r")
    try pty.wait(for: "answer and prompt") {
      $0.lines[1...4] == ["probe › hello", "you said: hello", "that was 5 long", "probe ›"]
    }
    #expect(!pty.raw.contains(0x1B))
  }

  @Test func ctrlCDiscardsTheLine() throws {
    let pty = try start()
    pty.type("hello")
    try pty.wait(forText: "probe › hello")
    pty.control("c")
    try pty.wait(for: "new prompt") {
      $0.description.contains("probe › hello^C\ninterrupted: ''\nprobe ›")
    }
    pty.type("next\r")
    try pty.wait(forText: "you said: next")
  }

  @Test func ctrlDLeaves() throws {
    let pty = try start()
    pty.control("d")
    #expect(try pty.exitCode() == 0)
    #expect(pty.screen.lines[2] == "Goodbye.")
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func signalsEndTheRead(_ signal: Int32) throws {
    let pty = try start()
    kill(pty.pid, signal)
    #expect(try pty.exitCode() == 128 + signal)
  }

  @Test func aClosedWindowEndsTheRead() throws {
    let pty = try start()
    pty.hangUp()
    #expect(try pty.exitCode() == 129)
  }

  @Test func ctrlCStopsLongOutput() throws {
    let pty = try start()
    pty.type("run\r")
    try pty.wait(forText: "running")
    pty.control("c")
    try pty.wait(for: "prompt") { $0.description.contains("stopped\nprobe ›") }
  }
}
