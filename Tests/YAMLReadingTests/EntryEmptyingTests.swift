import Diagnostics
import Testing

@testable import YAMLReading

@Suite struct EntryEmptyingTests {
  private func emptied(_ text: String) -> String {
    String(decoding: Array(text.utf8).emptyingEntries { $0 == "b" }, as: UTF8.self)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\nc: 3", "a: 1\nb:\nc: 3"),
    ("b:\n  x: 1\n\n  # c: 2\n# d\nc: 3\n", "b:\n\n\n\n\nc: 3\n"),
    ("b: |\n  c: 3\n  d", "b:\n\n"),
    ("b:\r\n  x: 1\r\nc: 3\r\n", "b:\n\nc: 3\r\n"),
    ("# b: 1\na:\n  b: 2\n", "# b: 1\na:\n  b: 2\n"),
    ("\"b\": 1\n  2\nc: 3", "\"b\":\n\nc: 3"),
    ("? b\n: 2\nb:3\n", "? b\n: 2\nb:3\n"), ("\"b: 1\n'b': 2\n", "\"b: 1\n'b': 2\n"),
    ("- b: 1\n", "- b: 1\n"), ("", ""), ("b", "b"), ("b:", "b:"), ("\n", "\n"),
  ]) func onlyValuesOfNamedEntriesGo(_ text: String, _ expected: String) {
    #expect(emptied(text) == expected)
  }

  @Test(arguments: [
    ("a:\n  b: 1\n  c: 2\nb: 3\n", "a:\n  b:\n  c: 2\nb: 3\n"),
    ("a:\n  b: >-\n    x,\n    y\n  # z\n  c: 2\n", "a:\n  b:\n\n\n\n  c: 2\n"),
    ("a:\n  b:\n    b: 1\nc:\n   b: 1\n", "a:\n  b:\n\nc:\n   b: 1\n"),
    ("  b:\n    x\n#\n\na", "  b:\n\n\n\na"), (" b: 1\n", " b: 1\n"), ("  b", "  b"), ("  ", "  "),
  ]) func entriesOfInnerMappingsGoByTheirIndentation(_ text: String, _ expected: String) {
    let kept = Array(text.utf8).emptyingEntries(indentedBy: 2) { $0 == "b" }
    #expect(String(decoding: kept, as: UTF8.self) == expected)
  }

  @Test func whatRemainsKeepsItsLines() {
    let text = "a: {x: 1}\nb:\n  - 1\n  - 2\nc: [\n"
    let all = YAMLReader.read(Array(text.utf8), file: "f").diagnostics.map(\.location)
    let some = YAMLReader.read(Array(text.utf8), file: "f", leavingOut: { $0 == "b" })
    #expect(some.diagnostics.map(\.location) == all)
  }
}
