import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct StepTests {
  @Test func stepsOfAllFindingsStandInTheOrderOfTime() throws {
    let answer = try RuleSet(
      [],
      [
        .rule("yes", .yes, do: [.to("last"), .to("second", by: "today")]),
        .rule("no", .no, do: [.to("fourth", by: "two weeks"), .to("first", by: "now")]),
        .rule("remark", nil, do: [.to("third", by: "24 hours")]),
      ]
    ).answer()
    #expect(answer.steps.map(\.what) == ["first", "second", "third", "fourth", "last"])
  }

  @Test func stepsDueAtOnceStandInTheOrderOfTheFindings() throws {
    let answer = try RuleSet(
      [],
      [
        .rule("yes", .yes, do: [.to("third", by: "now")]),
        .rule("no", .no, do: [.to("first", by: "now"), .to("second", by: "immediately")]),
      ]
    ).answer()
    #expect(answer.steps.map(\.what) == ["first", "second", "third"])
  }

  @Test func theSameStepIsOrderedOnceWithAllThatItRestsOn() throws {
    let answer = try RuleSet(
      [],
      [
        .rule("one", .no, do: [.to("tell", by: "now", cite: ["1", "2"])]),
        .rule(
          "two", .no, do: [.to("tell", by: "now", cite: ["2", "3"]), .to("tell", by: "today")]),
      ]
    ).answer()
    #expect(
      answer.steps == [
        .to("tell", by: "now", cite: ["1", "2", "3"]), .to("tell", by: "today"),
      ])
  }

  /// What is ordered whatever the missing fact turns out to be must not be lost.
  @Test func aStepThatEveryPossibleRuleOrdersIsOrdered() throws {
    let answer = try RuleSet(
      [.yesNo("x")],
      [
        .rule("one", .no, .when("x"), do: [.to("tell")], contacts: ["hr"]),
        .rule("two", .no, .unless("x"), do: [.to("tell")], contacts: ["hr"]),
      ]
    ).answer()
    #expect(answer.unasked.isEmpty)
    #expect(answer.steps.map(\.what) == ["tell"])
    #expect(answer.contacts == ["hr"])
  }

  @Test func aConditionThatEveryPossibleRuleSetsIsShown() throws {
    let answer = try RuleSet(
      [.yesNo("x")],
      [
        .rule("one", .yesIf, .when("x"), provided: ["safe"]),
        .rule("two", .yesIf, .unless("x"), provided: ["safe"]),
      ]
    ).answer()
    #expect(answer.unasked.isEmpty)
    #expect(answer.provided.map(\.that) == ["safe"])
  }
}

@Suite struct ProvisoTests {
  @Test(arguments: Verdict.allCases)
  func conditionsAreShownOnlyWhereThePersonMayStillGoAhead(_ verdict: Verdict) throws {
    let answer = try RuleSet(
      [], [.rule("rule", verdict), .rule("remark", nil, provided: ["safe"])]
    ).answer()
    #expect(answer.provided.isEmpty == ![.askFirst, .yesIf, .yes].contains(verdict))
  }

  @Test func aBanHidesTheConditionsOfWhatItOutranks() throws {
    let rules: [Rule] = [.rule("if", .yesIf, provided: ["safe"]), .rule("no", .no)]
    #expect(try RuleSet([], rules).answer().provided.isEmpty)
  }

  @Test func theSameConditionIsShownOnceWithAllThatItRestsOn() throws {
    let answer = try RuleSet(
      [],
      [
        .rule("one", .yesIf, provided: ["safe"], cite: ["1"]),
        .rule("two", .yesIf, provided: ["legal", "safe"], cite: ["2"]),
      ]
    ).answer()
    #expect(answer.provided.map(\.that) == ["safe", "legal"])
    #expect(answer.provided.first?.citations == ["1", "2"].map(Citation.policy))
  }
}
