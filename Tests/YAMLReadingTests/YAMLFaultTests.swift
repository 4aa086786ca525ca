import Diagnostics
import Testing
import YAMLReading

@Suite struct YAMLFaultTests {
  struct Bytes: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let place: String

    init(_ name: String, _ before: String, _ bytes: [UInt8], at place: String) {
      testDescription = name
      self.bytes = Array(before.utf8) + bytes
      self.place = place
    }
  }

  @Test(arguments: [
    Bytes("byte that never occurs", "a: ", [0xFF], at: "1:4"),
    Bytes("continuation alone", "a: b\nc: ", [0x80, 0x41], at: "2:4"),
    Bytes("overlong slash", "a: é", [0xC0, 0xAF], at: "1:5"),
    Bytes("overlong of three bytes", "é: 👍", [0xE0, 0x80, 0xAF], at: "1:5"),
    Bytes("surrogate", "a:\r\n  b: ", [0xED, 0xA0, 0x80], at: "2:6"),
    Bytes("beyond Unicode", "a\r", [0xF4, 0x90, 0x80, 0x80], at: "2:1"),
    Bytes("truncated at the end", "a: ", [0xE2, 0x82], at: "1:4"),
    Bytes("truncated before a letter", "a: ", [0xC3, 0x62], at: "1:4"),
    Bytes("ISO 8859-1", "name: Caf", [0xE9, 0x0A], at: "1:10"),
    Bytes("UTF-16", "", [0xFF, 0xFE, 0x61, 0x00], at: "1:1"),
    Bytes("after a byte order mark", "\u{FEFF}a: ", [0xFF], at: "1:4"),
  ])
  func bytesThatAreNoUTF8AreFound(_ test: Bytes) {
    #expect(
      YAMLCase.outcome(of: test.bytes) == """
        f:\(test.place): error: this is not valid UTF-8 [Y001]
          hint: save the file in the encoding UTF-8
        """)
  }

  @Test func aFileFullOfFaultsIsGivenUp() {
    let text = "a: 1\n" + String(repeating: "a: 2\n", count: 100_000)
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(root == nil)
    #expect(diagnostics.count == 102)
    #expect(
      diagnostics.last?.message == "more than 100 faults stand in the file, the rest is not read")
  }

  @Test func aFileOfTooManyValuesIsGivenUp() {
    let text = String(repeating: "- [\(String(repeating: "a, ", count: 49))]\n", count: 10_100)
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(root == nil)
    #expect(diagnostics.map(\.location.position.line) == [10_000])
    #expect(
      diagnostics.map(\.message) == [
        "more than 500000 values stand in the file, the rest is not read"
      ])
  }

  @Test(arguments: ["- a\n", "N: a\n"]) func aListOrMappingOfTooManyValuesIsGivenUp(_ line: String)
  {
    let lines = (0..<100_000).map { line.replacing("N", with: "k\($0)") }
    let (root, diagnostics) = YAMLReader.read(Array(lines.joined().utf8), file: "f")
    #expect(root == nil)
    #expect(diagnostics.map(\.location.position.line) == [20_001])
    #expect(
      diagnostics.map(\.message) == [
        "more than 20000 values stand side by side, the rest is not read"
      ])
  }

  @Test(arguments: [
    YAMLCase("", "f:1:1: error: the file is empty [Y003]"),
    YAMLCase("\u{FEFF}", "f:1:1: error: the file is empty [Y003]"),
    YAMLCase("\n\n  \n", "f:1:1: error: the file is empty [Y003]"),
    YAMLCase("# only\n# comments", "f:1:1: error: the file is empty [Y003]"),
    YAMLCase("---\n", "f:1:1: error: the file is empty [Y003]"),
    YAMLCase("''", "f:1:1: error: the file is empty [Y003]"),
  ])
  func anEmptyFileIsRefused(_ test: YAMLCase) {
    #expect(test.outcome == test.expected)
  }

  @Test(arguments: [
    YAMLCase(
      "a: b\n---\nc: d",
      """
      1:1{1:1 a: 1:4"b"}
      f:2:1: error: a second YAML document begins here, a file holds one [Y004]
        hint: remove the line '---' or move what follows to a file of its own
      """),
    YAMLCase(
      "---\n---\nc: d",
      """
      f:2:1: error: a second YAML document begins here, a file holds one [Y004]
        hint: remove the line '---' or move what follows to a file of its own
      """),
    YAMLCase(
      "a: &b c\nd: *b",
      """
      1:1{1:1 a: 1:4"c", 2:1 d: 2:4""}
      f:1:4: error: the anchor 'b' is not allowed [Y006]
        hint: remove '&b'; if the text begins with '&', put it in quotes
      f:2:4: error: the alias 'b' is not allowed [Y005]
        hint: write the value out here
      """),
    YAMLCase(
      "*a",
      """
      f:1:1: error: the alias 'a' is not allowed [Y005]
        hint: write the value out here
      """),
    YAMLCase(
      "a: !!str no\nb: !c [d]",
      """
      1:1{1:1 a: 1:4"no", 2:1 b: 2:4[2:8"d"]}
      f:1:4: error: the tag '!!str' is not allowed [Y007]
        hint: remove the tag; if the text begins with '!', put it in quotes
      f:2:4: error: the tag '!c' is not allowed [Y007]
        hint: remove the tag; if the text begins with '!', put it in quotes
      """),
    YAMLCase(
      "a: &b !c d",
      """
      1:1{1:1 a: 1:4"d"}
      f:1:4: error: the anchor 'b' is not allowed [Y006]
        hint: remove '&b'; if the text begins with '&', put it in quotes
      f:1:4: error: the tag '!c' is not allowed [Y007]
        hint: remove the tag; if the text begins with '!', put it in quotes
      """),
    YAMLCase(
      "? [a, b]\n: c\n? {d: e}\n: f\n'': g\n*h : i",
      """
      1:1{}
      f:1:3: error: what stands before a colon must be a text, found a list [Y008]
        hint: if it is meant as a text, put it in quotes
      f:3:3: error: what stands before a colon must be a text, found a mapping [Y008]
        hint: if it is meant as a text, put it in quotes
      f:5:1: error: what stands before a colon must be a text, found nothing [Y008]
        hint: if it is meant as a text, put it in quotes
      f:6:1: error: the alias 'h' is not allowed [Y005]
        hint: write the value out here
      """),
    YAMLCase(
      "a: b\nc: {d: 1, d: 2}\n'a': e",
      """
      1:1{1:1 a: 1:4"b", 2:1 c: 2:4{2:5 d: 2:8"1"}}
      f:2:11: error: the key 'd' stands twice [Y009]
      f:2:5: note: it stands here first
        hint: rename or remove one of the two
      f:3:1: error: the key 'a' stands twice [Y009]
      f:1:1: note: it stands here first
        hint: rename or remove one of the two
      """),
  ])
  func whatTheKnowledgeHasNoUseForIsRefusedAndReadOver(_ test: YAMLCase) {
    #expect(test.outcome == test.expected)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func nestingWithoutEndIsRefused(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: 100_000).utf8)
    let (root, diagnostics) = YAMLReader.read(bytes, file: "f")
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == [.syntax])
    #expect(diagnostics.first?.location.position.line == 1)
  }

  @Test func nestingBeyondTheLimitIsNamed() {
    let bytes = Array(String(repeating: "[", count: 65).utf8)
    #expect(
      YAMLReader.read(bytes, file: "f").diagnostics.map(\.description) == [
        """
        f:1:65: error: more than 64 values stand inside each other [Y002]
          hint: check indentation, colons, quotes and brackets here and just above
        """
      ])
  }
}
