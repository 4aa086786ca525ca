import Diagnostics
import PolicyModel
import Testing

@testable import Scenarios

/// Demo files: what they can hold, and what is told of what they cannot.
@Suite struct DemoFileTests {
  private func read(_ text: String) -> DemoFile {
    DemoFile(name: "d.yaml", bytes: Array(text.utf8), knowledge: Kitchen.knowledge)
  }

  private static let head = "title: t\norganisation: kitchen\nsteps:\n"

  @Test func everyKindOfStepIsRead() throws {
    let steps = """
        - chapter: One
        - say: >-
            Two lines
            in one
        - note: For me
        - pause
        - pause: 5
        - ask: May I touch it?
        - answer: hot
          expect: { verdict: no, cite: [rules 1] }
        - change: { gloves: "yes" }
        - what-if: { pan: cold }
        - why
        - compare:
        - also: lids
        - type: contacts
        - predict
        - predict: And now?
        - your-turn
        - your-turn: Try it.
      """
    let file = read(Self.head + steps)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    let demo = try #require(file.demo)
    #expect(
      demo.steps.map(\.action) == [
        .chapter("One"), .say("Two lines in one"), .note("For me"), .pause(seconds: nil),
        .pause(seconds: 5), .ask("May I touch it?"), .answer("hot"), .change("gloves", to: "yes"),
        .whatIf("pan", is: "cold"), .why, .compare, .also("lids"), .type("contacts"), .predict(nil),
        .predict("And now?"), .yourTurn(nil), .yourTurn("Try it."),
      ])
    #expect(demo.steps[6].expectation?.verdict?.value == .no)
    #expect(
      demo.steps.flatMap(\.lines) == [
        "May I touch it?", "hot", "change gloves", "yes", "what if pan = cold", "why", "compare",
        "also lids", "contacts",
      ])
  }

  /// A file, and its faults as line, column and code.
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let faults: [String]
    var says = ""
    var testDescription: String { text.replacing("\n", with: "⏎") }

    /// A file whose fourth line is a step.
    static func step(_ step: String, _ faults: String..., says: String = "") -> Fault {
      Fault(text: head + "  - \(step)\n", faults: faults, says: says)
    }
  }

  @Test(arguments: [
    Fault(text: "", faults: ["1:1 Y003"]),
    Fault(text: "title: [\n", faults: ["1:9 Y002"]),
    Fault(text: "- say: a\n", faults: ["1:1 Y010"]),
    Fault(text: "title: t\norganisation: kitchen\n", faults: ["1:1 Y011"], says: "'steps'"),
    Fault(text: "title: t\nsteps: [pause]\n", faults: ["1:1 Y011"], says: "'organisation'"),
    Fault(
      text: "title: t\norganisation: kichen\nsteps: [pause]\n", faults: ["2:15 S001"],
      says: "did you mean 'kitchen'?"),
    Fault(text: head + "  pause\n", faults: ["4:3 G004"]),
    Fault(text: "title: t\norganisation: kitchen\nsteps: []\n", faults: ["3:8 G004"]),
    Fault(text: head + "  - pause\nnotes: x\n", faults: ["5:1 Y012"]),
    .step("paus", "4:5 G001", says: "did you mean 'pause'?"),
    .step("chaptr: One", "4:5 G001", says: "did you mean 'chapter'?"),
    .step("frob: One", "4:5 G001", says: "there is chapter, say"),
    .step("say", "4:5 G003", says: "'say' needs a text"),
    .step("say:", "4:9 G003", says: "'say' needs a text"),
    .step("say: [a, b]", "4:10 G003", says: "'say' needs a text"),
    .step("{}", "4:5 G002", says: "does nothing"),
    .step("{ say: a, note: b }", "4:5 G002", says: "does say and note at once"),
    .step("[pause]", "4:5 Y010"),
    .step("pause: long", "4:12 G003", says: "from 1 to 600"),
    .step("pause: 0", "4:12 G003"),
    .step("pause: 601", "4:12 G003"),
    .step("say: *x", "4:10 Y005"),
    .step("{ answer: a, expect: { verdict: *x } }", "4:37 Y005"),
    .step("why: not", "4:10 G003", says: "takes no value"),
    .step("change: pan", "4:13 G003", says: "write 'change: { fact: reply }'"),
    .step("change: { pan: hot, gloves: no }", "4:13 G003"),
    .step("change: { pon: hot }", "4:15 S001", says: "did you mean 'pan'?"),
    .step("what-if: { pan: }", "4:21 G003", says: "needs one fact with its reply"),
    .step("{ say: a, expect: { verdict: no } }", "4:23 G005", says: "nothing can be expected"),
    .step("{ answer: a, expect: { verdict: noo } }", "4:37 S001", says: "did you mean 'no'?"),
    .step("{ answer: a, expect: { cite: [rules 9] } }", "4:35 S001"),
    .step("{ answer: a, expect: { topic: pans } }", "4:28 Y012"),
    .step("{ answer: a, expect: {} }", "4:26 S004"),
    .step("{ answer: a, expect: { asked: [pan] } }", "4:35 G005", says: "of a scenario only"),
    .step("{ answer: a, extra: b }", "4:18 Y012"),
  ])
  func everyFaultIsToldWhereItStands(_ fault: Fault) {
    let file = read(fault.text)
    #expect(file.demo == nil)
    #expect(
      file.diagnostics.map {
        let place = $0.location.position
        return "\(place.line):\(place.column) \($0.code.rawValue)"
      } == fault.faults)
    let words = file.diagnostics.map(\.description).joined()
    #expect(fault.says.isEmpty || words.contains(fault.says), "\(words)")
  }

  @Test func oneFaultDoesNotHideTheNext() {
    let file = read(Self.head + "  - frob\n  - pause: x\n  - say: fine\n  - change: { pon: hot }\n")
    #expect(file.diagnostics.map(\.location.position.line) == [4, 5, 7])
  }
}
