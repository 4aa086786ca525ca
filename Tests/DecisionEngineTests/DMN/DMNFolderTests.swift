import Foundation
import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct DMNModelTests {
  /// A table that a decision calls as a function, its inputs under other names.
  static let called = """
    <x:definitions xmlns:x="y"><x:decision name="Answer"><x:invocation>
    <x:literalExpression><x:text>Rules</x:text></x:literalExpression>
    <x:binding><x:parameter name="Who"/>
    <x:literalExpression><x:text>Person.Role</x:text></x:literalExpression></x:binding>
    </x:invocation></x:decision>
    <x:businessKnowledgeModel name="Rules"><x:encapsulatedLogic>TABLE</x:encapsulatedLogic>
    </x:businessKnowledgeModel></x:definitions>
    """

  @Test func aDecisionThatCallsATableNamesItsInputs() throws {
    let table = DMNFile(inputs: ["Who"], rules: [[#""client""#, #""no""#]]).table
      .replacing("</", with: "</x:").replacing(/<(\w)/) { "<x:\($0.1)" }
    let model = try DMNModel(Data(Self.called.replacing("TABLE", with: table).utf8))
    #expect(model.skipped.isEmpty && model.tables == 1)
    #expect(model.decisions["Answer"]?.inputs == ["Person.Role"])
    let person = """
      <testCases xmlns:xsi="x"><testCase><inputNode name="Person"><component name="Role">
      \(DMNFile.value("client"))</component></inputNode><resultNode name="Answer"><expected>
      \(DMNFile.value("no"))</expected></resultNode></testCase></testCases>
      """
    var report = DMNReport()
    try report.add(model, cases: [("cases.xml", Data(person.utf8))])
    #expect(report.passed == 1, "\(report)")
  }

  @Test func aTableThatNoDecisionHasIsReported() throws {
    let table = DMNFile(rules: []).table
    let model = try DMNModel(
      DMNFile.model(
        """
        <decision name="Deep"><context><contextEntry>\(table)</contextEntry></context></decision>
        <businessKnowledgeModel name="Alone"><encapsulatedLogic>\(table)</encapsulatedLogic>
        </businessKnowledgeModel>
        """))
    #expect(model.tables == 2 && model.decisions.isEmpty)
    #expect(model.skipped.map(\.owner) == ["Deep", "Alone"])
    #expect(Set(model.skipped.map(\.reason)) == ["no decision has just this table"])
  }

  @Test func aFolderIsRunFileByFileAndWhatCannotBeReadIsReported() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dmn-\(UUID())")
    let inner = folder.appending(path: "level/one")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let inputs = ["Who": "client"]
    let good = DMNFile.cases(inputs, expected: DMNFile.value("no"))
    let wrong = DMNFile.cases(inputs, expected: DMNFile.value("yes"))
    let file = DMNFile(inputs: ["Who"], rules: [[#""client""#, #""no""#]])
    try file.data.write(to: inner.appending(path: "model.dmn"))
    try good.write(to: inner.appending(path: "good.xml"))
    try wrong.write(to: inner.appending(path: "wrong.xml"))
    let foreign = String(decoding: wrong, as: UTF8.self).replacing("model.dmn", with: "b.dmn")
    try Data(foreign.utf8).write(to: inner.appending(path: "foreign.xml"))
    try Data("<definitions>".utf8).write(to: folder.appending(path: "broken.dmn"))
    let report = try DMNReport.run(folder: folder)
    #expect(report.passed == 1 && report.failures.count == 1)
    #expect(report.failures.first?.hasPrefix("wrong.xml 1 Answer: ") == true)
    #expect(report.tables == 1 && report.tablesRun == 1)
    #expect(report.skippedTables.count == 1)
    #expect(report.description.contains("a file that cannot be read"))
  }
}

/// Tables drawn at random against the words of the standard, one hit policy after the other.
@Suite struct GeneratedTablesTests {
  static let texts: [DMNValue] = [.text("a"), .text("b"), .text("c"), .nothing]
  static let numbers: [DMNValue] = [0, 1, 1.5, 2, 2.5, 3, 4].map { .number($0) } + [.nothing]
  static let cells = [
    ["-", #""a""#, #""b""#, #""a", "c""#], ["-", "1", "1,3", "<2", ">=2", "[1..2)", "(1..3]"],
    ["-", "true", "false"],
  ]

  @Test(arguments: DMNTable.HitPolicy.allCases)
  func theEngineSaysWhatTheHitPolicyMeans(_ policy: DMNTable.HitPolicy) throws {
    for seed in 0..<150 {
      var numbers = SeededNumbers(seed: seed)
      let rules = try (0..<numbers.below(6)).map { _ in
        let rank = numbers.below(3)
        return DMNTable.Rule(
          cells: try Self.cells.map { try DMNCell(numbers.pick($0)) },
          result: .text(["x", "y", "z"][rank]), rank: [rank])
      }
      let table = DMNTable(policy, inputs: ["t", "n", "b"], rules: rules, otherwise: .text("none"))
      let topic = try DMNTopic(table)
      for _ in 0..<20 {
        let values = [
          numbers.pick(Self.texts), numbers.pick(Self.numbers),
          numbers.pick([.truth(true), .truth(false), .nothing]),
        ]
        let result = try topic.outcome(of: values)
        #expect(result == .result(Self.meaning(of: table, values)), "seed \(seed), \(values)")
      }
    }
  }

  /// The result by the words of the standard, without the engine.
  private static func meaning(of table: DMNTable, _ values: [DMNValue]) -> DMNValue {
    let hits = table.rules.filter { zip($0.cells, values).allSatisfy { $0.holds(for: $1) } }
    let ranked = hits.enumerated().sorted {
      ($0.element.rank[0], $0.offset) < ($1.element.rank[0], $1.offset)
    }.map(\.element.result)
    guard let first = hits.first else { return table.otherwise }
    switch table.hitPolicy {
    case .unique: return hits.count == 1 ? first.result : .nothing
    case .any: return hits.allSatisfy { $0.result == first.result } ? first.result : .nothing
    case .first: return first.result
    case .priority: return ranked[0]
    case .collect, .ruleOrder: return .list(hits.map(\.result))
    case .outputOrder: return .list(ranked)
    }
  }
}
