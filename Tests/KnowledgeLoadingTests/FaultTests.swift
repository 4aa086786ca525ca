import Diagnostics
import FoundationEssentials
import Testing

@Suite struct FaultTests {
  static let cases =
    FaultCase.files + FaultCase.texts + FaultCase.factsAndTopics + FaultCase.organisation
    + FaultCase.rules + FaultCase.rulesTogether + FaultCase.consequences

  @Test(arguments: cases)
  func aFixtureGivesExactlyTheDiagnosticsItNames(_ test: FaultCase) throws {
    let (set, expected) = try test.files()
    let result = try set.load()
    var unmet = expected
    for fault in result.diagnostics {
      if let index = unmet.firstIndex(where: { $0.isMet(by: fault) }) {
        unmet.remove(at: index)
      } else {
        Issue.record("not expected:\n\(fault)")
      }
    }
    for expectation in unmet { Issue.record("not given:\n\(expectation)") }
    #expect(!result.diagnostics.isEmpty)
    #expect(result.diagnostics == result.diagnostics.sorted())
    let isUsable = result.diagnostics.allSatisfy { $0.severity == .warning }
    #expect((result.knowledge != nil) == isUsable)
  }

  @Test func everyCodeOfAFileHasAFixture() throws {
    let expected = try Set(Self.cases.flatMap { try $0.files().expected.map(\.code) })
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter { "YK".contains($0.prefix(1)) }
    for code in codes { #expect(expected.contains(code), "\(code) has no fixture") }
  }

  /// All messages in one file, to be read as somebody reads them who has to mend the knowledge.
  @Test func theMessagesAreThoseThatWereReadAndApproved() throws {
    let reports = try Self.cases.map { test in
      "== \(test.testDescription)\n\(try test.files().set.load().report)\n"
    }
    try expectGolden(reports.joined(separator: "\n"), "messages.txt")
  }
}

/// Demands that a text is what stands in a fixture, or writes it there with `UPDATE_GOLDEN=1`.
func expectGolden(_ text: String, _ name: String) throws {
  let path = "\(KnowledgeSet.fixtures)/\(name)"
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: URL(filePath: path))
    return
  }
  guard let golden = FileManager.default.contents(atPath: path) else {
    Issue.record("\(path) is missing; UPDATE_GOLDEN=1 swift test writes it")
    return
  }
  let expected = String(decoding: golden, as: UTF8.self).components(separatedBy: "\n")
  let difference = text.components(separatedBy: "\n").difference(from: expected)
  for change in difference {
    switch change {
    case .insert(let offset, let line, _): Issue.record("\(name):\(offset + 1): new: \(line)")
    case .remove(let offset, let line, _): Issue.record("\(name):\(offset + 1): gone: \(line)")
    }
  }
}
