import Diagnostics
import Testing
import YAMLReading

/// What a table of YAML texts says about one of them.
struct YAMLCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text.debugDescription }

  /// The tree of the text, or what is wrong with it.
  var outcome: String { Self.outcome(of: Array(text.utf8)) }

  static func outcome(of bytes: [UInt8]) -> String {
    let (root, diagnostics) = YAMLReader.read(bytes, file: "f")
    let lines = diagnostics.map(\.description)
    return ((root.map { [$0.dump] } ?? []) + lines).joined(separator: "\n")
  }
}
