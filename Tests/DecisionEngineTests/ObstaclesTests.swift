import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct ObstaclesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let condition: Condition
    var replies: Replies = ["x": .yes, "y": .no, "who": .of("client")]
    let failed: [Condition]
    var testDescription: String { "\(condition)" }
  }

  @Test(arguments: [
    Case(condition: .when("who", "boss", "friend"), failed: [.when("who", "boss", "friend")]),
    Case(condition: .all([.when("x"), .when("y")]), failed: [.when("y")]),
    Case(condition: .all([.unless("x"), .when("y")]), failed: [.unless("x"), .when("y")]),
    Case(
      condition: .all([.when("x"), .all([.when("y"), .when("who", "boss")])]),
      failed: [.when("y"), .when("who", "boss")]),
    Case(
      condition: .any([.all([.when("x"), .when("y")]), .when("who", "boss")]),
      failed: [.any([.when("y"), .when("who", "boss")])]),
    Case(condition: .any([.when("y")]), failed: [.when("y")]),
    Case(
      condition: .not(.when("who", "client", "tenant")),
      failed: [.not(.when("who", "client", "tenant"))]),
    Case(condition: .not(.any([.when("x"), .when("y")])), failed: [.not(.when("x"))]),
    Case(
      condition: .not(.any([.when("x"), .unless("y")])),
      failed: [.not(.when("x")), .not(.unless("y"))]),
    Case(
      condition: .not(.all([.when("x"), .any([.when("y"), .when("who", "client")])])),
      failed: [.not(.all([.when("x"), .when("who", "client")]))]),
    Case(condition: .not(.not(.all([.when("x"), .when("y")]))), failed: [.when("y")]),
    Case(
      condition: .all([.when("y"), .when("who", "boss")]), replies: ["y": .no],
      failed: [.when("y")]),
    Case(condition: .any([]), failed: [.any([])]),
  ])
  func theePartsThatFailAreNamed(_ row: Case) throws {
    let rules = RuleSet(
      [.yesNo("x"), .yesNo("y"), .one("who", "client", "tenant", "boss", "friend")],
      [.rule("yes", .yesIf, row.condition), .rule("no", .no)])
    #expect(try rules.obstacles(to: .yesIf, row.replies) == ["yes": .failed(row.failed)])
  }

  static let several = RuleSet(
    [.yesNo("x"), .yesNo("y"), .yesNo("z")],
    [
      .rule("no", .no, .when("x")), .rule("ask", .askFirst, .when("y"), over: ["no"]),
      .rule("yes", .yes, .when("z"), over: ["ask"]), .rule("other", .no, .unless("y")),
      .rule("remark", nil),
    ])

  struct Row: Sendable, CustomTestStringConvertible {
    let verdict: Verdict
    let replies: Replies
    let causes: [Identifier<Rule>?: Obstacle.Cause]
    var testDescription: String { "\(verdict) \(replies)" }
  }

  @Test(arguments: [
    // Nothing stands in the way of what the answer says.
    Row(verdict: .no, replies: ["x": .yes, "y": .no], causes: [:]),
    Row(
      verdict: .no, replies: ["x": .no, "y": .no],
      causes: ["no": .failed([.when("x")])]),
    Row(
      verdict: .no, replies: ["x": .yes, "y": .yes, "z": .no],
      causes: ["no": .setAside(by: ["ask"]), "other": .failed([.unless("y")])]),
    // What is set aside sets nothing aside.
    Row(
      verdict: .askFirst, replies: ["x": .yes, "y": .yes, "z": .yes],
      causes: ["ask": .setAside(by: ["yes"])]),
    Row(
      verdict: .yes, replies: ["x": .yes, "y": .no, "z": .yes],
      causes: ["yes": .outranked(by: .no)]),
    Row(verdict: .yes, replies: ["x": .yes, "y": .no], causes: ["yes": .open(.when("z"))]),
    Row(
      verdict: .no, replies: ["x": .yes, "z": .no],
      causes: ["no": .open(.not(.when("y"))), "other": .open(.unless("y"))]),
    // A rule that holds is outranked as long as a stricter one may hold.
    Row(verdict: .yes, replies: ["z": .yes], causes: ["yes": .outranked(by: .no)]),
    Row(verdict: .act, replies: ["x": .yes, "y": .no], causes: [:]),
    Row(
      verdict: .silent, replies: ["x": .yes, "y": .no, "z": .yes],
      causes: [nil: .decided(by: ["no", "other", "yes"])]),
    Row(
      verdict: .silent, replies: ["y": .yes, "z": .notSure],
      causes: [nil: .decided(by: ["no", "ask", "yes"])]),
  ])
  func everyRuleWithTheVerdictHasItsObstacle(_ row: Row) throws {
    #expect(try Self.several.obstacles(to: row.verdict, row.replies) == row.causes)
  }

  @Test func whatIsSaidOtherwiseIsOpenWhileARuleMayHold() throws {
    let one = RuleSet([.yesNo("x")], [.rule("no", .no, .when("x"))])
    #expect(try one.obstacles(to: .silent) == [nil: .open(.not(.when("x")))])
    #expect(try one.obstacles(to: .silent, ["x": .no]) == [:])
    let two = RuleSet(
      [.yesNo("x"), .yesNo("y")], [.rule("a", .no, .when("x")), .rule("b", .act, .when("y"))])
    #expect(
      try two.obstacles(to: .silent)
        == [nil: .open(.all([.not(.when("y")), .not(.when("x"))]))])
  }

  @Test func rulesThatSetOneAsideBetweenThemAreAllNamed() throws {
    let rules = RuleSet(
      [.yesNo("x")],
      [
        .rule("base", .yes), .rule("one", .no, .when("x"), over: ["base"]),
        .rule("two", .askFirst, .unless("x"), over: ["base"]),
      ])
    #expect(try rules.obstacles(to: .yes) == ["base": .setAside(by: ["one", "two"])])
    #expect(try rules.obstacles(to: .yes, ["x": .no]) == ["base": .setAside(by: ["two"])])
  }

  @Test func aContradictionFailsWhateverIsNotKnown() throws {
    let contradiction = Condition.all([.when("x"), .unless("x")])
    let rules = RuleSet([.yesNo("x")], [.rule("never", .yes, contradiction)])
    #expect(
      try rules.obstacles(to: .yes) == ["never": .failed([.when("x"), .unless("x")])])
  }

  @Test func obstaclesStandInTheOrderOfTheFileWithWhatIsSaidOtherwiseLast() throws {
    let rules = RuleSet(
      [.yesNo("x")],
      [.rule("b", .yes, .when("x")), .rule("a", .yes, .when("x")), .rule("no", .no)],
      otherwise: Advice(verdict: .yes, say: "otherwise"))
    let obstacles = try rules.table().obstacles(to: .yes, after: ["x": .no])
    #expect(obstacles.map(\.rule) == ["b", "a", nil])
    #expect(obstacles.last?.advice.say == "otherwise")
  }
}

extension RuleSet {
  fileprivate func obstacles(
    to verdict: Verdict, _ replies: Replies = [:]
  ) throws -> [Identifier<Rule>?: Obstacle.Cause] {
    let obstacles = try table().obstacles(to: verdict, after: replies)
    return Dictionary(uniqueKeysWithValues: obstacles.map { ($0.rule, $0.cause) })
  }
}

/// Every cause against the reference, on rules drawn at random.
@Suite struct GeneratedObstaclesTests {
  @Test(arguments: GeneratedRulesTests.seeds)
  func everyCauseIsTrueOfAllCasesThatTheRepliesAllow(_ seed: Int) throws {
    var generated = try Generated(seed: seed)
    let full = generated.partial(generated.replies(to: seed % generated.cases.count))
    for partial in generated.partialCases(5) + [full] {
      let told = generated.completions(of: partial).map { generated.effective[$0] }
      let answer = generated.table.answer(to: partial.replies)
      for verdict in Verdict.allCases {
        let obstacles = generated.table.obstacles(to: verdict, after: partial.replies)
        let carriers = generated.carriers(of: verdict)
        let unhindered = carriers.filter { carrier in
          answer.verdict == verdict && told.allSatisfy { $0.contains(carrier) }
        }
        #expect(obstacles.map(\.rule) == carriers.filter { !unhindered.contains($0) })
        for obstacle in obstacles {
          #expect(
            generated.isTrue(obstacle, of: partial, answer),
            "\(obstacle.rule?.text ?? "") \(obstacle.cause) after \(partial.replies)")
        }
      }
    }
  }
}

extension Generated {
  /// The rules with a verdict, nil for what is said otherwise.
  fileprivate func carriers(of verdict: Verdict) -> [Identifier<Rule>?] {
    let ruleSet = reference.ruleSet
    let rules = ruleSet.rules.filter { $0.advice.verdict == verdict }.map { $0.id as Identifier? }
    return rules + (ruleSet.otherwise.verdict == verdict ? [nil] : [])
  }

  fileprivate func isTrue(_ obstacle: Obstacle, of partial: Partial, _ answer: Answer) -> Bool {
    let numbers = completions(of: partial)
    let holding = numbers.filter { effective[$0].contains(obstacle.rule) }
    let isFull = partial.places.allSatisfy { $0 != nil }
    func holds(_ condition: Condition, _ number: Int) -> Bool {
      reference.holds(condition, in: cases[number])
    }
    switch obstacle.cause {
    case .outranked(let verdict):
      return holding == numbers && verdict == answer.verdict
        && verdict.strictness > (obstacle.advice.verdict?.strictness ?? -1)
    case .open(let condition):
      return !holding.isEmpty && numbers.filter { holds(condition, $0) } == holding
    case .setAside(let rules), .decided(let rules):
      return holding.isEmpty && !rules.isEmpty
        && (!isFull || numbers.allSatisfy { effective[$0].isSuperset(of: rules.map { $0 }) })
    case .failed(let parts):
      let own = reference.ruleSet.rules.first { $0.id == obstacle.rule }?.condition ?? .always
      // Whatever case the rule fits, all that failed here has to hold there.
      let areNeeded = (0..<cases.count).allSatisfy { number in
        !holds(own, number) || parts.allSatisfy { holds($0, number) }
      }
      return holding.isEmpty && !numbers.contains { holds(.all(parts), $0) }
        && (!isFull || areNeeded && !parts.contains { holds($0, numbers[0]) })
    }
  }
}
