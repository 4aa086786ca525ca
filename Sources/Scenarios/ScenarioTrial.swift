import DecisionEngine
import Diagnostics
import PolicyModel

/// The answer to a scenario's case, held against what the scenario expects of it.
struct ScenarioTrial {
  private let scenario: Scenario
  private let table: DecisionTable
  private let answer: Answer
  private let explanation: AnswerExplanation

  init(_ scenario: Scenario, in table: DecisionTable) {
    self.scenario = scenario
    self.table = table
    answer = table.answer(to: scenario.facts)
    explanation = AnswerExplanation(answer, to: scenario.facts, from: table)
  }

  var mismatches: [Mismatch] {
    [missingFact, verdict, possible].compactMap(\.self)
      + [
        list(
          "cite", scenario.expectation.cite, among: answer.citations,
          deciding: answer.deciding.flatMap(\.advice.citations),
          words: \.description, why: explanation.absence(of:)),
        forbidden(
          "never-cite", scenario.expectation.neverCite, among: answer.citations,
          words: \.description, why: explanation.presence(of:)),
        list(
          "contacts", scenario.expectation.contacts, among: answer.contacts,
          deciding: answer.contacts, words: \.text, why: { _ in [] }),
        forbidden(
          "never-contacts", scenario.expectation.neverContacts, among: answer.contacts,
          words: \.text, why: { _ in [] }),
        phrases("provided", scenario.expectation.provided, among: answer.provided.map(\.that)),
        phrases(
          "steps", scenario.expectation.steps, among: answer.steps.map(\.what), inOrder: true),
      ].compactMap(\.self)
  }

  /// The facts that are given and change nothing.
  var unneeded: [Identifier<Fact>] {
    let facts = scenario.facts
    let idle = facts.keys.sorted().filter { id in
      guard let fact = table.facts.first(where: { $0.id == id }) else { return true }
      return !table.matters(fact, after: facts)
        && table.answer(to: facts.filter { $0.key != id }).advises(asMuchAs: answer)
    }
    // A dialogue may have to ask what later replies make idle.
    return idle.isEmpty ? [] : idle.filter { !DialogueTrial(facts, in: table).asked.contains($0) }
  }

  // MARK: - Facts and verdicts

  private var missingFact: Mismatch? {
    let next = table.nextFact(after: scenario.facts)
    if let expected = scenario.expectation.next {
      guard expected.value != next?.id else { return nil }
      return Mismatch(
        field: "next", location: expected.location, expected: expected.value.text,
        got: next?.id.text ?? "no further question", reasons: [],
        update: next.map { ExpectationUpdate(.word($0.id.text), instead: expected) })
    }
    guard let next else { return nil }
    let options = table.offeredOptions(of: next).map(\.id.text).joined(separator: ", ")
    return Mismatch(
      field: "facts", location: scenario.location, expected: "every fact that matters",
      got: "'\(next.id)' is missing",
      reasons: ["The question that comes next: \(next.question) (\(options), not-sure)"],
      update: nil)
  }

  private var verdict: Mismatch? {
    guard let expected = scenario.expectation.verdict, expected.value != answer.verdict else {
      return nil
    }
    return Mismatch(
      field: "verdict", location: expected.location, expected: expected.value.rawValue,
      got: answer.verdict.rawValue, reasons: explanation.reasons(against: expected.value),
      update: ExpectationUpdate(.word(answer.verdict.rawValue), instead: expected))
  }

  private var possible: Mismatch? {
    guard let expected = scenario.expectation.possible else { return nil }
    let got = answer.possibleVerdicts.map(\.rawValue)
    guard Set(expected.value) != Set(answer.possibleVerdicts) else { return nil }
    return Mismatch(
      field: "possible", location: expected.location,
      expected: expected.value.map(\.rawValue).joined(separator: ", "),
      got: got.joined(separator: ", "), reasons: explanation.decidingRules,
      update: ExpectationUpdate(.list(got), instead: expected))
  }

  // MARK: - Lists

  private func list<Value: Equatable>(
    _ field: String, _ expected: Located<[Value]>?, among found: [Value], deciding: [Value],
    words: (Value) -> String, why: (Value) -> [String]
  ) -> Mismatch? {
    guard let expected else { return nil }
    let missing = expected.value.filter { !found.contains($0) }
    guard !missing.isEmpty else { return nil }
    let kept = expected.value.filter(found.contains)
    let accepted = kept + deciding.filter { !kept.contains($0) }
    return Mismatch(
      field: field, location: expected.location,
      expected: missing.map(words).joined(separator: ", "),
      got: found.isEmpty ? "none" : found.map(words).joined(separator: ", "),
      reasons: missing.flatMap(why),
      update: ExpectationUpdate(.list(accepted.unique.map(words)), instead: expected))
  }

  private func forbidden<Value: Equatable>(
    _ field: String, _ expected: Located<[Value]>?, among found: [Value],
    words: (Value) -> String, why: (Value) -> [String]
  ) -> Mismatch? {
    guard let expected else { return nil }
    let present = expected.value.filter(found.contains)
    guard !present.isEmpty else { return nil }
    return Mismatch(
      field: field, location: expected.location,
      expected: "not " + present.map(words).joined(separator: ", "),
      got: present.map(words).joined(separator: ", "), reasons: present.flatMap(why),
      update: ExpectationUpdate(
        .list(expected.value.filter { !found.contains($0) }.map(words)), instead: expected))
  }

  /// Words that have to be found in texts, small letters and capitals alike.
  private func phrases(
    _ field: String, _ expected: Located<[String]>?, among texts: [String], inOrder: Bool = false
  ) -> Mismatch? {
    guard let expected else { return nil }
    var rest = texts.map { $0.lowercased() }[...]
    let missing = expected.value.filter { phrase in
      guard let index = rest.firstIndex(where: { $0.contains(phrase.lowercased()) }) else {
        return true
      }
      if inOrder { rest = rest[(index + 1)...] }
      return false
    }
    guard !missing.isEmpty else { return nil }
    let found = expected.value.filter { !missing.contains($0) }
    return Mismatch(
      field: field, location: expected.location, expected: missing.joined(separator: "; "),
      got: texts.isEmpty ? "none" : texts.joined(separator: "; "),
      reasons: explanation.decidingRules,
      // Where nothing is left of what was expected, nothing more would be held against the answer.
      update: ExpectationUpdate(.list(found.isEmpty ? texts : found), instead: expected))
  }
}

extension Answer {
  /// Whether it tells a person the same as another.
  fileprivate func advises(asMuchAs other: Answer) -> Bool {
    verdict == other.verdict && possibleVerdicts == other.possibleVerdicts
      && findings == other.findings && undecided.map(\.advice) == other.undecided.map(\.advice)
      && conditional.map(\.advice) == other.conditional.map(\.advice)
      && contacts == other.contacts && fallback == other.fallback
  }
}

extension Array where Element: Equatable {
  /// The elements, each once, in the order in which they were met first.
  var unique: [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
