import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct OtherwiseTests {
  @Test(arguments: Verdict.allCases)
  func whatIsSaidOtherwiseAnswersWhereNoRuleWithAVerdictHolds(_ verdict: Verdict) throws {
    let rules = RuleSet(
      [.yesNo("x")], [.rule("no", .no, .when("x")), .rule("remark", nil)],
      otherwise: .saying(verdict, contacts: ["hr"]))
    #expect(try rules.answer(["x": .no]).verdict == verdict)
    #expect(try rules.answer(["x": .no]).found.contains(nil))
    #expect(try rules.answer(["x": .yes]).found == ["no", "remark"])
  }

  @Test(arguments: [
    (Verdict.act, Verdict.act), (.no, .no), (.askFirst, .askFirst), (.yesIf, .yesIf),
    (.yes, .yes), (.note, .silent),
  ])
  func aSilentRuleGivesWayToEveryVerdictButNote(_ other: Verdict, _ verdict: Verdict) throws {
    let answer = try RuleSet([], [.rule("silent", .silent), .rule("other", other)]).answer()
    #expect(answer.verdict == verdict)
    #expect(Set(answer.found) == ["silent", "other"])
  }

  @Test func aSilentRuleKeepsWhatIsSaidOtherwiseAway() throws {
    #expect(try RuleSet([], [.rule("silent", .silent)]).answer().found == ["silent"])
  }
}

@Suite struct FallbackTests {
  struct Named: Sendable, CustomTestStringConvertible {
    let rules: [Rule]
    let contacts: [Identifier<Contact>]
    let isFallbackNamed: Bool
    var testDescription: String { rules.map { $0.id.text }.joined(separator: ", ") }
  }

  @Test(arguments: [
    Named(rules: [.rule("silent", .silent)], contacts: ["desk"], isFallbackNamed: true),
    Named(
      rules: [.rule("silent-hr", .silent, contacts: ["hr"])], contacts: ["hr", "desk"],
      isFallbackNamed: true),
    Named(rules: [.rule("no", .no)], contacts: ["desk"], isFallbackNamed: true),
    Named(rules: [.rule("no-hr", .no, contacts: ["hr"])], contacts: ["hr"], isFallbackNamed: false),
    Named(
      rules: [.rule("no", .no), .rule("remark", nil, contacts: ["hr"])], contacts: ["hr"],
      isFallbackNamed: false),
    Named(
      rules: [.rule("silent", .silent), .rule("yes-hr", .yes, contacts: ["hr"])],
      contacts: ["hr"], isFallbackNamed: false),
    Named(
      rules: [.rule("no-hr", .no, contacts: ["hr", "legal"]), .rule("hr", nil, contacts: ["hr"])],
      contacts: ["hr", "legal"], isFallbackNamed: false),
  ])
  func theFallbackIsNamedInASilentAnswerAndWhereNobodyElseIs(_ named: Named) throws {
    let answer = try RuleSet([], named.rules).answer()
    #expect(answer.contacts == named.contacts)
    #expect((answer.fallback != nil) == named.isFallbackNamed)
  }

  @Test func somebodyIsNamedWhoCanSettleWhatThePersonIsNotSureOf() throws {
    let rules = RuleSet(
      [.yesNo("x")],
      [
        .rule("no", .no, .when("x")), .rule("yes", .yes), .rule("hr", nil, contacts: ["hr"]),
      ])
    #expect(try rules.answer(["x": .notSure]).contacts == ["hr", "desk"])
    #expect(try rules.answer(["x": .yes]).contacts == ["hr"])
  }
}
