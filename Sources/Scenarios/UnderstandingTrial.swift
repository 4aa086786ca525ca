import DecisionEngine
import PolicyModel
import QuestionRouting

/// What a scenario's question is understood as, held against what the scenario expects of it.
struct UnderstandingTrial {
  let mismatches: [Mismatch]

  init(_ scenario: Scenario, in table: DecisionTable, router: QuestionRouter?) {
    let expected = scenario.expectation
    guard let asks = scenario.asks else {
      mismatches = Self.asked(scenario, [:], [], in: table)
      return
    }
    guard let router else {
      let place = expected.understood?.location ?? scenario.location
      mismatches = [
        Mismatch(
          field: "asks", location: place, expected: "a question that can be understood",
          got: "nothing is known of how people ask", reasons: [], update: nil)
      ]
      return
    }
    let heard = router.listener(for: table.facts).hear(asks)
    let known = heard.filter(\.isWhole).reduce(into: [:]) { $0[$1.fact] = $1.reply }
    mismatches =
      Self.understood(scenario, router.route(asks)) + Self.asked(scenario, known, heard, in: table)
  }

  private static func understood(_ scenario: Scenario, _ routing: Routing) -> [Mismatch] {
    guard let expected = scenario.expectation.understood else { return [] }
    let topic = scenario.topic
    let (got, topics): (Expectation.Understanding, [Routing.Candidate]) =
      switch routing.outcome {
      case .sure(let candidate): (.sure, [candidate])
      case .close(let candidates): (.close, candidates)
      case .far: (.far, [])
      }
    let isRight = got == .far || topics.contains { $0.topic == topic }
    guard got != expected.value || !isRight else { return [] }
    let names = topics.map(\.topic.text).joined(separator: ", ")
    return [
      Mismatch(
        field: "understood", location: expected.location,
        expected: expected.value == .far ? "far" : "\(expected.value.rawValue): \(topic)",
        got: names.isEmpty ? got.rawValue : "\(got.rawValue): \(names)",
        reasons: topics.prefix(1).map {
          "The words that led there: " + $0.words.joined(separator: ", ")
        }, update: isRight ? ExpectationUpdate(.word(got.rawValue), instead: expected) : nil)
    ]
  }

  private static func asked(
    _ scenario: Scenario, _ known: [Identifier<Fact>: Reply], _ heard: [HeardFact],
    in table: DecisionTable
  ) -> [Mismatch] {
    let expected = scenario.expectation
    guard let place = expected.asked?.location ?? expected.askedAtLeast?.location else { return [] }
    let wrong = heard.filter { one in
      one.isWhole && scenario.facts[one.fact].map { $0 != one.reply } ?? false
    }
    guard wrong.isEmpty else {
      return wrong.map { one in
        let given = scenario.facts[one.fact].map(ReplyFormat.words) ?? []
        return Mismatch(
          field: "asked", location: place,
          expected: "\(one.fact): \(given.joined(separator: ", "))",
          got: "\(one.fact): \(ReplyFormat.words(of: one.reply).joined(separator: ", "))",
          reasons: ["The question was understood in that way by its words."], update: nil)
      }
    }
    let asked = DialogueTrial(scenario.facts, in: table, knowing: known).asked
    let got = asked.isEmpty ? "nothing" : asked.map(\.text).joined(separator: ", ")
    var mismatches: [Mismatch] = []
    if let exact = expected.asked, exact.value != asked {
      mismatches.append(
        Mismatch(
          field: "asked", location: exact.location,
          expected: exact.value.isEmpty
            ? "nothing" : exact.value.map(\.text).joined(separator: ", "),
          got: got, reasons: [],
          update: ExpectationUpdate(.list(asked.map(\.text)), instead: exact)))
    }
    if let least = expected.askedAtLeast {
      let missing = least.value.filter { !asked.contains($0) }
      if !missing.isEmpty {
        mismatches.append(
          Mismatch(
            field: "asked-at-least", location: least.location,
            expected: missing.map(\.text).joined(separator: ", "), got: got, reasons: [],
            update: ExpectationUpdate(
              .list(least.value.filter(asked.contains).map(\.text)), instead: least)))
      }
    }
    return mismatches
  }
}
