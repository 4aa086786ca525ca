import Foundation
import PolicyModel
import Testing

@testable import DecisionEngine

/// A published file in small, written for these tests.
struct DMNFile {
  var policy = #"hitPolicy="UNIQUE""#
  var inputs = ["Who", "Age"]
  /// The element of an output with its values.
  var outputs = ["<output/>"]
  /// The entries of each rule, the outputs last.
  var rules: [[String]]
  var name = "Answer"

  var table: String {
    let columns = inputs.map {
      "<input><inputExpression><text>\($0)</text></inputExpression></input>"
    }
    let rows = rules.map { entries in
      let cells = entries.enumerated().map { place, text in
        let kind = place < inputs.count ? "inputEntry" : "outputEntry"
        return "<\(kind)><text><![CDATA[\(text)]]></text></\(kind)>"
      }
      return "<rule>\(cells.joined())</rule>"
    }
    return
      "<decisionTable \(policy)>\((columns + outputs + rows).joined(separator: "\n"))</decisionTable>"
  }

  var data: Data { Self.model(#"<decision name="\#(name)">\#(table)</decision>"#) }

  static func model(_ text: String) -> Data {
    Data(
      #"<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">\#(text)</definitions>"#
        .utf8)
  }

  /// An output that lists its values in the order of their priority.
  static func output(_ values: String, name: String = "") -> String {
    "<output name=\"\(name)\"><outputValues><text>\(values)</text></outputValues></output>"
  }

  /// A file of test cases with one case, given as the text of its values.
  static func cases(_ inputs: [String: String], expected: String, of decision: String = "Answer")
    -> Data
  {
    let nodes = inputs.map { "<inputNode name=\"\($0.key)\">\(value($0.value))</inputNode>" }
    return Data(
      """
      <testCases xmlns:xsi="x"><modelName>model.dmn</modelName><testCase id="1">\(nodes.joined())
      <resultNode name="\(decision)"><expected>\(expected)</expected></resultNode>
      </testCase></testCases>
      """.utf8)
  }

  /// The element of a value; `null` is none.
  static func value(_ text: String) -> String {
    let type =
      Double(text) != nil ? "decimal" : ["true", "false"].contains(text) ? "boolean" : "string"
    return text == "null"
      ? #"<value xsi:nil="true"/>"# : #"<value xsi:type="xsd:\#(type)">\#(text)</value>"#
  }

  static func list(_ texts: String...) -> String {
    "<list>\(texts.map { "<item>\(value($0))</item>" }.joined())</list>"
  }
}

@Suite struct DMNReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: DMNFile
    let inputs: [String: String]
    let expected: String
    var testDescription: String { name }

    init(_ name: String, _ file: DMNFile, _ inputs: [String: String], _ expected: String) {
      self.name = name
      self.file = file
      self.inputs = inputs
      self.expected = expected
    }

    func report() throws -> DMNReport {
      var report = DMNReport()
      let cases = DMNFile.cases(inputs, expected: expected)
      try report.add(try DMNModel(file.data), cases: [("cases.xml", cases)])
      return report
    }
  }

  static let unique = DMNFile(rules: [
    [#""client", "tenant""#, ">=18", #""no""#], [#""client","tenant""#, "<18", #""ask""#],
    [#""a friend, or \"mate\"""#, "-", #""yes""#], [#""boss""#, "40", #""old""#],
    [#""boss""#, "(40..50]", #""older""#], [#""boss""#, "]50..60[", #""oldest""#],
  ])
  static func overlapping(_ policy: String, _ output: String = "<output/>") -> DMNFile {
    DMNFile(
      policy: policy, inputs: ["Who", "Known"], outputs: [output],
      rules: [
        [#""client""#, "-", #""no""#], ["-", "true", #""yes""#], ["-", "true, false", #""act""#],
      ])
  }
  static let first = overlapping(#"hitPolicy="FIRST""#)
  static let order = DMNFile.output(#""act", "yes", "no""#)
  static let priority = overlapping(#"hitPolicy="PRIORITY""#, order)
  static let two = DMNFile(
    inputs: ["Who"], outputs: [DMNFile.output("1, 2.5", name: "Rate"), #"<output name="Level"/>"#],
    rules: [[#""client""#, "2.5", "true"], [#""boss""#, "1", "null"]])
  static let fallingBack = DMNFile(
    inputs: ["Who"],
    outputs: ["<output><defaultOutputEntry><text>\"none\"</text></defaultOutputEntry></output>"],
    rules: [[#""client""#, #""no""#]])

  static let cases = [
    Case("a list", unique, ["Who": "tenant", "Age": "18"], DMNFile.value("no")),
    Case("a comparison", unique, ["Who": "tenant", "Age": "17.9"], DMNFile.value("ask")),
    Case(
      "quotes and commas in a string", unique, ["Who": "a friend, or \"mate\"", "Age": "1"],
      DMNFile.value("yes")),
    Case("a number", unique, ["Who": "boss", "Age": "40"], DMNFile.value("old")),
    Case("an open end", unique, ["Who": "boss", "Age": "40.5"], DMNFile.value("older")),
    Case("a closed end", unique, ["Who": "boss", "Age": "50"], DMNFile.value("older")),
    Case("reversed brackets", unique, ["Who": "boss", "Age": "59"], DMNFile.value("oldest")),
    Case("past all ranges", unique, ["Who": "boss", "Age": "60"], DMNFile.value("null")),
    Case("another value", unique, ["Who": "stranger", "Age": "18"], DMNFile.value("null")),
    Case("null is another value", unique, ["Who": "tenant", "Age": "null"], DMNFile.value("null")),
    Case("a text is no number", unique, ["Who": "18", "Age": "18"], DMNFile.value("null")),
    Case("the first that holds", first, ["Who": "client", "Known": "true"], DMNFile.value("no")),
    Case("not the last", first, ["Who": "boss", "Known": "true"], DMNFile.value("yes")),
    Case("the last alone", first, ["Who": "boss", "Known": "false"], DMNFile.value("act")),
    Case("priority", priority, ["Who": "client", "Known": "true"], DMNFile.value("act")),
    Case("the only one", priority, ["Who": "client", "Known": "null"], DMNFile.value("no")),
    Case(
      "unique rules that overlap", overlapping(#"hitPolicy="UNIQUE""#),
      ["Who": "client", "Known": "false"], DMNFile.value("null")),
    Case(
      "any of different ones", overlapping(#"hitPolicy="ANY""#),
      ["Who": "client", "Known": "false"], DMNFile.value("null")),
    Case(
      "collected in any order", overlapping(#"hitPolicy="COLLECT""#),
      ["Who": "client", "Known": "true"], DMNFile.list("yes", "act", "no")),
    Case(
      "rule order", overlapping(#"hitPolicy="RULE ORDER""#), ["Who": "client", "Known": "true"],
      DMNFile.list("no", "yes", "act")),
    Case(
      "output order", overlapping(#"hitPolicy="OUTPUT ORDER""#, order),
      ["Who": "client", "Known": "true"], DMNFile.list("act", "yes", "no")),
    Case(
      "two outputs", two, ["Who": "client"],
      """
      <component name="Rate">\(DMNFile.value("2.5"))</component>
      <component name="Level">\(DMNFile.value("true"))</component>
      """),
    Case("what is said otherwise", fallingBack, ["Who": "boss"], DMNFile.value("none")),
  ]

  @Test(arguments: cases) func aCaseHasItsResult(_ row: Case) throws {
    let report = try row.report()
    #expect(report.failures.isEmpty && report.passed == 1, "\(report)")
  }

  @Test(arguments: cases) func anotherResultIsAFailure(_ row: Case) throws {
    let wrong = Case(row.name, row.file, row.inputs, DMNFile.value("wrong"))
    #expect(try wrong.report().failures.count == 1)
    #expect(try wrong.report().passed == 0)
  }

  @Test func aListWithOneMoreOrOneLessIsAFailure() throws {
    let file = Self.overlapping(#"hitPolicy="COLLECT""#)
    for expected in [DMNFile.list("no", "act"), DMNFile.list("no", "act", "yes", "yes")] {
      let row = Case("", file, ["Who": "client", "Known": "true"], expected)
      #expect(try row.report().failures.count == 1)
    }
  }

  struct Skip: Sendable, CustomTestStringConvertible {
    let reason: String
    let file: DMNFile
    var testDescription: String { reason }
  }

  @Test(arguments: [
    Skip(reason: "aggregation SUM", file: overlapping(#"hitPolicy="COLLECT" aggregation="SUM""#)),
    Skip(reason: "hit policy BEST", file: overlapping(#"hitPolicy="BEST""#)),
    Skip(
      reason: "an order of outputs that is not listed", file: overlapping(#"hitPolicy="PRIORITY""#)),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["x.y", "-", "1"]])),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["not(1)", "-", "1"]])),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["-", "-", "1 + 1"]])),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["-", "-", ""]])),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["1,,2", "-", "1"]])),
    Skip(
      reason: "an expression that is no literal", file: DMNFile(rules: [[#""open"#, "-", "1"]])),
    Skip(reason: "an expression that is no literal", file: DMNFile(rules: [["nan", "-", "1"]])),
    Skip(
      reason: "a comparison with something other than a number",
      file: DMNFile(rules: [["-", "> limit", "1"]])),
    Skip(
      reason: "a comparison with something other than a number",
      file: DMNFile(rules: [["-", "[1..limit]", "1"]])),
    Skip(reason: "a test for null", file: DMNFile(rules: [["null", "-", "1"]])),
    Skip(reason: "no output", file: DMNFile(outputs: [], rules: [])),
    Skip(
      reason: "a rule with more or fewer entries than the table has columns",
      file: DMNFile(rules: [["-", "1"]])),
    Skip(
      reason: "an input with more than 64 different values",
      file: DMNFile(inputs: ["Age"], rules: (0..<40).map { ["\($0)", "1"] })),
  ])
  func aTableThatCannotBeRunIsReportedWithItsReason(_ row: Skip) throws {
    let report = try Case("", row.file, ["Who": "a", "Age": "1"], DMNFile.value("1")).report()
    #expect(report.skippedTables == [row.reason: 1])
    #expect(report.skippedCases == ["a result of a table that was skipped": 1])
    #expect(report.tables == 1 && report.tablesRun == 0)
    #expect(report.passed == 0 && report.failures.isEmpty)
  }

  @Test func aCaseThatCannotBeRunIsReportedWithItsReason() throws {
    let row = Case("", Self.unique, ["Who": "tenant"], DMNFile.value("no"))
    #expect(try row.report().skippedCases == ["an input that the case does not give: Age": 1])
    var report = DMNReport()
    let dated = DMNFile.cases(["Who": "tenant", "Age": "1"], expected: DMNFile.value("no"))
    let text = String(decoding: dated, as: UTF8.self).replacing("decimal", with: "date")
    let other = DMNFile.cases([:], expected: DMNFile.value("no"), of: "Other")
    try report.add(
      try DMNModel(Self.unique.data),
      cases: [("a", Data(text.utf8)), ("b", other), ("c", Data("<testCases>".utf8))])
    #expect(
      report.skippedCases == [
        "a value of type date": 1, "a result that is made by no table": 1,
        "a file that is not well-formed": 1,
      ])
    #expect(report.passed == 0)
  }

  @Test(arguments: [
    ("", 0), ("no markup", 1), ("<a>\n<b>\n</a>", 3), ("<a/><b/>", 1), ("<a x=1/>", 1),
    ("<a>&unheard-of;</a>", 1), (#"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///x">]><a>&e;</a>"#, 1),
  ])
  func markupThatIsNotWellFormedIsRefused(_ text: String, _ line: Int) {
    #expect(throws: Markup.Fault(line: line)) { try DMNModel(Data(text.utf8)) }
  }
}
