import PolicyModel
import Testing

@testable import DecisionEngine

/// Answers are compared part by part, by hand: a part left out would blind every test that compares them.
@Suite struct AnswerTests {
  /// All that an answer is made of.
  private struct Parts {
    var organisation: Identifier<Organisation> = "council"
    var topic: Identifier<Topic> = "topic"
    var verdict = Verdict.no
    var possibleVerdicts = [Verdict.no]
    var findings: [Answer.Finding] = []
    var undecided: [Answer.OpenFinding] = []
    var conditional: [Answer.OpenFinding] = []
    var steps: [Step] = []
    var provided: [Proviso] = []
    var contacts: [Identifier<Contact>] = []
    var citations: [Citation] = []
    var fallback: Fallback?
    var notSure: [Identifier<Fact>] = []
    var unasked: [Identifier<Fact>] = []

    var answer: Answer {
      Answer(
        organisation: organisation, topic: topic, verdict: verdict,
        possibleVerdicts: possibleVerdicts, findings: findings, undecided: undecided,
        conditional: conditional, steps: steps, provided: provided, contacts: contacts,
        citations: citations, fallback: fallback, notSure: notSure, unasked: unasked)
    }
  }

  @Test func whateverIsOtherwiseMakesAnotherAnswer() throws {
    let advice = Advice(verdict: .silent, say: "otherwise")
    let open = Answer.OpenFinding(
      rule: nil, advice: advice, number: 0, table: try RuleSet([], []).table(), state: [])
    let changes: [(inout Parts) -> Void] = [
      { $0.organisation = "other" }, { $0.topic = "other" }, { $0.verdict = .yes },
      { $0.possibleVerdicts = [.no, .yes] },
      { $0.findings = [Answer.Finding(rule: nil, advice: advice)] },
      { $0.undecided = [open] }, { $0.conditional = [open] }, { $0.steps = [Step(what: "Tell.")] },
      { $0.provided = [Proviso(that: "it is so", citations: [])] }, { $0.contacts = ["desk"] },
      { $0.citations = [Citation(document: "policy", clause: "1")] },
      { $0.fallback = Fallback(id: "fallback", say: "Ask.", contacts: [], citations: []) },
      { $0.notSure = ["fact"] }, { $0.unasked = ["fact"] },
    ]
    let plain = Parts().answer
    #expect(plain == Parts().answer && plain.hashValue == Parts().answer.hashValue)
    #expect(changes.count == Mirror(reflecting: plain).children.count)
    for (place, change) in changes.enumerated() {
      var parts = Parts()
      change(&parts)
      #expect(parts.answer != plain, "part \(place)")
    }
  }
}
