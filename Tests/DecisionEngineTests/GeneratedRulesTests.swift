import PolicyModel
import Testing

@testable import DecisionEngine

/// The engine against the naive reference, on rules drawn at random.
///
/// Each seed gives one set of rules; a failure names the seed, with which it can be drawn again.
@Suite struct GeneratedRulesTests {
  static let seeds = 0..<320

  @Test(arguments: seeds) func theAnswerToAFullCaseIsTheReferences(_ seed: Int) throws {
    let generated = try Generated(seed: seed)
    for number in 0..<generated.cases.count {
      let answer = generated.table.answer(to: generated.replies(to: number))
      #expect(answer.told == generated.advice[number])
      #expect(Set(answer.findings.map(\.rule)) == generated.effective[number])
      #expect(answer.undecided.isEmpty && answer.conditional.isEmpty && answer.unasked.isEmpty)
    }
  }

  @Test(arguments: seeds) func aFactMattersIfTwoOfItsValuesLeadToDifferentAdvice(
    _ seed: Int
  ) throws {
    var generated = try Generated(seed: seed)
    for partial in generated.partialCases(8) {
      for fact in generated.cases.facts.indices {
        let engine = generated.table.matters(generated.cases.facts[fact], after: partial.replies)
        #expect(engine == generated.matters(fact, in: partial), "f\(fact) after \(partial.replies)")
      }
    }
  }

  @Test(arguments: seeds) func possibleVerdictsAreThoseOfAllCompletions(_ seed: Int) throws {
    var generated = try Generated(seed: seed)
    for partial in generated.partialCases(8) {
      let possible = generated.table.possibleVerdicts(after: partial.replies)
      let verdicts = Set(generated.completions(of: partial).map { generated.advice[$0].verdict })
      #expect(Set(possible) == verdicts, "after \(partial.replies)")
      #expect(possible == possible.sorted { $0.strictness > $1.strictness })
      #expect(generated.table.answer(to: partial.replies).verdict == possible.first)
    }
  }

  @Test(arguments: seeds) func findingsHoldInAllCompletionsAndOpenOnesInSome(
    _ seed: Int
  ) throws {
    var generated = try Generated(seed: seed)
    for partial in generated.partialCases(8) {
      let answer = generated.table.answer(to: partial.replies)
      let told = generated.completions(of: partial).map { generated.effective[$0] }
      let inSome = told.reduce(into: Set()) { $0.formUnion($1) }
      let inAll = told.reduce(inSome) { $0.intersection($1) }
      let open = (answer.undecided + answer.conditional).map(\.rule)
      #expect(Set(answer.found) == inAll, "after \(partial.replies)")
      #expect(Set(open) == inSome.subtracting(inAll), "after \(partial.replies)")
      #expect(Set(open).count == open.count)
    }
  }

  /// The condition of an open rule is what the screen says the rule hangs on.
  @Test(arguments: seeds) func anOpenRuleHoldsJustWhereItsRemainingConditionDoes(
    _ seed: Int
  ) throws {
    var generated = try Generated(seed: seed)
    for partial in generated.partialCases(8) {
      let answer = generated.table.answer(to: partial.replies)
      for open in answer.undecided + answer.conditional where open.rule != nil {
        #expect(
          generated.completions(of: partial).allSatisfy { number in
            let full = generated.cases[number]
            return generated.reference.holds(open.condition, in: full)
              == generated.effective[number].contains(open.rule)
          }, "\(open.rule?.text ?? "") after \(partial.replies): \(open.condition)")
      }
    }
  }

  @Test(arguments: seeds) func aDialogueEndsWithTheAdviceOfTheFullCase(_ seed: Int) throws {
    let generated = try Generated(seed: seed)
    var walker = DialogueWalker(generated)
    for number in 0..<generated.cases.count {
      let replies = walker.walk(number)
      #expect(walker.answer(replies).told == generated.advice[number], "\(replies)")
    }
    #expect(walker.idleQuestions.isEmpty)
  }
}

/// The dialogues over one set of rules; what was found out for some replies is kept.
struct DialogueWalker {
  let generated: Generated
  private var next: [Replies: Int?] = [:]
  private var answers: [Replies: Answer] = [:]
  /// Replies after which a fact was asked that could change nothing.
  private(set) var idleQuestions: [Replies] = []

  init(_ generated: Generated) { self.generated = generated }

  /// The replies of a dialogue in which every question is answered as in a full case.
  mutating func walk(_ number: Int) -> Replies {
    let places = generated.cases.places(in: number)
    var replies: Replies = [:]
    while let fact = nextFact(replies) {
      replies[generated.cases.facts[fact].id] = generated.cases.reply(fact, places[fact])
    }
    return replies
  }

  mutating func answer(_ replies: Replies) -> Answer {
    if let known = answers[replies] { return known }
    let answer = generated.table.answer(to: replies)
    answers[replies] = answer
    return answer
  }

  private mutating func nextFact(_ replies: Replies) -> Int? {
    if let known = next[replies] { return known }
    let asked = generated.table.nextFact(after: replies)
    let fact = asked.flatMap { asked in
      generated.cases.facts.firstIndex { $0.id == asked.id && replies[$0.id] == nil }
    }
    next[replies] = .some(fact)
    if let fact, !generated.matters(fact, in: generated.partial(replies)) {
      idleQuestions.append(replies)
    }
    return fact
  }
}
