import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct OfferedOptionsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let fact: Fact
    let named: Condition
    let offered: [Identifier<Option>]
    var testDescription: String { "\(fact.kind) \(named)" }
  }

  @Test(arguments: [
    Case(
      fact: .several("f", "a", "b", "c", "none"), named: .when("f", "a", "c"),
      offered: ["a", "c", "none"]),
    Case(
      fact: .several("f", "a", "b", "none"), named: .not(.when("f", "b")), offered: ["b", "none"]),
    Case(fact: .several("f", "a", "b", "c"), named: .when("f", "a"), offered: ["a", "b", "c"]),
    Case(fact: .one("f", "a", "b", "none"), named: .when("f", "a"), offered: ["a", "b", "none"]),
    Case(
      fact: .several("f", "a", "none"), named: .when("other", "yes"), offered: ["a", "none"]),
    // Where a rule names the exclusive option, an option that no rule names is not the same as it.
    Case(
      fact: .several("f", "a", "b", "none"), named: .when("f", "none"),
      offered: ["a", "b", "none"]),
  ])
  func onlyOptionsThatComeToTheSameAsNoneAreLeftOut(_ row: Case) throws {
    let table = try RuleSet(
      [row.fact, .yesNo("other")],
      [.rule("r", .no, row.named), .rule("s", .act, .when("other"))]
    ).table()
    #expect(table.offeredOptions(of: row.fact).map(\.id) == row.offered)
  }
}

@Suite struct ForeignReplyTests {
  static let rules = RuleSet(
    [.yesNo("x"), .several("f", "a", "none")],
    [.rule("no", .no, .when("x")), .rule("act", .act, .when("f", "a"))])

  @Test(
    arguments: [
      ["unheard-of": .yes], ["unheard-of": .notSure], ["x": .of("maybe")], ["x": .of()],
      ["f": .of("b")],
    ] as [Replies])
  func whatTheTopicHasNoUseForChangesNothing(_ replies: Replies) throws {
    let table = try Self.rules.table()
    #expect(table.answer(to: replies) == table.answer(to: [:]))
    #expect(table.nextFact(after: replies)?.id == "x")
    #expect(table.possibleVerdicts(after: replies) == table.possibleVerdicts(after: [:]))
    #expect(table.trace(of: replies) == table.trace(of: [:]))
  }

  /// The reply says nothing, so the fact is as if it had not been asked.
  @Test func aFactIsStillAskedAfterAReplyThatNamesNoneOfItsOptions() throws {
    let table = try RuleSet([.yesNo("x")], [.rule("no", .no, .when("x"))]).table()
    #expect(table.nextFact(after: ["x": .of("maybe")])?.id == "x")
    #expect(table.answer(to: ["x": .of("maybe")]).unasked == ["x"])
  }

  @Test func anUnknownOptionBesideAKnownOneIsPassedOver() throws {
    let table = try Self.rules.table()
    #expect(
      table.answer(to: ["x": .no, "f": .of("b", "a")])
        == table.answer(to: ["x": .no, "f": .of("a")]))
  }
}

@Suite struct DecisionTableTests {
  @Test func thereIsNoTableWithoutRules() {
    let knowledge = ForeignReplyTests.rules.knowledge
    #expect(DecisionTable(knowledge, organisation: "other", topic: "topic") == nil)
    #expect(DecisionTable(knowledge, organisation: "council", topic: "other") == nil)
  }

  @Test func theSameCaseHasTheSameAnswerEveryTime() throws {
    for seed in 0..<40 {
      let generated = try Generated(seed: seed)
      let again = try Generated(seed: seed)
      let replies = generated.replies(to: seed % generated.cases.count)
      for (fact, _) in replies {
        var partial = replies
        partial[fact] = nil
        #expect(generated.table.answer(to: partial) == again.table.answer(to: partial))
        #expect(generated.table.trace(of: partial) == again.table.trace(of: partial))
        let first = generated.table.nextFact(after: partial)
        #expect(first?.id == again.table.nextFact(after: partial)?.id)
      }
    }
  }
}
