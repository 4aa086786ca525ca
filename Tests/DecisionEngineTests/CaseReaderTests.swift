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
        reader.read(known)
        guard reader.answer() == answer else {
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
      reader.read(known)
      #expect(reader.answer() == generated.table.answer(to: generated.table.replies(of: known)))
    }
  }

  @Test(arguments: 0..<20) func casesOfOneKindAreAnsweredAlike(_ batch: Int) throws {
    for seed in batch * 20..<(batch + 1) * 20 {
      var generated = try Generated(seed: seed)
      var reader = CaseReader(generated.table, searching: 0)
      let index = ReplyIndex(generated.table)
      var told: [AnswerKind: Told] = [:]
      var kinds: [Told: AnswerKind] = [:]
      for partial in generated.partialCases(40) {
        reader.read(try index.canonical(partial.replies))
        let found = reader.kind()
        let kind = try #require(found)
        let answer = Told(reader.answer())
        #expect(told[kind, default: answer] == answer, "seed \(seed) after \(partial.replies)")
        told[kind] = answer
        kinds[answer] = kind
      }
      // There are not many more kinds than different answers.
      #expect(told.count <= kinds.count * 2)
    }
  }

  /// All of an answer but for what is left of the conditions of what is open.
  private struct Told: Hashable {
    let possible: [Verdict]
    let findings: [Answer.Finding]
    let open: [[Identifier<Rule>?]]
    let steps: [Step]
    let provided: [Proviso]
    let contacts: [Identifier<Contact>]
    let citations: [Citation]
    let facts: [[Identifier<Fact>]]

    init(_ answer: Answer) {
      possible = answer.possibleVerdicts
      findings = answer.findings
      open = [answer.undecided.map(\.rule), answer.conditional.map(\.rule)]
      steps = answer.steps
      provided = answer.provided
      contacts = answer.contacts
      citations = answer.citations
      facts = [answer.notSure, answer.unasked]
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
