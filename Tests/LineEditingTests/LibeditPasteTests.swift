import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20)), .enabled(if: PtyTests.hasTerminals))
struct LibeditPasteTests {
  @Test func pastedLinesDoNotSubmit() throws {
    let pty = try PtyTests.start()
    pty.type("\u{1B}[200~one\ntwo\tthree\u{1B}[201~")
    try pty.wait(forLine: "one two three")
    pty.type("!\r")
    try pty.wait(forText: "you said: one two three!")
    #expect(pty.screen.lines.count { $0.hasPrefix("you said") } == 1)
  }

  @Test func aPasteMayBeSplitAnywhere() throws {
    let whole = Array("\u{1B}[200~eén\n日本\u{1B}[201~!".utf8)
    // A second for a lone Escape: on a busy machine the two halves come far apart.
    let pty = try PtyTests.start(["--escape-delay", "5000", "--monochrome"], height: 99)
    for cut in 1..<whole.count {
      pty.type(bytes: whole[..<cut])
      pty.pump(milliseconds: 5)
      pty.type(bytes: whole[cut...])
      try pty.wait(for: "the line cut at \(cut)") {
        $0.currentLine == "probe › eén 日本!" && $0.x == 17
      }
      pty.control("u")
      try pty.wait(for: "an empty line after cut \(cut)") {
        $0.currentLine == "probe ›" && $0.x == 8
      }
    }
  }

  @Test func aPasteCannotDriveTheTerminal() throws {
    let pty = try PtyTests.start()
    pty.type("\u{1B}[200~a\u{1B}[31mb\u{1B}]0;x\u{7}c\u{3}\u{4}d\u{1B}[201~\r")
    try pty.wait(forText: "you said: abcd\n")
    #expect(pty.screen.bells == 0)
  }

  @Test func aHugePasteIsCutWithABell() throws {
    let pty = try PtyTests.start(["--monochrome"], width: 200, height: 50)
    pty.type("\u{1B}[200~" + String(repeating: "x", count: 100_000) + "\u{1B}[201~\r")
    try pty.wait(for: "its length, after a bell") {
      $0.description.contains("that was 65536 long\nprobe ›") && $0.bells == 1
    }
  }

  @Test func anAccentOnItsOwnIsJoined() throws {
    let pty = try PtyTests.start()
    pty.type("\u{1B}[200~cafe\u{301}\u{1B}[201~\r")
    try pty.wait(forText: "that was 4 long")
  }
}
