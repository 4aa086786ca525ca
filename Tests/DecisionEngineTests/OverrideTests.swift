import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct OverrideTests {
  static let simple = RuleSet(
    [.yesNo("x")],
    [.rule("base", .no), .rule("relaxed", .yes, .when("x"), over: ["base"])])

  /// A is over B and B over C; each holds with a fact of its own.
  static let chain = RuleSet(
    [.yesNo("a"), .yesNo("b"), .yesNo("c")],
    [
      .rule("C", .no, .when("c")), .rule("B", .askFirst, .when("b"), over: ["C"]),
      .rule("A", .yes, .when("a"), over: ["B"]),
    ])

  @Test func aRuleThatHoldsSetsAsideWhatItOverrides() throws {
    let answer = try Self.simple.answer(["x": .yes])
    #expect(answer.found == ["relaxed"])
    #expect(answer.verdict == .yes)
  }

  @Test func aRuleThatFallsSetsNothingAside() throws {
    #expect(try Self.simple.answer(["x": .no]).found == ["base"])
  }

  @Test func whatAnOpenRuleOverridesIsOpenToo() throws {
    let answer = try Self.simple.answer()
    #expect(answer.findings.isEmpty)
    #expect(answer.undecided.map(\.rule) == ["base", "relaxed"])
    #expect(answer.undecided.last?.condition == .when("x"))
    #expect(answer.possibleVerdicts == [.no, .yes])
    #expect(try Self.simple.table().nextFact(after: [:])?.id == "x")
  }

  struct Link: Sendable, CustomTestStringConvertible {
    let holding: [Identifier<Fact>]
    let found: [Identifier<Rule>?]
    var testDescription: String { "\(holding)" }
  }

  @Test(arguments: [
    Link(holding: ["a", "b", "c"], found: ["C", "A"]),
    Link(holding: ["b", "c"], found: ["B"]),
    Link(holding: ["a", "c"], found: ["C", "A"]),
    Link(holding: ["a", "b"], found: ["A"]),
    Link(holding: ["c"], found: ["C"]),
    Link(holding: [], found: [nil]),
  ])
  func aRuleThatIsSetAsideSetsNothingAsideItself(_ link: Link) throws {
    let facts: [Identifier<Fact>] = ["a", "b", "c"]
    let replies = Dictionary(
      uniqueKeysWithValues: facts.map { ($0, link.holding.contains($0) ? Reply.yes : .no) })
    #expect(try Self.chain.answer(replies).found == link.found)
  }

  @Test func theConditionOfARuleNamesTheFactsOfTheWholeChainAboveIt() throws {
    let answer = try Self.chain.answer(["b": .yes, "c": .yes])
    #expect(answer.conditional.isEmpty)
    let open = try #require(answer.undecided.first { $0.rule == "C" })
    #expect(open.condition.facts == ["a"])
  }

  @Test func severalRulesCanSetOneAside() throws {
    let rules = RuleSet(
      [.yesNo("x"), .yesNo("y")],
      [
        .rule("base", .no), .rule("one", .yes, .when("x"), over: ["base"]),
        .rule("two", .yes, .when("y"), over: ["base"]),
      ])
    #expect(try rules.answer(["x": .no, "y": .yes]).found == ["two"])
    #expect(try rules.answer(["x": .no, "y": .no]).found == ["base"])
    #expect(try rules.answer(["y": .yes]).verdict == .yes)
  }

  @Test func aRemarkCanSetARuleAside() throws {
    let answer = try RuleSet([], [.rule("base", .no), .rule("but", nil, over: ["base"])]).answer()
    #expect(answer.found == [nil, "but"])
  }
}
