import Diagnostics
import Foundation
import Testing
import YAMLReading

@testable import KnowledgeLoading
@testable import Scenarios

/// What the schemas say of a file is what the decoders take.
@Suite struct SchemaTests {
  /// The number of faults of a code, by the last part of a path where it is in the message.
  private func count(_ code: DiagnosticCode, _ faults: [Diagnostic], naming path: String) -> Int {
    let name = path.split(separator: "/").last ?? ""
    return faults.count { $0.code == code && $0.message.contains("'\(name)'") }
  }

  private static let cases = Decoding.kinds.flatMap { kind in [(kind, false), (kind, true)] }

  @Test(arguments: cases) func everyFieldOfASchemaIsRead(_ kind: String, _ second: Bool) throws {
    let shape = try #require(Decoding.shapes[kind])
    let text = Sample(takesSecond: second).text(shape)
    let found = try Decoding.diagnostics(kind, text, takesSecond: second)
    let unread = found.filter { $0.code == .unknownField || $0.code == .missingField }
    #expect(unread.isEmpty, "\(unread)\n\(text)")
    #expect(!found.contains { $0.code == .syntax }, "\(found)\n\(text)")
  }

  @Test(arguments: cases) func whatMustBeThereIsTheSameForBoth(
    _ kind: String, _ second: Bool
  ) throws {
    // A fact that is no yes or no needs options with labels, which a schema cannot say shortly.
    let conditional: Set<String> = ["/*/options", "/*/options/*/label"]
    let shape = try #require(Decoding.shapes[kind])
    let whole = Sample(takesSecond: second).text(shape)
    for (path, isRequired) in Sample.paths(shape) where !conditional.contains(path) {
      let text = Sample(takesSecond: second, without: path).text(shape)
      // One of two ways to write a value may not have the field.
      guard text != whole else { continue }
      let found = try Decoding.diagnostics(kind, text, takesSecond: second)
      // Contacts of a fallback that are left out are missed in other words.
      let missed =
        count(.missingField, found, naming: path) > 0
        || found.contains { $0.message.contains("names no contact") }
      #expect(missed == isRequired, "\(path): \(found)")
    }
  }

  @Test(arguments: cases) func noOtherFieldIsTaken(_ kind: String, _ second: Bool) throws {
    let shape = try #require(Decoding.shapes[kind])
    let whole = Sample(takesSecond: second).text(shape)
    let mappings = Set(
      Sample.paths(shape).map { path, _ in
        path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      })
    for path in mappings {
      let text = Sample(takesSecond: second, surprising: path).text(shape)
      guard text != whole else { continue }
      let found = try Decoding.diagnostics(kind, text, takesSecond: second)
      #expect(count(.unknownField, found, naming: "surprise") == 1, "\(path): \(found)")
    }
  }

  @Test(arguments: cases) func noOtherShapeIsTaken(_ kind: String, _ second: Bool) throws {
    let shape = try #require(Decoding.shapes[kind])
    let whole = Sample(takesSecond: second).text(shape)
    let before = try Decoding.diagnostics(kind, whole, takesSecond: second)
    for (path, _) in Sample.paths(shape) {
      let text = Sample(takesSecond: second, spoiling: path).text(shape)
      guard text != whole else { continue }
      let found = try Decoding.diagnostics(kind, text, takesSecond: second)
      #expect(!Set(found).subtracting(before).isEmpty, "\(path)")
    }
  }

  @Test func everyShippedFileIsRightByItsSchema() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Knowledge").path
    var checked: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where path.hasSuffix(".yaml") {
      let kind = Self.kind(of: path)
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
      let validator = try Validator(kind)
      for document in YAMLReader.readAll(bytes, file: path).documents {
        let faults = validator.faults(of: document)
        #expect(faults.isEmpty, "\(path): \(faults.prefix(3))")
        checked[kind, default: 0] += 1
      }
    }
    #expect(checked.keys.sorted() == (Decoding.kinds + ["demo"]).sorted(), "\(checked)")
    #expect((checked["rules"] ?? 0) > 100 && (checked["scenario"] ?? 0) > 400)
  }

  private static func kind(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if parts[0] == "scenarios" { return "scenario" }
    if parts[0] == "demos" { return "demo" }
    if parts.count == 1 { return String(parts[0].dropLast(".yaml".count)) }
    if parts[1] == "rules" { return "rules" }
    return parts[1] == "organisation.yaml" ? "organisation" : "document"
  }

  @Test(arguments: [
    ("rules", "{ topic: a, fallback: b, rules: [], otherwise: { verdict: silent, say: x } }", true),
    ("rules", "{ topic: a, fallback: b, rules: [], otherwise: { verdict: maybe, say: x } }", false),
    ("rules", "{ topic: a, fallback: b, rules: {}, otherwise: { verdict: no, say: x } }", false),
    (
      "rules",
      "{ topic: a, fallback: b, rules: [{ id: c, say: x, when: { not: { f: o } } }], otherwise: { verdict: no, say: x } }",
      true
    ),
    (
      "rules",
      "{ topic: a, fallback: b, rules: [{ id: c, say: x, when: { not: f } }], otherwise: { verdict: no, say: x } }",
      false
    ),
    ("topics", "{ a: { title: A, facts: [b, c] } }", true),
    ("topics", "{ A b: { title: A } }", false), ("topics", "{ a: { titel: A } }", false),
    ("document", "{ a b: { } }", false), ("words", "{ groups: { a: 'b, c' } }", true),
  ]) func theSchemaSaysWhatIsWrong(_ kind: String, _ text: String, _ isRight: Bool) throws {
    let document = try #require(YAMLReader.read(Array(text.utf8), file: "f").0)
    #expect(try Validator(kind).faults(of: document).isEmpty == isRight)
  }
}
