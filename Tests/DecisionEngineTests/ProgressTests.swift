import PolicyModel
import Testing

@testable import DecisionEngine

/// How many questions a dialogue is said to have left.
@Suite struct ProgressTests {
  private static let facts: [Fact] = [.yesNo("x"), .yesNo("y"), .yesNo("z")]

  @Test(arguments: GeneratedRulesTests.seeds)
  func whatIsCertainHoldsWhateverIsReplied(_ seed: Int) throws {
    try check(try Generated(seed: seed).table, [:])
  }

  /// Goes through every dialogue, and holds what was said to be certain against its length.
  private func check(_ table: DecisionTable, _ replies: Replies, depth: Int = 0) throws {
    let left = table.questionsLeft(after: replies)
    guard let fact = table.nextFact(after: replies) else {
      #expect(left == QuestionsLeft(count: 0, isCertain: true))
      return
    }
    #expect(left.count >= 1)
    guard depth < 3 else { return }
    for option in table.offeredOptions(of: fact) {
      var then = replies
      then[fact.id] = .options([option.id])
      if left.isCertain { #expect(table.nextFact(after: then) == nil) }
      try check(table, then, depth: depth + 1)
    }
  }

  @Test func oneFactIsCertainAndSeveralAreEstimated() throws {
    let one = try RuleSet(Self.facts, [.rule("r", .no, .when("x"))]).table()
    #expect(one.questionsLeft(after: [:]) == QuestionsLeft(count: 1, isCertain: true))
    let chain = try RuleSet(
      Self.facts, [.rule("r", .no, .when("x")), .rule("s", .yes, .when("y"))]
    ).table()
    // With yes to the first nothing else matters; with no the second is asked.
    #expect(chain.questionsLeft(after: [:]) == QuestionsLeft(count: 2, isCertain: false))
    #expect(
      chain.questionsLeft(after: ["x": .options(["no"])])
        == QuestionsLeft(count: 1, isCertain: true))
  }
}
