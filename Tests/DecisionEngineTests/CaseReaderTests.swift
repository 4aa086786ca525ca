import PolicyModel
import Testing

@testable import DecisionEngine

/// Answers read from decision diagrams are those that the search gives, which is held against brute
/// force elsewhere.
@Suite struct CaseReaderTests {
  @Test(arguments: 0..<50) func diagramsAndSearchAnswerAlike(_ batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      var generated = try Generated(seed: seed)
      var reader = CaseReader(generated.table)
      let index = ReplyIndex(generated.table)
      for partial in generated.partialCases(12) {
        let known = try index.canonical(partial.replies)
        let answer = generated.table.answer(to: generated.table.replies(of: known))
        reader.read(known)
        guard reader.answer() == answer else {
          Issue.record("seed \(seed) after \(partial.replies)")
          return
        }
      }
    }
  }

  @Test func conditionsWithTooManyAlternativesAreReadAsWell() throws {
    // One of two in each of twelve facts: 4,096 alternatives.
    let sides = (0..<12).map { number in
      Condition.any([.when(Identifier("a\(number)")), .when(Identifier("b\(number)"))])
    }
    let facts = (0..<12).flatMap {
      [Fact.yesNo(Identifier("a\($0)")), .yesNo(Identifier("b\($0)"))]
    }
    let table = try RuleSet(facts, [.rule("all", .yes, .all(sides))]).table()
    #expect(RuleTerms(table) == nil)
    let index = ReplyIndex(table)
    var reader = CaseReader(table)
    var known = index.empty
    for (number, option) in zip(0..<12, ["yes", "yes", "no"] + Array(repeating: "yes", count: 9)) {
      _ = try index.take([option], to: "a\(number)", into: &known)
    }
    reader.read(known)
    #expect(reader.answer().unasked == ["b2"])
    _ = try index.take(["yes"], to: "b2", into: &known)
    reader.read(known)
    #expect(reader.answer().verdict == .yes)
    #expect(reader.answer().unasked == [])
  }

  @Test(arguments: 0..<50) func whichRulesHoldIsFoundAlike(_ batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      var generated = try Generated(seed: seed)
      let table = generated.table
      var terms = try #require(RuleTerms(table))
      let index = ReplyIndex(table)
      for partial in generated.partialCases(12) {
        let known = try index.canonical(partial.replies)
        let expected = RuleTruths(table.effective(in: table.state(of: known)))
        #expect(terms.truths(of: known) == expected, "seed \(seed) after \(partial.replies)")
      }
    }
  }
}

extension ReplyIndex {
  fileprivate func canonical(_ replies: Replies) throws -> CanonicalCase {
    var known = empty
    for (fact, reply) in replies {
      switch reply {
      case .notSure: _ = takeNotSure(of: fact.text, into: &known)
      case .options(let options): _ = try take(options.map(\.text), to: fact.text, into: &known)
      }
    }
    return known
  }
}
