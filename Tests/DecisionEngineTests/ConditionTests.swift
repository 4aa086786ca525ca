import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct ConditionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let condition: Condition
    var replies: Replies = [:]
    let truth: Truth
    init(_ condition: Condition, _ replies: Replies = [:], _ truth: Truth) {
      self.condition = condition
      self.replies = replies
      self.truth = truth
    }
    var testDescription: String { "\(condition) after \(replies)" }
  }

  static let facts: [Fact] = [
    .yesNo("x"), .one("who", "client", "friend", "stranger"),
    .several("what", "secret", "photo", "praise", "none"),
  ]

  @Test(arguments: [
    Case(.when("who", "client"), [:], .open),
    Case(.when("who", "client"), ["who": .notSure], .open),
    Case(.when("who", "client"), ["who": .of("client")], .yes),
    Case(.when("who", "client"), ["who": .of("friend")], .no),
    Case(.when("who", "client", "friend"), ["who": .of("friend")], .yes),
    Case(.when("who", "client", "friend", "stranger"), [:], .yes),
    Case(.when("who"), [:], .no),
    Case(.when("what", "secret"), ["what": .of("photo", "secret")], .yes),
    Case(.when("what", "secret", "praise"), ["what": .of("photo", "praise")], .yes),
    Case(.when("what", "secret", "praise"), ["what": .of("photo")], .no),
    Case(.when("what", "none"), ["what": .of("none")], .yes),
    Case(.when("what", "secret"), ["what": .of("none")], .no),
    Case(.not(.when("what", "secret", "photo")), ["what": .of("none")], .yes),
    Case(.when("what", "secret", "photo", "praise"), [:], .open),
    Case(.when("what", "secret", "photo", "praise", "none"), [:], .yes),
    Case(.always, [:], .yes),
    Case(.any([]), [:], .no),
    Case(.all([.when("x"), .when("who", "client")]), ["x": .yes], .open),
    Case(.all([.when("x"), .when("who", "client")]), ["x": .no], .no),
    Case(.all([.when("x"), .when("who", "client")]), ["x": .yes, "who": .of("client")], .yes),
    Case(.any([.when("x"), .when("who", "client")]), ["x": .yes], .yes),
    Case(.any([.when("x"), .when("who", "client")]), ["x": .no], .open),
    Case(.not(.when("x")), ["x": .no], .yes),
    Case(.not(.when("x")), [:], .open),
    Case(.not(.any([.when("x"), .not(.when("who", "client"))])), ["x": .no], .open),
    Case(.when("unheard-of", "yes"), [:], .no),
  ])
  func aConditionHoldsAsFarAsTheFactsAreKnown(_ row: Case) throws {
    // The second rule makes every fact one that the table knows.
    let all = Condition.any([.when("x"), .when("who", "client"), .when("what", "secret")])
    let table = try RuleSet(Self.facts, [.rule("r", .no, row.condition), .rule("s", nil, all)])
      .table()
    #expect(table.trace(of: row.replies).first?.condition.truth == row.truth)
  }

  struct Left: Sendable, CustomTestStringConvertible {
    let condition: Condition
    let replies: Replies
    let left: Condition
    var testDescription: String { "\(condition) after \(replies)" }
  }

  @Test(arguments: [
    Left(
      condition: .all([.when("x"), .when("who", "client")]), replies: ["x": .yes],
      left: .when("who", "client")),
    Left(
      condition: .any([.when("x"), .when("who", "client")]), replies: ["x": .no],
      left: .when("who", "client")),
    Left(
      condition: .all([.when("x"), .not(.when("who", "client"))]), replies: ["x": .yes],
      left: .not(.when("who", "client"))),
    Left(
      condition: .when("who", "client", "friend"),
      replies: ["who": .of("friend", "stranger")], left: .when("who", "friend")),
  ])
  func onlyTheOpenPartOfAConditionIsLeft(_ row: Left) throws {
    let answer = try RuleSet(Self.facts, [.rule("r", .no, row.condition)]).answer(row.replies)
    let open = answer.undecided + answer.conditional
    #expect(open.first { $0.rule == "r" }?.condition == row.left)
  }
}
