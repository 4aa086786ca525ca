import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20)), .enabled(if: PtyTests.hasTerminals))
struct LibeditHistoryTests {
  @Test func searchFindsTakesAndGivesBack() throws {
    let pty = try PtyTests.start(["--monochrome"])
    for line in ["Photo (child)", "plain", "日本 photo"] { try pty.enter(line) }
    pty.type("dra\u{12}PHO")
    try pty.wait(for: "newest match") { $0.currentLine == "search 'PHO': 日本 photo" }
    pty.control("r")
    try pty.wait(for: "older match") { $0.currentLine == "search 'PHO': Photo (child)" }
    pty.type("\u{1B}[C")
    try pty.wait(forLine: "Photo (child)")
    pty.type("!\r")
    try pty.wait(forText: "you said: Photo (child)!\nthat was 14 long\nprobe ›")
    pty.type("keep\u{12}zzz")
    try pty.wait(for: "nothing") { $0.currentLine.hasSuffix("(nothing earlier matches)") }
    pty.type("\r")
    try pty.wait(for: "a bell") { $0.bells == 1 && $0.currentLine.hasPrefix("search 'zzz'") }
    pty.control("c")
    try pty.wait(forLine: "keep")
  }

  @Test func enterInTheSearchRuns() throws {
    let pty = try PtyTests.start(["--monochrome"])
    try pty.enter("first thing")
    try pty.enter("second")
    pty.type("\u{12}thi\r")
    try pty.wait(for: "the same answer again") {
      let answered = "probe › first thing\nyou said: first thing\nthat was 11 long\nprobe ›"
      return $0.description.split(separator: answered).count == 3 && $0.currentLine == "probe ›"
    }
  }

  @Test func upKeepsToWhatWasTypedAndDownGivesItBack() throws {
    let pty = try PtyTests.start(["--monochrome"])
    for line in ["what if", "again", "where"] { try pty.enter(line) }
    pty.type("wh\u{1B}[A\u{1B}[A")
    try pty.wait(for: "the older line") { $0.currentLine == "probe › what if" }
    pty.type("\u{1B}[B\u{1B}[B")
    try pty.wait(for: "the draft") { $0.currentLine == "probe › wh" }
  }

  @Test func linesComeBackInTheNextSession() throws {
    let folder = TemporaryFolder()
    let arguments = ["--monochrome", "--history", folder.path + "/state/history"]
    let first = try PtyTests.start(arguments)
    try first.enter("from before")
    try first.enter("from before")
    try first.enter(" private")
    #expect(folder.read("state/history") == "from before\n")
    let second = try PtyTests.start(arguments)
    second.type("\u{1B}[A")
    try second.wait(forLine: "from before")
  }

  @Test func aPoisonedHistoryFileIsHarmless() throws {
    let folder = TemporaryFolder()
    folder.write([0xFF, 0x0A] + Array("bad\u{1B}[31m \u{7}one\n".utf8), to: "history")
    let pty = try PtyTests.start(["--monochrome", "--history", folder.path + "/history"])
    pty.type("\u{1B}[A")
    try pty.wait(forLine: "bad one")
    #expect(pty.screen.bells == 0)
  }
}
