import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct VerdictTests {
  static let outranking: [Verdict] = [.act, .no, .askFirst, .yesIf, .yes, .silent, .note]

  @Test(arguments: outranking.indices)
  func aVerdictOutranksAllThatFollowIt(_ place: Int) throws {
    for later in Self.outranking.indices.dropFirst(place) {
      let answer = try RuleSet(
        [], [.rule("lax", Self.outranking[later]), .rule("strict", Self.outranking[place])]
      ).answer()
      #expect(answer.verdict == Self.outranking[place])
      #expect(answer.possibleVerdicts == [Self.outranking[place]])
      #expect(answer.isSettled)
    }
  }

  @Test func everyRuleThatHoldsIsAFindingTheStricterFirstAndRemarksLast() throws {
    let answer = try RuleSet(
      [],
      [
        .rule("remark", nil), .rule("note", .note), .rule("yes", .yes), .rule("no-1", .no),
        .rule("other-remark", nil), .rule("act", .act), .rule("no-2", .no), .rule("ask", .askFirst),
        .rule("if", .yesIf), .rule("silent", .silent),
      ]
    ).answer()
    #expect(
      answer.found == [
        "act", "no-1", "no-2", "ask", "if", "yes", "silent", "note", "remark", "other-remark",
      ])
    #expect(answer.deciding.map(\.rule) == ["act"])
  }

  @Test func aRemarkNeverDecides() throws {
    let answer = try RuleSet([], [.rule("remark", nil, contacts: ["hr"])]).answer()
    #expect(answer.verdict == .silent)
    #expect(answer.found == [nil, "remark"])
    #expect(answer.contacts == ["hr", "desk"])
  }

  @Test func aRuleThatDoesNotHoldIsNoFinding() throws {
    let answer = try RuleSet(
      [.yesNo("x")], [.rule("no", .no, .when("x")), .rule("yes", .yes, .unless("x"))]
    ).answer(["x": .no])
    #expect(answer.found == ["yes"])
    #expect(answer.undecided.isEmpty && answer.conditional.isEmpty)
  }

  @Test func aClauseIsCitedOnceInTheOrderInWhichItIsTold() throws {
    let answer = try RuleSet(
      [], [.rule("yes", .yes, cite: ["1", "2"]), .rule("no", .no, cite: ["3", "2"])]
    ).answer()
    #expect(answer.citations == ["3", "2", "1"].map(Citation.policy))
  }
}
