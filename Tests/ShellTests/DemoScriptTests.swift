import Diagnostics
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Demos tried before anybody sees them.
@Suite struct DemoScriptTests {
  /// Steps of a demo, and the faults that trying them shows.
  struct Fault: Sendable, CustomTestStringConvertible {
    let steps: [String]
    let codes: [String]
    let says: String
    var testDescription: String { steps.joined(separator: "; ") }

    init(_ steps: String..., codes: String, says: String) {
      self.steps = steps
      self.codes = codes.split(separator: " ").map(String.init)
      self.says = says
    }
  }

  @Test(arguments: [
    Fault("answer: hot", codes: "G006", says: "no question is open"),
    Fault("why", codes: "G006", says: "no topic has been begun"),
    Fault("compare", codes: "G006", says: "begin with 'ask'"),
    Fault("change: { requester: stranger }", codes: "G006", says: "no topic"),
    Fault("ask: friend-request", "ask: personal-post", codes: "G006", says: "a question is open"),
    Fault("ask: xyzzy plugh frob", codes: "G007", says: "a question on one topic"),
    Fault("ask: friend-request", "answer: nobody", codes: "G007", says: "service-user-relative"),
    Fault(
      "ask: friend-request", "answer: posted-by-mistake", codes: "G007",
      says: "a reply to 'requester'"),
    Fault(
      "ask: friend-request", "answer: stranger", "change: { requester: nobody }", codes: "G007",
      says: "a new reply to 'requester'"),
    Fault(
      "ask: friend-request", "answer: stranger", "change: { content: praise }", codes: "G007",
      says: "the topic has requester"),
    Fault(
      "ask: friend-request", "answer: stranger", "what-if: { requester: x }", codes: "G007",
      says: "another reply to 'requester'"),
    Fault("ask: friend-request", "also: friend-request", codes: "G007", says: "a further question"),
    Fault(
      "ask: friend-request", "predict", "answer: contractr", "answer: \"no\"", "why", codes: "G007",
      says: "'contractr' is not taken as a reply to 'requester'"),
    Fault("type: quit", codes: "G006", says: "has no place in a demo"),
    Fault("ask: friend-request", "type: save x.yaml", codes: "G006", says: "no place"),
    Fault("type: forget", codes: "G006", says: "no place"),
    Fault("predict", codes: "G008", says: "no answer follows"),
    Fault("predict", "predict", "ask: friend-request", codes: "G008 G008", says: "no answer"),
    Fault(
      "ask: friend-request", "{ answer: stranger, expect: { verdict: no } }", codes: "G009",
      says: "expected verdict no and got silent"),
    Fault(
      "ask: friend-request", "{ answer: stranger, expect: { cite: [policy 8.2] } }",
      codes: "G009", says: "expected cite policy 8.2"),
    Fault(
      "{ ask: friend-request, expect: { next: direction } }", codes: "G009",
      says: "expected next direction"),
    Fault(
      "ask: friend-request", "{ answer: contractor, expect: { verdict: no } }",
      codes: "G009", says: "the fact 'conflict-free' is missing"),
  ])
  func whatDoesNotFitTheDialogueIsTold(_ fault: Fault) throws {
    let script = try DemoCase.script(fault.steps)
    #expect(script.diagnostics.map(\.code.rawValue) == fault.codes, "\(script.diagnostics)")
    let words = script.diagnostics.map(\.description).joined(separator: "\n")
    #expect(words.contains(fault.says), "\(words)")
  }

  @Test func theDialogueIsTheOneThatAPersonHas() throws {
    let script = try DemoCase.script(
      "ask: friend-request", "answer: contractor", "answer: \"no\"",
      "change: { conflict-free: \"yes\" }")
    #expect(script.diagnostics.isEmpty)
    var state = try ShippedKnowledge.state(organisation: "woking")
    for (beat, line) in zip(
      script.beats, ["friend-request", "contractor", "no", "change conflict-free", "yes"])
    {
      #expect(beat.content == .line(line))
      #expect(beat.before.prompt == state.prompt)
      #expect(beat.page == state.handle(line).page)
    }
    #expect(script.end.current == state.current)
    #expect(script.beats.map(\.step) == [0, 1, 2, 3, 3])
  }

  @Test func aPredictionIsHeldAgainstTheNextAnswer() throws {
    let script = try DemoCase.script(
      "predict", "ask: friend-request", "answer: contractor", "answer: \"no\"", "predict",
      "what-if: { conflict-free: \"yes\" }", "predict", "change: { conflict-free: \"yes\" }")
    #expect(script.diagnostics.isEmpty)
    #expect(script.beats.compactMap(\.verdict) == [.no, .yesIf, .yesIf])
    #expect(script.beats.indices.filter { script.beats[$0].revealed != nil } == [3, 5, 8])
  }

  @Test func theFeedbackNamesTheClauseAndTheFactThatDecide() throws {
    let script = try DemoCase.script(
      "predict", "ask: friend-request", "answer: contractor", "answer: \"no\"")
    let view = try #require(script.beats.last?.revealed)
    func text(_ choice: Verdict?) -> String { PageRenderer().render(view.feedback(on: choice)) }
    #expect(text(.no).hasPrefix("Right: NO."))
    #expect(text(.yes).hasPrefix("You chose YES; the answer is NO."))
    #expect(text(nil).hasPrefix("The answer is NO."))
    #expect(text(.yes).contains("policy, section 7.5: "))
    #expect(text(.yes).contains("What decides: "))
    #expect(text(.yes).contains("If instead "))
    #expect(text(.yes).contains("yes, if conditions are met."))
  }

  @Test func whatIsNotCertainHangsOnWhatIsNotKnown() throws {
    let script = try DemoCase.script(
      "predict", "ask: friend-request", "answer: service-user", "answer: not sure", "why",
      in: "unnamed")
    #expect(script.diagnostics.isEmpty, "\(script.diagnostics)")
    let view = try #require(script.beats.dropLast().last?.revealed)
    let text = PageRenderer().render(view.feedback(on: .no))
    #expect(text.contains("It is not certain: no or not covered by the documents are still"))
    #expect(text.contains("It hangs on what is not known: Is this person a child"))
    #expect(!text.contains("What decides"))
    let reasons = PageRenderer().render(try #require(script.beats.last).page)
    #expect(reasons.contains("This would hold if the person is a child or a vulnerable adult."))
  }
}

extension DemoCase {
  static func script(_ steps: [String]) throws -> DemoScript {
    try script(steps.joined(separator: "\n  - "))
  }
}
