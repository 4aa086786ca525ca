import Testing

@testable import LineEditing

@Suite struct CompletionChoiceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let typed: String
    let found: [String]
    let choice: CompletionChoice

    init(_ name: String, typed: String, _ found: [String], _ choice: CompletionChoice) {
      testDescription = name
      self.typed = typed
      self.found = found
      self.choice = choice
    }

    static let all: [Case] = [
      Case("nothing found", typed: "x", [], .nothing),
      Case("one is taken with a blank", typed: "he", ["help"], .replace("help ")),
      Case("one that begins otherwise", typed: "enq", ["press"], .replace("press ")),
      Case("several that agree", typed: "p", ["press a", "press b"], .replace("press ")),
      Case("capitals do not matter", typed: "PR", ["press a", "Press b"], .replace("press ")),
      Case(
        "no further common part", typed: "p", ["press", "photo"], .list(list("press", "photo"))),
      Case(
        "the common part is not what was typed", typed: "o", ["press on", "press off"],
        .list(list("press on", "press off"))),
      Case("an escape in a text", typed: "h", ["he\u{1B}[31mlp"], .replace("help ")),
    ]
    private static func list(_ texts: String...) -> [Completion] {
      texts.map { Completion(text: $0) }
    }
  }

  @Test(arguments: Case.all) func chooses(_ example: Case) {
    let found = example.found.map { Completion(text: $0) }
    #expect(CompletionChoice(found, typed: example.typed) == example.choice)
  }

  private let found = [
    Completion(text: "help", note: "what you can type"), Completion(text: "日本", note: "Japan"),
    Completion(text: "quit"),
  ]

  @Test func rowsAreAlignedByWidth() {
    #expect(
      CompletionChoice.rows(found, columns: 40, limit: 9)
        == ["  help  what you can type", "  日本  Japan", "  quit"])
  }

  @Test func rowsAreCutToTheWindow() {
    #expect(
      CompletionChoice.rows(found, columns: 12, limit: 9) == ["  help  wha", "  日本  Jap", "  quit"])
  }

  @Test func rowsThatDoNotFitAreCounted() {
    #expect(
      CompletionChoice.rows(found, columns: 40, limit: 1)
        == ["  help  what you can type", "  and 2 more"])
  }
}
