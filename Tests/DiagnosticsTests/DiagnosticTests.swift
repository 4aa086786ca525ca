import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private static let place = SourceLocation(
    file: "facts.yaml", position: SourcePosition(line: 4, column: 14))

  @Test func aFaultIsOneLine() {
    let fault = Diagnostic(.unknownName, "unknown contact 'press-offise'", at: Self.place)
    #expect(
      fault.description == "facts.yaml:4:14: error: unknown contact 'press-offise' [K005]")
  }

  @Test func aWarningSaysSo() {
    let fault = Diagnostic(.unexpectedFile, "not used", at: SourceLocation(file: "a.yaml"))
    #expect(fault.severity == .warning)
    #expect(fault.description == "a.yaml:1:1: warning: not used [K004]")
  }

  @Test func notesAndHintStandBelowIt() {
    let fault = Diagnostic(
      .duplicateKey, "the key 'a' stands twice", at: Self.place,
      notes: [
        Diagnostic.Note("it stands here first", at: SourceLocation(file: "facts.yaml")),
        Diagnostic.Note("and here", at: SourceLocation(file: "b.yaml")),
      ],
      hint: "remove one of them")
    #expect(
      fault.description == """
        facts.yaml:4:14: error: the key 'a' stands twice [Y009]
        facts.yaml:1:1: note: it stands here first
        b.yaml:1:1: note: and here
          hint: remove one of them
        """)
  }

  struct Hostile: Sendable, CustomTestStringConvertible {
    let text: String
    let shown: String
    var testDescription: String { shown }
  }

  @Test(arguments: [
    Hostile(text: "\u{1B}[2J", shown: "\\u{1B}[2J"),
    Hostile(text: "a\nb\r\tc\0", shown: "a\\u{A}b\\u{D}\\u{9}c\\u{0}"),
    Hostile(text: "\u{9B}31m\u{7F}", shown: "\\u{9B}31m\\u{7F}"),
    Hostile(text: "\u{202E}txt\u{2066}\u{200F}", shown: "\\u{202E}txt\\u{2066}\\u{200F}"),
    Hostile(text: "\u{2028}\u{2029}\u{FEFF}\u{AD}", shown: "\\u{2028}\\u{2029}\\u{FEFF}\\u{AD}"),
    Hostile(text: "\u{E000}\u{E0041}", shown: "\\u{E000}\\u{E0041}"),
    Hostile(text: "é e\u{301} 👍 שלום", shown: "é e\u{301} 👍 שלום"),
  ])
  func charactersThatMoveTheCursorAreSpeltOut(_ hostile: Hostile) {
    let place = SourceLocation(file: hostile.text)
    let fault = Diagnostic(
      .syntax, hostile.text, at: place, notes: [Diagnostic.Note(hostile.text, at: place)],
      hint: hostile.text)
    #expect(
      fault.description == """
        \(hostile.shown):1:1: error: \(hostile.shown) [Y002]
        \(hostile.shown):1:1: note: \(hostile.shown)
          hint: \(hostile.shown)
        """)
  }

  @Test func faultsAreOrderedByFileLineColumnCodeAndWords() {
    func fault(
      _ code: DiagnosticCode, _ file: String, _ line: Int, _ column: Int, _ message: String = "m"
    ) -> Diagnostic {
      let position = SourcePosition(line: line, column: column)
      return Diagnostic(code, message, at: SourceLocation(file: file, position: position))
    }
    let inOrder = [
      fault(.missingCitation, "a.yaml", 1, 1),
      fault(.syntax, "a.yaml", 2, 10),
      fault(.syntax, "a.yaml", 10, 2),
      fault(.unexpectedFile, "b.yaml", 1, 1),
      fault(.syntax, "b.yaml", 1, 2, "a"),
      fault(.syntax, "b.yaml", 1, 2, "b"),
      fault(.emptyFile, "b.yaml", 1, 2, "a"),
    ]
    #expect(inOrder.reversed().sorted() == inOrder)
    for (earlier, later) in zip(inOrder, inOrder.dropFirst()) {
      #expect(earlier < later)
      #expect(!(later < earlier))
    }
  }
}
