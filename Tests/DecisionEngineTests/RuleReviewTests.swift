import PolicyModel
import Testing

@testable import DecisionEngine

/// What is found over all cases at once, against the reference, which goes through them one by one.
@Suite struct RuleReviewTests {
  static let seeds = 0..<160

  @Test(arguments: seeds) func idleAndHiddenRulesAreThoseOfTheReference(_ seed: Int) throws {
    let generated = try Generated(seed: seed)
    var review = RuleReview(generated.table)
    let rules = generated.reference.ruleSet.rules
    func strictness(_ id: Identifier<Rule>?) -> Int {
      rules.first { $0.id == id }?.advice.verdict?.strictness ?? -1
    }
    let idle = rules.indices.filter { rule in
      !generated.effective.contains { $0.contains(rules[rule].id) }
    }
    #expect(review.idleRules.map(\.rule) == idle)
    let hidden = rules.indices.filter { rule in
      guard rules[rule].advice.verdict != nil, !idle.contains(rule) else { return false }
      return generated.effective.filter { $0.contains(rules[rule].id) }.allSatisfy { told in
        told.contains { strictness($0) > strictness(rules[rule].id) }
      }
    }
    #expect(review.hiddenRules().map(\.rule) == hidden)
    for one in review.hiddenRules() where one.stricter.count == 1 {
      let stricter = rules[one.stricter[0]].id
      #expect(
        generated.effective.filter { $0.contains(rules[one.rule].id) }
          .allSatisfy { $0.contains(stricter) })
    }
    #expect(review.leavesCases == generated.effective.contains { $0.contains(nil) })
  }

  @Test(arguments: seeds) func conflictsAreRulesWithTheSameCases(_ seed: Int) throws {
    let generated = try Generated(seed: seed)
    var review = RuleReview(generated.table)
    let rules = generated.reference.ruleSet.rules
    func holding(_ rule: Rule) -> [Bool] {
      generated.full.map { generated.reference.holds(rule.condition, in: $0) }
    }
    var expected: [[Int]] = []
    for second in rules.indices {
      for first in 0..<second where holding(rules[first]) == holding(rules[second]) {
        let verdicts = [rules[first], rules[second]].compactMap(\.advice.verdict)
        let isTogether = generated.effective.contains {
          $0.contains(rules[first].id) && $0.contains(rules[second].id)
        }
        if verdicts.count == 2, verdicts[0] != verdicts[1], isTogether,
          !rules[first].overrides.contains(rules[second].id),
          !rules[second].overrides.contains(rules[first].id)
        {
          expected.append([first, second])
        }
      }
    }
    #expect(review.conflicts().map { [$0.first, $0.second] } == expected)
    for (first, second) in review.conflicts() {
      let replies = try #require(review.example(where: review.condition(first, and: second)))
      let told = generated.table.answer(to: replies).findings.map(\.rule)
      #expect(told.contains(rules[first].id) && told.contains(rules[second].id))
    }
  }

  @Test(arguments: seeds) func aFactIsIdleIfNoReplyChangesWhatIsTold(_ seed: Int) throws {
    let generated = try Generated(seed: seed)
    let review = RuleReview(generated.table)
    for fact in generated.table.facts {
      let place = try #require(generated.cases.facts.firstIndex { $0.id == fact.id })
      let changes = (0..<generated.cases.count).contains { number in
        let first =
          number - generated.cases.place(of: place, in: number) * generated.cases.strides[place]
        return generated.effective[number] != generated.effective[first]
      }
      #expect(review.idleFacts.contains(fact.id) == !changes, "\(fact.id)")
    }
  }

  @Test func optionsThatRulesTreatAlikeStandTogether() throws {
    let facts: [Fact] = [.one("size", "s", "m", "l", "xl"), .several("tools", "a", "b", "none")]
    var review = RuleReview(
      try RuleSet(
        facts,
        [
          .rule("small", .no, .when("size", "s")),
          // Written apart, and told in the same cases all the same.
          .rule("large", .yes, .any([.when("size", "l"), .when("size", "xl")])),
          .rule("tool", nil, .when("tools", "a")),
        ]
      ).table())
    #expect(review.sameOptions(of: "size") == [["s"], ["m"], ["l", "xl"]])
    #expect(review.sameOptions(of: "tools") == [["b"], ["a"]])
    #expect(review.sameOptions(of: "colour") == nil)
  }
}
