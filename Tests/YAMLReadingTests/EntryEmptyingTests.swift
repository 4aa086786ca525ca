import Diagnostics
import Testing

@testable import YAMLReading

@Suite struct EntryEmptyingTests {
  /// What is kept of a text that comes in pieces of so many bytes, with an empty line for each that is left
  /// out before another.
  private func emptied(
    _ text: String, indentedBy indentation: Int = 0, inPiecesOf size: Int
  ) -> String {
    let bytes = Array(text.utf8)
    var emptying = EntryEmptying(indentedBy: indentation) { $0 == "b" }
    for start in stride(from: 0, to: bytes.count, by: size) {
      emptying.add(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    let kept = emptying.finish()
    var shown: [Substring] = []
    let lines = String(decoding: kept.bytes, as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let place = kept.original(SourcePosition(line: number + 1, column: 1)).line
      shown += [Substring](repeating: "", count: place - 1 - shown.count) + [Substring(line)]
    }
    return shown.joined(separator: "\n")
  }

  @Test(arguments: [
    ("a: 1\nb: 2\nc: 3", "a: 1\nb:\nc: 3"),
    ("b:\n  x: 1\n\n  # c: 2\n# d\nc: 3\n", "b:\n\n\n\n\nc: 3\n"),
    ("b: |\n  c: 3\n  d", "b:\n"),
    ("b:\r\n  x: 1\r\nc: 3\r\n", "b:\n\nc: 3\r\n"),
    ("# b: 1\na:\n  b: 2\n", "# b: 1\na:\n  b: 2\n"),
    ("\"b\": 1\n  2\nc: 3", "\"b\":\n\nc: 3"),
    ("? b\n: 2\nb:3\n", "? b\n: 2\nb:3\n"), ("\"b: 1\n'b': 2\n", "\"b: 1\n'b': 2\n"),
    ("- b: 1\n", "- b: 1\n"), ("", ""), ("b", "b"), ("b:", "b:"), ("\n", "\n"),
  ]) func onlyValuesOfNamedEntriesGo(_ text: String, _ expected: String) {
    for size in [1, 2, 3, 5, 100] {
      #expect(emptied(text, inPiecesOf: size) == expected, "\(size)")
    }
  }

  @Test(arguments: [
    ("a:\n  b: 1\n  c: 2\nb: 3\n", "a:\n  b:\n  c: 2\nb: 3\n"),
    ("a:\n  b: >-\n    x,\n    y\n  # z\n  c: 2\n", "a:\n  b:\n\n\n\n  c: 2\n"),
    ("a:\n  b:\n    b: 1\nc:\n   b: 1\n", "a:\n  b:\n\nc:\n   b: 1\n"),
    ("  b:\n    x\n#\n\na", "  b:\n\n\n\na"), (" b: 1\n", " b: 1\n"), ("  b", "  b"), ("  ", "  "),
  ]) func entriesOfInnerMappingsGoByTheirIndentation(_ text: String, _ expected: String) {
    for size in [1, 2, 3, 5, 100] {
      #expect(emptied(text, indentedBy: 2, inPiecesOf: size) == expected, "\(size)")
    }
  }

  @Test(arguments: [
    "a: {x: 1}\nb:\n  - 1\n  - 2\nc: [\n", "a: 1\nb:\n  - 1\n  - 2\na: 2\n",
    "b:\n  1\na: 1\rd: 2\r\nb:\n  1\na: 2\n", "b:\n  1\nä: \u{85}\n\u{2028}c: 2\nb:\n  1\nc: [\n",
    "\u{FEFF}b:\n  1\na: &x 1\nb:\n  1\na: 2\n",
  ]) func whatRemainsKeepsItsLines(_ text: String) {
    let all = YAMLReader.read(Array(text.utf8), file: "f").diagnostics.map(\.location)
    let some = YAMLReader.read(Array(text.utf8), file: "f", leavingOut: { $0 == "b" })
    #expect(!all.isEmpty)
    #expect(some.diagnostics.map(\.location) == all)
  }
}
