import DecisionEngine
import PolicyModel

/// Why an answer is as it is, in the words of those who edit the knowledge: ids and clauses.
struct AnswerExplanation {
  private let answer: Answer
  private let replies: [Identifier<Fact>: Reply]
  private let table: DecisionTable

  init(_ answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable) {
    self.answer = answer
    self.replies = replies
    self.table = table
  }

  /// The rules that decide, each with its clauses.
  var decidingRules: [String] {
    let open = answer.undecided.filter { $0.advice.verdict == answer.verdict }.map {
      "If \(ConditionText.of($0.condition)): \(Self.decision($0.rule, $0.advice))"
    }
    return answer.deciding.map { Self.decision($0.rule, $0.advice) } + open
  }

  private static func decision(_ rule: Identifier<Rule>?, _ advice: Advice) -> String {
    let clauses = advice.citations.map(\.description).joined(separator: ", ")
    let rests = clauses.isEmpty ? "" : ", which rests on \(clauses)"
    guard let rule else { return "No rule with a verdict holds, so 'otherwise' answers\(rests)." }
    return "The rule '\(rule)' decides\(rests)."
  }

  /// What decides, and what would have to differ for another verdict.
  func reasons(against expected: Verdict) -> [String] {
    let changes = table.smallestChanges(from: replies).filter { $0.verdicts.contains(expected) }
    let conditions = changes.map { change in
      let facts = change.changes.map { fact in
        "\(fact.fact) were \(fact.replies.map(Self.words).joined(separator: " or "))"
      }
      let others = change.verdicts.count > 1 ? " (it then hangs on further facts)" : ""
      return "It could be '\(expected.rawValue)' if \(facts.joined(separator: " and "))\(others)."
    }
    guard answer.isSettled else { return decidingRules }
    let none = "No change of one fact or two makes it '\(expected.rawValue)'."
    return decidingRules + (conditions.isEmpty ? [none] : conditions)
  }

  /// Why a clause is not cited.
  func absence(of citation: Citation) -> [String] {
    let rules = table.topicRules.rules.filter { $0.advice.allCitations.contains(citation) }
    guard !rules.isEmpty else { return ["No rule of the topic cites \(citation)."] }
    let traces = table.trace(of: replies)
    return rules.compactMap { rule in
      switch traces.first(where: { $0.rule == rule.id })?.outcome {
      case .fell?:
        "The rule '\(rule.id)' cites \(citation); it holds if \(ConditionText.of(rule.condition))."
      case .setAside(let other)?:
        "The rule '\(rule.id)' cites \(citation); the rule '\(other)' sets it aside."
      case .open?:
        "The rule '\(rule.id)' cites \(citation) and hangs on facts that are not known."
      case .held?:
        "The rule '\(rule.id)' cites \(citation) for a step or condition only."
      case nil: nil
      }
    }
  }

  /// Why a clause is cited.
  func presence(of citation: Citation) -> [String] {
    let findings = answer.findings.map { ($0.rule, $0.advice) }
    let open = answer.undecided.map { ($0.rule, $0.advice) }
    return (findings + open).filter { $0.1.citations.contains(citation) }.map { rule, _ in
      rule.map { "The rule '\($0)' holds and cites \(citation)." }
        ?? "'otherwise' answers and cites \(citation)."
    }
  }

  private static func words(_ reply: Reply) -> String {
    ReplyFormat.words(of: reply).joined(separator: " with ")
  }
}

/// Conditions as they are written in rules, in one line.
public enum ConditionText {
  /// The condition with the ids of facts and options.
  public static func of(_ condition: Condition) -> String {
    switch condition {
    case .fact(let fact, let options):
      "\(fact) is \(options.map(\.text).joined(separator: " or "))"
    case .all(let parts) where parts.isEmpty: "always"
    case .all(let parts): parts.map(part).joined(separator: " and ")
    case .any(let parts): parts.map(part).joined(separator: " or ")
    case .not(let inner): "not (\(of(inner)))"
    }
  }

  private static func part(_ condition: Condition) -> String {
    switch condition {
    case .any(let parts) where parts.count > 1, .all(let parts) where parts.count > 1:
      "(\(of(condition)))"
    default: of(condition)
    }
  }
}
