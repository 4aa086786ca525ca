import Diagnostics
import Testing
import YAMLReading

@Suite struct YAMLTreeTests {
  @Test(arguments: [
    YAMLCase("verdict: no", #"1:1{1:1 verdict: 1:10"no"}"#),
    YAMLCase("a: yes", #"1:1{1:1 a: 1:4"yes"}"#),
    YAMLCase("a: 1.0", #"1:1{1:1 a: 1:4"1.0"}"#),
    YAMLCase("a: ~", #"1:1{1:1 a: 1:4"~"}"#),
    YAMLCase("a: null", #"1:1{1:1 a: 1:4"null"}"#),
    YAMLCase("a: 2020-08", #"1:1{1:1 a: 1:4"2020-08"}"#),
    YAMLCase("a: 0x1F", #"1:1{1:1 a: 1:4"0x1F"}"#),
    YAMLCase("7.5: x", #"1:1{1:1 7.5: 1:6"x"}"#),
    YAMLCase("a:", #"1:1{1:1 a: 1:3""}"#),
    YAMLCase("a: 'it''s no'", #"1:1{1:1 a: 1:4"it\'s no"}"#),
    YAMLCase(#"a: "x\ty\u00e9""#, #"1:1{1:1 a: 1:4"x\ty\u{E9}"}"#.replacing(#"\u{E9}"#, with: "é")),
    YAMLCase("a: one\n  two\n\n  three", #"1:1{1:1 a: 1:4"one two\nthree"}"#),
    YAMLCase("a: |\n  one\n   two\nb: c", #"1:1{1:1 a: 1:4"one\n two\n", 4:1 b: 4:4"c"}"#),
    YAMLCase("a: >-\n  one\n  two\n", #"1:1{1:1 a: 1:4"one two"}"#),
    YAMLCase("a: b\n - c", #"1:1{1:1 a: 1:4"b - c"}"#),
    YAMLCase("a: b]", #"1:1{1:1 a: 1:4"b]"}"#),
    YAMLCase("plain text", #"1:1"plain text""#),
    YAMLCase("--- a\n...\n", #"1:5"a""#),
  ])
  func aScalarOfAnyStyleStaysText(_ test: YAMLCase) {
    #expect(test.outcome == test.expected)
  }

  @Test(arguments: [
    YAMLCase("- a\n-   b\n- - c", #"1:1[1:3"a", 2:5"b", 3:3[3:5"c"]]"#),
    YAMLCase("a: [b, 'c', [ ]]", #"1:1{1:1 a: 1:4[1:5"b", 1:8"c", 1:13[]]}"#),
    YAMLCase("{a: b,\n c: {}}", #"1:1{1:2 a: 1:5"b", 2:2 c: 2:5{}}"#),
    YAMLCase("a:\n  b: c\n  d:\n  - e", #"1:1{1:1 a: 2:3{2:3 b: 2:6"c", 3:3 d: 4:3[4:5"e"]}}"#),
    YAMLCase("- a: b\n  c: d", #"1:1[1:3{1:3 a: 1:6"b", 2:3 c: 2:6"d"}]"#),
    YAMLCase("[a: b]", #"1:1[1:2{1:2 a: 1:5"b"}]"#),
    YAMLCase("{a, b}", #"1:1{1:2 a: 1:3"", 1:5 b: 1:6""}"#),
    YAMLCase("? a\n: b", #"1:1{1:3 a: 2:3"b"}"#),
  ])
  func listsAndMappingsKeepTheirPlaces(_ test: YAMLCase) {
    #expect(test.outcome == test.expected)
  }

  @Test(arguments: [
    YAMLCase("é: x", #"1:1{1:1 é: 1:4"x"}"#),
    YAMLCase("👍🏽: x", #"1:1{1:1 👍🏽: 1:5"x"}"#),
    YAMLCase("[e\u{301}, x]", "1:1[1:2\"e\u{301}\", 1:6\"x\"]"),
    YAMLCase("[שלום, x]", #"1:1[1:2"שלום", 1:8"x"]"#),
    YAMLCase("a: x\r\nb: y\r\n", #"1:1{1:1 a: 1:4"x", 2:1 b: 2:4"y"}"#),
    YAMLCase("a: x\rb: y", #"1:1{1:1 a: 1:4"x", 2:1 b: 2:4"y"}"#),
    YAMLCase("\u{FEFF}a: x\nb: y", #"1:1{1:1 a: 1:4"x", 2:1 b: 2:4"y"}"#),
    YAMLCase("\u{FEFF}# why\na: x", #"2:1{2:1 a: 2:4"x"}"#),
    YAMLCase("# why\n\na: x # because\n  # more\nb: c#d", #"3:1{3:1 a: 3:4"x", 5:1 b: 5:4"c#d"}"#),
  ])
  func columnsCountUnicodeScalarsInEveryKindOfFile(_ test: YAMLCase) {
    #expect(test.outcome == test.expected)
  }

  /// What editors take for no end of a line is none.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func signsOfOldYAMLEndNoLine(_ sign: String) {
    let value = "x\(sign)y".debugDescription
    let next = #", 2:1 b: 2:4"z"}"#
    #expect(YAMLCase("a: \"x\(sign)y\"\nb: z", "").outcome == "1:1{1:1 a: 1:4\(value)\(next)")
    #expect(YAMLCase("a: x\(sign)y\nb: z", "").outcome == "1:1{1:1 a: 1:4\(value)\(next)")
    #expect(YAMLCase("# x\(sign)y: [\na: b", "").outcome == #"2:1{2:1 a: 2:4"b"}"#)
    #expect(YAMLCase("a: x\(sign)y\nb: 'z", "").outcome.hasPrefix("f:2:6: error: the closing"))
  }

  @Test func aLargeFlatFileIsRead() {
    let lines = (0..<20_000).map { "key-\($0): value \($0)" }
    let (root, diagnostics) = YAMLReader.read(
      Array(lines.joined(separator: "\n").utf8), file: "f")
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries)? = root?.content else {
      Issue.record("the file is no mapping")
      return
    }
    #expect(entries.count == lines.count)
    #expect(entries.last?.keyLocation.position.line == lines.count)
  }

  @Test func nestingIsReadAsDeepAsTheLimit() {
    let depth = YAMLReader.deepestNesting
    let text =
      String(repeating: "[", count: depth - 1) + "x" + String(repeating: "]", count: depth - 1)
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(root != nil)
    #expect(diagnostics.isEmpty)
  }
}

@Suite struct LeavingOutTests {
  @Test func whatIsLeftOutKeepsItsPlace() throws {
    let text = "a: { x: [1, { y: 2 }], z: &n 3 }\nb: kept\nc:\n  - d\n  - a: e\n"
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f") { $0 != "b" }
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries) = try #require(root).content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["a", "b", "c"])
    #expect(entries.map(\.value.shape) == ["nothing", "a text", "nothing"])
    #expect(entries.map(\.keyLocation.position.line) == [1, 2, 3])
  }

  @Test func manyKeysAreToldApart() {
    let text = (0..<40).map { "key\($0): \($0)\n" }.joined() + "key3: again\nkey30: again\n"
    let (_, diagnostics) = YAMLReader.read(Array(text.utf8), file: "f")
    #expect(
      diagnostics.map(\.message).sorted().map { $0.contains("stands twice") } == [true, true])
  }
}
