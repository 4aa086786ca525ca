import Diagnostics
import Testing

@testable import YAMLReading

/// Folded values are taken out of a text before libyaml sees it; what comes of it must be the same.
@Suite struct FoldedValueTests {
  /// The tree of a text with the ends of its values, and its faults.
  private struct Outcome: Equatable {
    let tree: String?
    let ends: [SourcePosition]
    let faults: [Diagnostic]
  }

  private func outcome(_ root: YAMLNode?, _ faults: [Diagnostic]) -> Outcome {
    Outcome(tree: root?.dump, ends: root.map(ends) ?? [], faults: faults)
  }

  private func ends(_ node: YAMLNode) -> [SourcePosition] {
    [node.end]
      + (node.isMapping
        ? node.entries.flatMap { ends($0.value) } : node.isSequence ? node.items.flatMap(ends) : [])
  }

  private func expectTheSame(_ text: String) {
    var composer = YAMLComposer(KeptText(Array(text.utf8)).withoutMark, file: "f")
    let root = composer.composeDocument()
    let read = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(
      outcome(read.root, read.diagnostics) == outcome(root, composer.diagnostics),
      "\(text.debugDescription)")
  }

  private func taken(_ text: String) -> [String] {
    let lighter = KeptText(Array(text.utf8)).withFoldedValuesBeside()
    return lighter.folded.map { String(decoding: lighter.foldedBytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("a: >-\n  one,\n  two\nb: 1\n", ["one, two"]),
    ("a:\n  b: >-\n    # one: |\n    two \n\n\n  c: >-\n     x\nd: 1\n", ["# one: | two ", "x"]),
    ("- a: 1\n  b: >-\n    - one\n- c\n", ["- one"]),
    ("a: >-\n  one\n", []), ("a: >-\n\n  one\nb: 1\n", []), ("a: >-\nb: 1\n", []),
    ("a: >-\n  one\n   two\nb: 1\n", []), ("a: >-\n   one\n  two\nb: 1\n", []),
    ("a: >-\n  one\n\n  two\nb: 1\n", []), ("a: >-\n  one\n \nb: 1\n", []),
    ("- a: >-\n    one\n- b\n", []), ("\"a\": >-\n  one\nb: 1\n", []),
    ("a: >- \n  one\nb: 1\n", []),
    ("a: >-\n  öne\nb: 1\n", []), ("a: >-\n  o\tne\nb: 1\n", []), ("a: >-\r\n  one\r\nb: 1\n", []),
    ("# a: >-\n  one\nb: 1\n", []), ("a: >\n  one\nb: 1\n", []), ("a: |-\n  one\nb: 1\n", []),
  ]) func simpleTextsStandBeside(_ text: String, _ expected: [String]) {
    #expect(taken(text) == expected)
    expectTheSame(text)
  }

  @Test(arguments: [
    "a: |\n  b: >-\n    one\n  c\nd: 1\n", "a: >-\n  b: >-\n    one\nd: 1\n",
    "a: \"\n  b: >-\n    one\n  c\"\nd: 1\n", "a: 'x\n\n  b: >-\n    one\n  c'\nd: 1\n",
    "a: x\n  b: >-\n    one\nd: 1\n", "{\n  b: >-\n    one\n  , c: 1}\n",
    "a: [\n  b: >-\n    one\n  ]\n",
    "a: {\n  b: >-\n    one\n  }\nc: >-\n  one\nd: 1\n", "? a\n  b: >-\n    one\n: c\n",
    "- a: 1\n  - b: >-\n  x\nc\n", "a: >-\n  one\n b: 1\n", "a: >-\n  one\n# c\nb: 1\n",
    "a: >-\n  one\n   # c\nb: 1\n", "--- |\nb: >-\n  one\nc\n", "a: >-\n  one\n---\nb: 1\n",
    "a: >-\n  one\n...\n", "a: >-\n  one\na: >-\n  two\nb: &x 1\n", "a: >-\n  one\nb: [\n",
    "a: 1\n\tb: >-\n  one\nc: 1\n", "\u{FEFF}a: >-\n  one\nb: 1\n", "a: >-\n  one\n\u{85}\nb: 1\n",
    "ä: \u{2028}\nb: >-\n  one\nc: >-\n  two\nd: *x\n", "a: >-\n  one\nb: \u{7}\n",
  ]) func whatOnlyLooksSoIsReadAsItIs(_ text: String) {
    expectTheSame(text)
  }

  /// Half of what comes of these parts is no YAML.
  @Test func whateverIsPutTogetherIsReadTheSame() {
    let parts = [
      "a: >-\n", "b: >-\n", "c: >-\n", "  a: >-\n", "  b: >-\n", "    c: >-\n", "- a: >-\n",
      "- b: >-\n", "  one\n",
      "  two, three\n", "    four\n", "    five # six\n", "      seven\n", "\n", "\n", "d: 1\n",
      "  e: 2\n",
      "- f\n", "g: |\n", "h:\n", "  i:\n", "j: \"k\n", "  l\"\n", "m: [\n", "  ]\n", "# n\n",
      "o: 'p\n",
    ]
    var dice = Dice(state: 1)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...9, using: &dice)
      expectTheSame((0..<count).map { _ in parts.randomElement(using: &dice) ?? "" }.joined())
    }
  }

  /// The same throws in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  @Test func entriesLeftOutAndFoldedValuesGoTogether() {
    let text = "a: >-\n  one\nb:\n  x: >-\n    two\n\nc: >-\n  three\n  four\nd: 1\n"
    let read = YAMLReader.read(Array(text.utf8), file: "f", leavingOut: { $0 == "b" })
    #expect(
      read.root?.dump
        == #"1:1{1:1 a: 1:4"one", 3:1 b: 3:3"", 7:1 c: 7:4"three four", 10:1 d: 10:4"1"}"#)
    #expect(
      read.root.map(ends)?[1...3] == [
        SourcePosition(line: 3, column: 1), SourcePosition(line: 3, column: 3),
        SourcePosition(line: 10, column: 1),
      ])
  }
}
