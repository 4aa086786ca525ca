import Diagnostics
import PolicyModel
import Testing

@testable import Scenarios

@Suite struct ScenarioTableTests {
  private static let header = "scenario,organisation,topic,pan,gloves,verdict,cite\r\n"

  private static let row = "a,kitchen,pans,hot,no,no,rules 1\n"

  @Test func aMisspeltColumnIsToldOnceAndSuggested() {
    let table = Self.header.replacing("verdict", with: "verdct") + Self.row
    let faults = Kitchen.run(table, file: "f.csv").diagnostics
    #expect(faults.map(\.hint) == ["did you mean 'verdict'?"])
  }

  @Test func aRowIsAScenario() {
    let table =
      Self.header + "one,kitchen,pans,hot,no,no,rules 1\r\n\r\n"
      + "\"two, \"\"quoted\"\"\",kitchen,pans,cold,,yes,\r\n"
    let (results, diagnostics, _) = Kitchen.run(table, file: "f.csv")
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(results.map(\.scenario.name) == ["one", "two, \"quoted\""])
    #expect(Kitchen.allHold(results))
    #expect(results.map(\.scenario.location.position.line) == [2, 4])
  }

  @Test func listsHaveSemicolonsAndFactsMayBeMarked() {
    let table =
      "scenario,organisation,topic,fact.pan,tools,verdict,cite\n"
      + "s,kitchen,pans,cold,tongs; spoon,yes,rules 2; rules 2\n"
    let (results, diagnostics, _) = Kitchen.run(table, file: "f.csv")
    #expect(diagnostics.isEmpty)
    #expect(results[0].scenario.facts["tools"] == .options(["tongs", "spoon"]))
    #expect(results[0].scenario.expectation.cite?.value.count == 2)
  }

  @Test(arguments: [
    ("", "1:1 S006"), ("scenario,,pan\na,b,c\n", "1:10 S006"),
    ("scenario,pan,pan\na,hot,hot\n", "1:14 S006"),
    (header + "a,kitchen,pans,hot,no,no,rules 1,x\n", "2:34 S006"),
    (header + "\"a,kitchen,pans\n", "2:1 S006"),
    (header + "\"a\"b,kitchen,pans,hot,no,no,rules 1\n", "2:4 S006"),
    (header + "a,kitchen,pans,hod,no,no,rules 1\n", "2:16 S001"),
    (header + "a,kitchen,pans,hot,no,no,rules 9\n", "2:26 S001"),
    (header.replacing("gloves", with: "glove") + "a,kitchen,pans,hot,no,no,\n", "1:33 S001"),
    (header.replacing("verdict", with: "verdct") + row + row, "1:40 S001"),
    (header.replacing("scenario", with: "scenaro") + row + row, "1:1 S001"),
    (header.replacing("scenario,", with: "") + "kitchen,pans,hot,no,no,\n", "1:1 S006"),
    ("\"scenario,organisation\n" + row, "1:1 S006"),
  ]) func faultsAreNamedWhereTheyStand(_ table: String, _ expected: String) {
    let faults = Kitchen.run(table, file: "f.csv").diagnostics.map {
      "\($0.location.position.line):\($0.location.position.column) \($0.code.rawValue)"
    }
    #expect(faults == [expected])
  }

  /// They count as one error, for what is wrong once is told once.
  @Test(arguments: [
    header.replacing("gloves", with: "pan") + "a,kitchen,pans,cold,hot,yes,\n",
    header + "\"a\"b,kitchen,pans,hot,no,no,\nc,kitchen,pans,cold,,yes,\n",
    header + "c,kitchen,pans,cold,,yes,\n\"a,kitchen,pans\n",
  ]) func rowsThatCannotBeReadAsMeantAreNotTried(_ table: String) {
    let file = ScenarioFile(name: "f.csv", bytes: Array(table.utf8))
    let set = ScenarioSet([file], knowledge: Kitchen.knowledge)
    #expect(set.faulty.count == 1)
    #expect(set.scenarios.map(\.name) == (table.contains("c,kitchen") ? ["c"] : []))
  }

  @Test func acceptingRewritesCells() {
    let table =
      Self.header
      + "one,kitchen,pans,hot,no,yes,\"rules 2; rules 3\" \n".replacing(" \n", with: "\n")
    let (results, _, file) = Kitchen.run(table, file: "f.csv")
    let accepted = AcceptedFiles(accepting: results, in: [file]).files
    #expect(
      accepted.map { String(decoding: $0.bytes, as: UTF8.self) }
        == [Self.header + "one,kitchen,pans,hot,no,no,rules 1\n"])
  }
}
