import Diagnostics
import Testing
import YAMLReading

@Suite struct YAMLSyntaxErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let message: String
    let note: String?

    init(_ text: String, at place: String, _ message: String, note: String? = nil) {
      self.text = text
      self.place = place
      self.message = message
      self.note = note
    }

    var testDescription: String { text.debugDescription }
  }

  private static let colon = "a colon is missing"
  private static let fit = "this line does not fit the lines above it"
  private static let quote = "the closing quote is missing"

  @Test(arguments: [
    Case("a: \"b\nc: d\n", at: "2:5", quote, note: "1:4 the opening quote stands here"),
    Case("a: 'b", at: "1:6", quote, note: "1:4 the opening quote stands here"),
    Case("a: 'b\n---\nc", at: "2:1", quote, note: "1:4 the opening quote stands here"),
    Case(
      "a: [b, c\nd: e\n", at: "2:2", "a ',' or the closing ']' is missing",
      note: "1:4 the opening '[' stands here"),
    Case(
      "a: [b, c\n", at: "1:9", "a ',' or the closing ']' is missing",
      note: "1:4 the opening '[' stands here"),
    Case(
      "a: { b: c\n\n\n", at: "1:10", "a ',' or the closing '}' is missing",
      note: "1:4 the opening '{' stands here"),
    Case("\ta: b", at: "1:1", "a text cannot begin with this character"),
    Case("a:\n\tb: c", at: "2:1", "a text cannot begin with this character"),
    Case("a: @home", at: "1:4", "a text cannot begin with this character"),
    Case("a: `x`", at: "1:4", "a text cannot begin with this character"),
    Case(
      "a: *really*", at: "1:11", "a text cannot begin with '*'", note: "1:4 the text begins here"
    ),
    Case("a: & b", at: "1:5", "a text cannot begin with '&'", note: "1:4 the text begins here"),
    Case("a: b: c", at: "1:5", "a colon cannot stand here"),
    Case("a: b\n  c: d", at: "2:4", "a colon cannot stand here"),
    Case("a: - b", at: "1:4", "an entry of a list cannot begin here"),
    Case("a: b\nc\nd: e", at: "3:1", colon, note: "2:1 the colon should follow what begins here"),
    Case("a: b\nc", at: "2:2", colon, note: "2:1 the colon should follow what begins here"),
    Case(
      "a:\n    b: c\n  d: e", at: "3:3", fit, note: "1:1 the lines that it should fit begin here"),
    Case(
      "a:\n  - b\n  c: d", at: "3:3", "an entry of a list must begin with '- '",
      note: "2:3 the list begins here"),
    Case("a: 'b' c", at: "1:8", fit, note: "1:1 the lines that it should fit begin here"),
    Case(
      #"a: "\d""#, at: "1:5", "this letter has no meaning after '\\' in double quotes",
      note: "1:4 the opening quote stands here"),
    Case("a: [,]", at: "1:5", "a text or a closing bracket is missing"),
    Case("a: [\n", at: "1:5", "a text or a closing bracket is missing"),
    Case(
      "a: b\n\tc: d", at: "2:1", "a tab stands where only blanks may stand",
      note: "1:4 the text begins here"),
    Case(
      "a: |\n\tb", at: "2:1", "a tab stands where only blanks may stand",
      note: "1:4 the text begins here"),
    Case("a: \u{1}b", at: "1:4", "control characters are not allowed"),
    Case("é: 👍\n  \0", at: "2:3", "control characters are not allowed"),
    Case("a: b\r\nc: \u{7F}", at: "2:4", "control characters are not allowed"),
  ])
  func aTextThatIsNoYAMLIsToldInPlainWords(_ test: Case) {
    let (root, diagnostics) = YAMLReader.read(Array(test.text.utf8), file: "f")
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == [.syntax])
    let fault = diagnostics.first
    #expect(fault.map { "\($0.location)" } == "f:\(test.place)")
    #expect(fault?.message == test.message)
    #expect(fault?.hint?.isEmpty == false)
    let note = fault?.notes.first.map { note in
      "\(note.location.position.line):\(note.location.position.column) \(note.message)"
    }
    #expect(note == test.note)
  }

  @Test func faultsBeforeASyntaxFaultAreToldAsWell() {
    let text = "a: &b c\na: d\n? [e]\n: f\ng: *b\nh: 'i\n"
    let codes = YAMLReader.read(Array(text.utf8), file: "f").diagnostics.map(\.code)
    #expect(codes == [.anchor, .duplicateKey, .keyIsNoText, .alias, .syntax])
  }

  @Test func noTextTraps() {
    // All pairs and some triples of what has a meaning in YAML, in each of three places.
    let pieces = [
      "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@",
      "`", " ", "\n", "\t", "\r", "a", "---", "...", "\\", "<<", "\u{85}", "\u{2028}",
    ]
    for first in pieces {
      for second in pieces {
        for text in ["\(first)\(second)", "a: \(first)\(second)", "- \(first) \(second)\nb"] {
          let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
          #expect(root != nil || !diagnostics.isEmpty, "\(text.debugDescription)")
          let lines = text.unicodeScalars.filter {
            "\n\r".unicodeScalars.contains($0)
          }
          for fault in diagnostics {
            #expect(fault.location.position.line <= lines.count + 1, "\(text.debugDescription)")
          }
        }
      }
    }
  }
}
