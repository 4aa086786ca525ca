import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct NotSureTests {
  static let rules = RuleSet(
    [.yesNo("x"), .yesNo("closed"), .yesNo("y")],
    [
      .rule("no", .no, .when("x"), do: [.to("decline")]),
      .rule("yes", .yes, .unless("x"), do: [.to("enjoy")]),
      .rule("always", nil, do: [.to("think")]), .rule("aside", nil, .when("closed"), cite: ["1"]),
    ])

  @Test func theStrictestPossibleVerdictIsAdvisedUntilTheFactIsKnown() throws {
    let answer = try Self.rules.answer(["x": .notSure])
    #expect(answer.verdict == .no)
    #expect(answer.possibleVerdicts == [.no, .yes])
    #expect(!answer.isSettled)
    #expect(Set(answer.steps.map(\.what)) == ["decline", "think"])
  }

  @Test func whatHoldsWhateverTheFactTurnsOutToBeIsAFinding() throws {
    #expect(try Self.rules.answer(["x": .notSure]).found == ["always"])
  }

  @Test func eachPossibleVerdictComesWithWhatItDependsOn() throws {
    let answer = try Self.rules.answer(["x": .notSure])
    #expect(answer.undecided.map(\.rule) == ["no", "yes"])
    #expect(answer.undecided.map(\.condition) == [.when("x"), .unless("x")])
  }

  @Test func aRemarkOnAFactNobodyNeedsIsToldWithItsCondition() throws {
    let answer = try Self.rules.answer(["x": .yes])
    #expect(answer.undecided.isEmpty && answer.unasked.isEmpty)
    #expect(answer.conditional.map(\.rule) == ["aside"])
    #expect(answer.conditional.map(\.condition) == [.when("closed")])
  }

  @Test func notSureNotAskedAndSilentAreToldApart() throws {
    let rules = RuleSet([.yesNo("x")], [.rule("no", .no, .when("x"))])
    let unasked = try rules.answer()
    #expect(unasked.unasked == ["x"] && unasked.notSure.isEmpty)
    #expect(unasked.possibleVerdicts == [.no, .silent])
    let notSure = try rules.answer(["x": .notSure])
    #expect(notSure.unasked.isEmpty && notSure.notSure == ["x"])
    #expect(notSure.possibleVerdicts == [.no, .silent])
    let silent = try rules.answer(["x": .no])
    #expect(silent.unasked.isEmpty && silent.notSure.isEmpty)
    #expect(silent.verdict == .silent && silent.isSettled)
  }

  @Test func aFactThatCannotChangeAnythingIsNotAmongThoseNotSure() throws {
    #expect(try Self.rules.answer(["x": .yes, "closed": .notSure]).notSure.isEmpty)
  }

  @Test func whatIsSaidOtherwiseIsUndecidedWhereItCanStillAnswer() throws {
    let answer = try RuleSet([.yesNo("x")], [.rule("no", .no, .when("x"))]).answer()
    #expect(answer.undecided.map(\.rule) == ["no", nil])
  }

  @Test func whatIsSaidOtherwiseIsOpenBesideARuleOfItsOwnVerdict() throws {
    let answer = try RuleSet(
      [.yesNo("x")], [.rule("no", .no, .when("x"))], otherwise: .saying(.no, do: [.to("tell")])
    ).answer()
    #expect(answer.undecided.map(\.rule) == ["no", nil])
  }

  struct Possible: Sendable, CustomTestStringConvertible {
    let replies: Replies
    let verdicts: [Verdict]
    var testDescription: String { "\(replies)" }
  }

  @Test(arguments: [
    Possible(replies: [:], verdicts: [.act, .no, .yes, .silent]),
    Possible(replies: ["x": .yes], verdicts: [.act, .no]),
    Possible(replies: ["x": .notSure, "z": .of("b")], verdicts: [.no, .yes]),
    Possible(replies: ["x": .no, "z": .of("c")], verdicts: [.silent]),
  ])
  func possibleVerdictsAreThoseThatTheOpenFactsAllow(_ row: Possible) throws {
    let table = try RuleSet(
      [.yesNo("x"), .one("z", "a", "b", "c")],
      [
        .rule("act", .act, .when("z", "a")), .rule("no", .no, .when("x")),
        .rule("yes", .yes, .when("z", "b")),
      ]
    ).table()
    #expect(table.possibleVerdicts(after: row.replies) == row.verdicts)
  }
}

@Suite struct SupervaluationTests {
  static let opposites = RuleSet(
    [.yesNo("x")],
    [.rule("no-1", .no, .when("x"), cite: ["1"]), .rule("no-2", .no, .unless("x"), cite: ["2"])])

  @Test func twoRulesForAFactAndItsOppositeSettleTheVerdictTogether() throws {
    let answer = try Self.opposites.answer()
    #expect(answer.possibleVerdicts == [.no])
    #expect(answer.unasked.isEmpty)
    #expect(answer.conditional.map(\.rule) == ["no-1", "no-2"])
  }

  @Test func whatIsSaidOtherwiseIsNotPossibleNextToThem() throws {
    var rules = Self.opposites
    #expect(try rules.answer().undecided.isEmpty)
    rules.rules[1] = .rule("yes", .yes, .unless("x"))
    #expect(try rules.answer().undecided.map(\.rule) == ["no-1", "yes"])
  }

  @Test func aRuleThatHoldsInEveryCaseTakenByItselfIsAFinding() throws {
    let either = Condition.any([.when("x"), .unless("x")])
    let both = Condition.all([.when("x"), .unless("x")])
    let answer = try RuleSet(
      [.yesNo("x")], [.rule("yes", .yes, either), .rule("no", .no, both)]
    ).answer()
    #expect(answer.found == ["yes"])
    #expect(answer.possibleVerdicts == [.yes])
    #expect(answer.undecided.isEmpty && answer.conditional.isEmpty)
  }
}
