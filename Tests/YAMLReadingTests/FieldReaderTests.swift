import Diagnostics
import Testing
import YAMLReading

@Suite struct FieldReaderTests {
  private func reader(_ text: String) throws -> FieldReader {
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(diagnostics.isEmpty)
    let keys = ["a", "b", "c", "e", "f", "g", "help", "options", "other", "question", "x"]
    return FieldReader(
      try #require(root), of: "the fact 'a'",
      shape: MappingShape(keys.map { .optional($0, "A field.") }))
  }

  private func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map(\.description)
  }

  @Test func fieldsAreReadInAnyOrder() throws {
    var fields = try reader("c: [d, e]\na: b\n")
    #expect(fields.isMapping)
    #expect(fields.requiredText("a") == "b")
    #expect(fields.texts("c").map(\.text) == ["d", "e"])
    #expect(fields.texts("c").isEmpty)
    #expect(fields.optionalText("x") == nil)
    #expect(fields.finish().kept.isEmpty)
  }

  @Test func aMissingFieldIsReportedWhereTheMappingBegins() throws {
    var fields = try reader("# why\na: b")
    #expect(fields.requiredText("question") == nil)
    #expect(fields.optional("a") != nil)
    #expect(
      lines(fields.finish().kept) == [
        """
        f:2:1: error: the fact 'a' has no 'question' [Y011]
          hint: add 'question: …'
        """
      ])
  }

  @Test func aFieldThatNobodyAskedForIsReported() throws {
    var fields = try reader("questoin: a\nelse: b")
    _ = fields.optional("question")
    _ = fields.optional("help")
    #expect(
      lines(fields.finish().kept) == [
        """
        f:1:1: error: 'questoin' is no field of the fact 'a' [Y012]
          hint: did you mean 'question'?
        """,
        """
        f:2:1: error: 'else' is no field of the fact 'a' [Y012]
          hint: fields are question, help
        """,
      ])
  }

  @Test func aFieldThatTheShapeDoesNotHaveIsNotRead() throws {
    var fields = try reader("a: b\nsecret: c")
    #expect(fields.optional("secret") == nil)
    #expect(fields.optional("a") != nil)
    #expect(lines(fields.finish().kept).count == 1)
  }

  @Test(arguments: ["text", "[a, b]"])
  func whatIsNoMappingIsReportedOnceAndNotItsFields(_ text: String) throws {
    var fields = try reader(text)
    #expect(!fields.isMapping)
    #expect(fields.requiredText("question") == nil)
    #expect(fields.requiredEntries("options").isEmpty)
    let found = text == "text" ? "a text" : "a list"
    #expect(
      lines(fields.finish().kept) == [
        """
        f:1:1: error: the fact 'a' must be a mapping, found \(found) [Y010]
          hint: write it as lines of the form 'name: value'
        """
      ])
  }

  struct Shape: Sendable {
    let value: String
    let found: String
  }

  @Test(arguments: [
    Shape(value: "", found: "nothing"), Shape(value: "' '", found: "nothing"),
    Shape(value: "[]", found: "a list"), Shape(value: "{b: c}", found: "a mapping"),
  ])
  func aTextMustBeOne(_ shape: Shape) throws {
    var fields = try reader("a: \(shape.value)")
    #expect(fields.requiredText("a") == nil)
    #expect(fields.finish().kept.map(\.message) == ["'a' must be a text, found \(shape.found)"])
  }

  @Test func aListMayBeOneItemButNotNothing() throws {
    var fields = try reader("a: one\nb: {c: d}\ne:\nf: []\ng: [h, [i], '']")
    #expect(fields.texts("a").map(\.text) == ["one"])
    #expect(fields.list("b").map(\.shape) == ["a mapping"])
    #expect(fields.list("e").isEmpty)
    #expect(fields.list("f").isEmpty)
    #expect(fields.texts("g").map(\.text) == ["h"])
    #expect(
      fields.finish().kept.map { "\($0.location) \($0.message)" } == [
        "f:3:3 'e' must be a list, found nothing",
        "f:5:8 each entry of 'g' must be a text, found a list",
        "f:5:13 each entry of 'g' must be a text, found nothing",
      ])
  }

  @Test func entriesComeInTheOrderOfTheFile() throws {
    var fields = try reader("options:\n  z: 1\n  b: 2\nother: text")
    #expect(fields.requiredEntries("options").map(\.key) == ["z", "b"])
    #expect(fields.requiredEntries("other").isEmpty)
    #expect(fields.finish().kept.map(\.message) == ["'other' must be a mapping, found a text"])
  }

  @Test func theRestCanBeTakenAndFaultsAdded() throws {
    var fields = try reader("a: b\nc: d")
    _ = fields.optional("a")
    #expect(fields.takeRest().map(\.key) == ["c"])
    let fault = Diagnostic(.emptyFile, "added", at: fields.location)
    fields.report(fault)
    #expect(fields.finish().kept == [fault])
  }
}
