import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct NextFactTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rules: [Rule]
    var otherwise = Advice.saying(.silent)
    var replies: Replies = [:]
    let asked: Identifier<Fact>?
    var testDescription: String { name }
  }

  static let facts: [Fact] = [.yesNo("x"), .yesNo("y"), .one("z", "a", "b", "c")]

  @Test(arguments: [
    Case(name: "a verdict", rules: [.rule("r", .no, .when("x"))], asked: "x"),
    Case(name: "a step", rules: [.rule("r", nil, .when("x"), do: [.to("tell")])], asked: "x"),
    Case(
      name: "a contact", rules: [.rule("s", .no), .rule("r", nil, .when("x"), contacts: ["hr"])],
      asked: "x"),
    Case(
      name: "a condition",
      rules: [
        .rule("s", .yesIf, provided: ["safe"]),
        .rule("r", .yesIf, .when("x"), provided: ["legal"]),
      ], asked: "x"),
    Case(
      name: "the deadline of a step",
      rules: [
        .rule("s", .act, .when("x"), do: [.to("tell", by: "now")]),
        .rule("r", .act, .unless("x"), do: [.to("tell", by: "today")]),
      ], asked: "x"),
    Case(name: "only a remark", rules: [.rule("r", nil, .when("x"), cite: ["1"])], asked: nil),
    Case(
      name: "only a citation",
      rules: [.rule("s", .no, cite: ["1"]), .rule("r", .no, .when("x"), cite: ["2"])], asked: nil),
    Case(
      name: "only the citation of a step",
      rules: [
        .rule("s", .no, do: [.to("tell", cite: ["1"])]),
        .rule("r", .no, .when("x"), do: [.to("tell", cite: ["2"])]),
      ], asked: nil),
    Case(
      name: "only a note", rules: [.rule("s", .yes), .rule("r", .note, .when("x"))], asked: nil),
    Case(
      name: "a laxer verdict", rules: [.rule("s", .no), .rule("r", .yes, .when("x"))], asked: nil),
    Case(
      name: "a condition that is not shown, next to a ban",
      rules: [.rule("s", .no), .rule("r", .yesIf, .when("x"), provided: ["safe"])], asked: nil),
    Case(
      name: "a condition in a remark to a yes",
      rules: [.rule("s", .yes), .rule("r", nil, .when("x"), provided: ["safe"])], asked: "x"),
    Case(
      name: "a condition that is not shown, in a remark to a silence",
      rules: [.rule("s", .silent), .rule("r", nil, .when("x"), provided: ["safe"])], asked: nil),
    Case(
      name: "a contact of the fallback that is named already",
      rules: [.rule("r", nil, .when("x"), contacts: ["desk"])], asked: nil),
    Case(
      name: "a contact that keeps the fallback away",
      rules: [.rule("s", .no), .rule("r", .no, .when("x"), contacts: ["hr"])], asked: "x"),
    Case(
      name: "the same verdict on both sides",
      rules: [.rule("s", .no, .when("x")), .rule("r", .no, .unless("x"))], asked: nil),
    Case(
      name: "the same verdict otherwise", rules: [.rule("r", .no, .when("x"))],
      otherwise: .saying(.no), asked: nil),
    Case(
      name: "a fact that matters only with another",
      rules: [.rule("r", .no, .all([.when("x"), .when("y")]))], asked: "x"),
    Case(
      name: "the other fact once the first is known",
      rules: [.rule("r", .no, .all([.when("x"), .when("y")]))], replies: ["x": .yes], asked: "y"),
    Case(
      name: "no other fact once the first rules it out",
      rules: [.rule("r", .no, .all([.when("x"), .when("y")]))], replies: ["x": .no], asked: nil),
    Case(
      name: "a fact that somebody is not sure of",
      rules: [.rule("r", .no, .when("x")), .rule("s", .act, .when("z", "a"))],
      replies: ["x": .notSure], asked: "z"),
    Case(
      name: "nothing but what somebody is not sure of", rules: [.rule("r", .no, .when("x"))],
      replies: ["x": .notSure], asked: nil),
  ])
  func aFactIsAskedOnlyIfItCanChangeWhatToDo(_ row: Case) throws {
    let table = try RuleSet(Self.facts, row.rules, otherwise: row.otherwise).table()
    #expect(table.nextFact(after: row.replies)?.id == row.asked)
  }

  @Test func factsAreAskedInTheOrderOfTheTopic() throws {
    var rules = RuleSet(
      Self.facts,
      [
        .rule("r", .no, .when("z", "a")), .rule("s", .act, .when("x")),
        .rule("t", .askFirst, .when("y")),
      ])
    rules.asked = ["y", "z", "x"]
    let table = try rules.table()
    #expect(table.facts.map(\.id) == ["y", "z", "x"])
    #expect(table.nextFact(after: [:])?.id == "y")
    #expect(table.nextFact(after: ["y": .yes])?.id == "z")
    #expect(table.nextFact(after: ["y": .yes, "z": .of("c")])?.id == "x")
    #expect(table.answer(to: ["y": .yes]).unasked == ["z", "x"])
  }

  /// A person who says nothing of a fact with many options must not wait for the answer.
  @Test func whetherAFactMattersIsFoundOutAtOnceAmongManyOptions() throws {
    let options = (0..<16).map { Identifier<Option>("o\($0)") }
    let content = Fact(
      id: "f", question: "?", kind: .several,
      options: (options + [Option.exclusive]).map { Option(id: $0, label: "") })
    let bans = options.map { option in
      Rule.rule(Identifier(option.text), .no, .all([.fact("f", isAnyOf: [option]), .when("x")]))
    }
    let named = Rule.rule("named", .yes, .when("y"), contacts: ["desk"])
    let table = try RuleSet([content, .yesNo("x"), .yesNo("y")], bans + [named]).table()
    let time = ContinuousClock().measure {
      #expect(table.matters(.yesNo("x"), after: ["y": .yes]))
      #expect(table.answer(to: [:]).unasked == ["f", "x", "y"])
    }
    #expect(time < .seconds(3))
  }

  @Test func whetherAKnownFactMattersIsSeenFromTheOthers() throws {
    let table = try RuleSet(Self.facts, [.rule("r", .no, .all([.when("x"), .when("y")]))]).table()
    #expect(table.matters(.yesNo("x"), after: ["x": .no]))
    #expect(!table.matters(.yesNo("x"), after: ["x": .yes, "y": .no]))
    #expect(!table.matters(.yesNo("unheard-of"), after: [:]))
  }
}
