import PolicyModel
import Testing

@testable import DecisionEngine

/// Answers read from decision diagrams are those that the search gives, which is held against brute
/// force elsewhere.
@Suite struct CaseReaderTests {
  @Test(arguments: 0..<50) func diagramsAndSearchAnswerAlike(_ batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      var generated = try Generated(seed: seed)
      var reader = CaseReader(generated.table, searching: 0)
      let index = ReplyIndex(generated.table)
      for partial in generated.partialCases(12) {
        let known = try index.canonical(partial.replies)
        let answer = generated.table.answer(to: generated.table.replies(of: known))
        guard reader.answer(to: known) == answer else {
          Issue.record("seed \(seed) after \(partial.replies)")
          return
        }
      }
    }
  }

  @Test func casesThatAreSearchedAndCasesThatAreReadAreAnsweredAlike() throws {
    var generated = try Generated(seed: 7)
    var reader = CaseReader(generated.table, searching: 3)
    let index = ReplyIndex(generated.table)
    for partial in generated.partialCases(10) {
      let known = try index.canonical(partial.replies)
      #expect(
        reader.answer(to: known) == generated.table.answer(to: generated.table.replies(of: known)))
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
