import DecisionEngine
import Foundation
import PolicyModel

/// The rules of a topic as peers in other languages read them.
struct PeerTable {
  let table: DecisionTable

  /// A topic with so few facts that all its cases stand in a table with our answers, whose lines they
  /// are; nil for any other.
  func answers(_ bench: Bench) throws -> Data? {
    guard let cases = table.allCases else { return nil }
    let (_, lines) = try BatchSection.answers(to: cases, bench)
    let rows = try zip(cases, lines).map { made, line -> [String: Any] in
      var answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      for own in ["line", "id"] { answer[own] = nil }
      return [
        "key": made.facts.map { Self.options($0.reply).first ?? "" }, "answer": answer,
      ]
    }
    return try data(["facts": facts, "answers": rows])
  }

  /// The same as lines of text: how many facts, each with its options, and the answers.
  func answerLines(_ bench: Bench) throws -> Data? {
    guard let cases = table.allCases else { return nil }
    let (_, lines) = try BatchSection.answers(to: cases, bench)
    let facts = table.facts.map { fact in
      ([fact.id.text] + fact.options.map(\.id.text)).joined(separator: " ")
    }
    let answers = lines.compactMap { line in
      line.range(of: "\"status\"").map { String(line[$0.lowerBound...]) }
    }
    return Data((["\(facts.count)"] + facts + answers).joined(separator: "\n").utf8)
  }

  /// The rules with what each brings, from which an answer can be put together.
  func rules() throws -> Data {
    let rules = table.topicRules.rules.map { rule -> [String: Any] in
      var entry = Self.json(rule.advice)
      entry["id"] = rule.id.text
      entry["when"] = Self.json(standing(rule))
      return entry
    }
    let fallback = table.fallback
    return try data([
      "facts": facts, "rules": rules, "otherwise": Self.json(table.topicRules.otherwise),
      "open": Verdict.allCases.filter(\.leavesConditionsOpen).map(\.rawValue),
      "fallback": [
        "contacts": fallback.contacts.map(\.text),
        "citations": fallback.citations.map(\.description),
      ],
    ])
  }

  /// A case with the rules that hold in it, which a peer has to find.
  func expectation(_ made: MadeCase) throws -> Data {
    let several = Set(table.facts.filter { $0.kind == .several }.map(\.id))
    let facts = made.facts.map { fact -> (String, Any) in
      let options = Self.options(fact.reply)
      return (fact.id.text, several.contains(fact.id) ? options : options.first ?? "")
    }
    let rules = table.answer(to: made.replies).findings.compactMap(\.rule?.text)
    return try data([
      "facts": Dictionary(facts, uniquingKeysWith: { first, _ in first }), "rules": rules,
    ]) + Data([10])
  }

  private var facts: [[String: Any]] {
    table.facts.map { ["id": $0.id.text, "several": $0.kind == .several] }
  }

  private func data(_ object: [String: Any]) throws -> Data {
    try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
  }

  /// When a rule holds and is not set aside.
  private func standing(_ rule: Rule) -> Condition {
    let overriders = table.topicRules.rules.filter { $0.overrides.contains(rule.id) }
    return overriders.isEmpty
      ? rule.condition : .all([rule.condition] + overriders.map { .not(standing($0)) })
  }

  private static func options(_ reply: Reply) -> [String] {
    if case .options(let options) = reply { options.map(\.text) } else { [] }
  }

  private static func json(_ advice: Advice) -> [String: Any] {
    [
      "strictness": advice.verdict?.strictness ?? -1, "verdict": advice.verdict?.rawValue ?? "",
      "citations": advice.citations.map(\.description), "contacts": advice.contacts.map(\.text),
      "conditions": advice.provided.map(\.that),
      "steps": advice.steps.map { step -> [String: Any] in
        let hours = min(step.deadline?.hoursFromNow ?? .infinity, 1e9)
        return ["hours": hours, "step": json(step)]
      },
    ]
  }

  private static func json(_ step: Step) -> [[String]] {
    [["what", step.what]] + (step.deadline.map { [["by", $0.text]] } ?? [])
      + (step.who.map { [["who", $0]] } ?? [])
  }

  private static func json(_ condition: Condition) -> [Any] {
    switch condition {
    case .fact(let fact, let options): ["fact", fact.text, options.map(\.text)]
    case .all(let parts): ["all"] + parts.map { json($0) as Any }
    case .any(let parts): ["any"] + parts.map { json($0) as Any }
    case .not(let part): ["not", json(part)]
    }
  }
}
