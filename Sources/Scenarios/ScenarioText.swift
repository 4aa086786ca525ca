import DecisionEngine
import PolicyModel

/// A case as a scenario file has it, with what its answer says today as the expectation.
public struct ScenarioText: Sendable {
  public let text: String

  /// Writes a scenario that holds with the knowledge of the table.
  ///
  /// Where the case lacks facts, it is expected that the dialogue asks for the next of them.
  public init(
    named name: String, asks: String? = nil, facts: [Identifier<Fact>: Reply],
    in table: DecisionTable, notes: String? = nil
  ) {
    let answer = table.answer(to: facts)
    var lines = ["scenario: \(YAMLText.scalar(name))", "organisation: \(table.organisation.id)"]
    if let asks { lines.append("asks: \(YAMLText.scalar(asks))") }
    let order = table.facts.map(\.id)
    let given = facts.keys.filter(order.contains).sorted {
      (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
    }
    lines.append("facts:\(given.isEmpty ? " {}" : "")")
    for fact in given {
      guard let words = facts[fact].map(ReplyFormat.words)?.map(YAMLText.scalar) else { continue }
      lines.append("  \(fact): " + (words.count == 1 ? words[0] : Self.list(words)))
    }
    lines.append("expect:")
    lines.append("  topic: \(table.topic.id)")
    if let next = table.nextFact(after: facts) { lines.append("  next: \(next.id)") }
    lines.append("  verdict: \(YAMLText.scalar(answer.verdict.rawValue))")
    if !answer.isSettled {
      let possible = answer.possibleVerdicts.map { YAMLText.scalar($0.rawValue) }
      lines.append("  possible: \(Self.list(possible))")
    }
    let cited = answer.citations.map { YAMLText.scalar($0.description) }
    if !cited.isEmpty { lines.append("  cite: \(Self.list(cited))") }
    if !answer.contacts.isEmpty {
      lines.append("  contacts: \(Self.list(answer.contacts.map(\.text)))")
    }
    if let notes { lines.append("notes: \(YAMLText.scalar(notes))") }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// Scenarios as the documents of one file.
  public static func file(_ scenarios: [ScenarioText]) -> String {
    scenarios.map(\.text).joined(separator: "---\n")
  }
}
