import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct RuleTraceTests {
  static let rules = RuleSet(
    [.yesNo("x"), .yesNo("y")],
    [
      .rule("base", .no), .rule("relaxed", .yes, .when("x"), over: ["base"]),
      .rule("other", .act, .all([.when("x"), .not(.when("y"))])),
    ])

  @Test func everyRuleIsTracedInTheOrderOfTheFile() throws {
    let trace = try Self.rules.table().trace(of: ["x": .yes, "y": .yes])
    #expect(trace.map(\.rule) == ["base", "relaxed", "other"])
    #expect(trace.map(\.outcome) == [.setAside(by: "relaxed"), .held, .fell])
  }

  @Test func aRuleIsOpenWhereItsConditionOrItsOverriderIs() throws {
    let trace = try Self.rules.table().trace(of: ["y": .no])
    #expect(trace.map(\.outcome) == [.open, .open, .open])
    #expect(trace.map(\.condition.truth) == [.yes, .open, .open])
  }

  @Test func theTruthOfEveryPartOfAConditionIsTold() throws {
    let trace = try Self.rules.table().trace(of: ["x": .yes])
    let other = try #require(trace.last?.condition)
    #expect(other.condition == Self.rules.rules[2].condition)
    #expect(other.truth == .open)
    #expect(other.parts.map(\.truth) == [.yes, .open])
    #expect(other.parts.last?.parts.map(\.condition) == [.when("y")])
  }

  @Test func aRuleIsSetAsideByTheOverriderThatHolds() throws {
    let rules = RuleSet(
      [.yesNo("x")],
      [
        .rule("base", .no), .rule("one", .yes, .when("x"), over: ["base"]),
        .rule("two", .yes, .unless("x"), over: ["base"]),
      ])
    #expect(try rules.table().trace(of: ["x": .no]).first?.outcome == .setAside(by: "two"))
  }
}
