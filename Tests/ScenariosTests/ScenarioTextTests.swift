import DecisionEngine
import PolicyModel
import Testing

@testable import Scenarios

/// Scenarios written by the program itself.
@Suite struct ScenarioTextTests {
  private static let table = DecisionTable(
    Kitchen.knowledge, organisation: "kitchen", topic: "pans")

  /// Every way of knowing the facts of the topic.
  private static let cases: [[Identifier<Fact>: Reply]] = {
    let pans: [Reply?] = [nil, .notSure] + ["hot", "cold", "lukewarm"].map { .options([$0]) }
    let gloves: [Reply?] = [nil, .notSure] + ["yes", "no"].map { .options([$0]) }
    return pans.flatMap { pan in
      gloves.map { glove in
        var facts: [Identifier<Fact>: Reply] = ["weather": .notSure]
        facts["pan"] = pan
        facts["gloves"] = glove
        return facts
      }
    }
  }()

  @Test func whateverIsSavedHoldsAtOnce() throws {
    let table = try #require(Self.table)
    for facts in Self.cases {
      let draft = ScenarioDraft(facts, in: table, asks: "May I: \"touch\" it?\t\u{1B}")
      let text = try ScenarioDraft.addition(of: [draft, draft], to: nil)
      let (results, diagnostics, file) = Kitchen.run(text)
      #expect(diagnostics.isEmpty, "\(text)")
      #expect(
        results.count == 2 && results.allSatisfy { $0.holds && $0.unneeded.isEmpty }, "\(text)")
      let more = try ScenarioDraft.addition(of: [draft], to: file)
      #expect(Kitchen.run(text + more).results.count == 3)
      #expect(Kitchen.run(text + more).diagnostics.isEmpty)
    }
  }

  @Test func aFileWithoutALastLineEndIsContinued() throws {
    let table = try #require(Self.table)
    let old = Kitchen.scenario("pan: cold", "verdict: yes").dropLast()
    let file = ScenarioFile(name: "f.yaml", bytes: Array(old.utf8))
    let draft = ScenarioDraft(["pan": .options(["hot"])], in: table)
    let text = try ScenarioDraft.addition(of: [draft], to: file)
    #expect(Kitchen.run(old + text).results.map(\.holds) == [true, true])
  }

  @Test(arguments: [
    ("f.csv", "scenario\n"), ("f.yaml", "scenario: [\n"), ("f.yaml", "milk and bread\n"),
    ("f.yaml", "- milk\n"), ("f.yaml", "milk: 2\n"), ("f.yaml", "scenario: a\n---\nmilk: 2\n"),
  ])
  func aFileThatCannotBeContinuedIsLeftAlone(_ name: String, _ text: String) throws {
    let draft = ScenarioDraft([:], in: try #require(Self.table))
    let file = ScenarioFile(name: name, bytes: Array(text.utf8))
    #expect(throws: ScenarioDraft.Obstacle.self) {
      try ScenarioDraft.addition(of: [draft], to: file)
    }
  }

  @Test(arguments: ["pan: hot, gloves: no", "pan: cold", "pan: hot, gloves: yes"])
  func contrastsHoldAndDiffer(_ facts: String) throws {
    let text = Kitchen.scenario(facts, "asked-at-least: [pan]")
    let before = try #require(Kitchen.run(text).results.first?.scenario)
    let contrasts = Contrast.scenarios(to: before, in: Kitchen.knowledge)
    #expect(!contrasts.isEmpty)
    let (results, diagnostics, _) = Kitchen.run(ScenarioText.file(contrasts))
    #expect(diagnostics.isEmpty && Kitchen.allHold(results), "\(contrasts.map(\.text))")
    let table = try #require(Self.table)
    let verdict = table.answer(to: before.facts).verdict
    for result in results {
      let answer = table.answer(to: result.scenario.facts)
      #expect(!answer.possibleVerdicts.contains(verdict))
    }
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("no", "\"no\""), ("", "\"\""), ("a: b", "\"a: b\""),
    ("# a", "\"# a\""), (" a", "\" a\""), ("a\\\"", "\"a\\\\\\\"\""),
    ("a\u{7}", "\"a\\U00000007\""),
    ("it's 7.5", "it's 7.5"), ("[x]", "\"[x]\""),
  ]) func textsAreWrittenSoThatTheyAreReadAgain(_ text: String, _ expected: String) {
    #expect(YAMLText.scalar(text) == expected)
  }
}
