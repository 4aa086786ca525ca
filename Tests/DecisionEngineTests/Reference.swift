import PolicyModel

/// What a person is told to do: all that a question must be able to change.
struct ToldAdvice: Hashable {
  var verdict: Verdict?
  var steps: Set<Step>
  var provisos: Set<String>
  var contacts: Set<Identifier<Contact>>
}

/// A case in which every fact is known: for each fact the options that hold.
typealias FullCase = [Identifier<Fact>: Set<Identifier<Option>>]

/// The meaning of rules by the words of design.md, section 4, for full cases alone.
///
/// Naive on purpose, and written without the engine: it is what the engine is held against.
struct Reference {
  /// The verdicts in the order in which one outranks the next.
  static let outranking: [Verdict] = [.act, .no, .askFirst, .yesIf, .yes, .silent, .note]

  let ruleSet: RuleSet

  func holds(_ condition: Condition, in full: FullCase) -> Bool {
    switch condition {
    case .fact(let fact, let options): options.contains { full[fact]?.contains($0) == true }
    case .all(let parts): parts.allSatisfy { holds($0, in: full) }
    case .any(let parts): parts.contains { holds($0, in: full) }
    case .not(let part): !holds(part, in: full)
    }
  }

  /// Whether a rule holds and no rule that overrides it holds without being set aside itself.
  func isEffective(_ rule: Rule, in full: FullCase) -> Bool {
    holds(rule.condition, in: full)
      && !ruleSet.rules.contains { $0.overrides.contains(rule.id) && isEffective($0, in: full) }
  }

  /// The rules that are told; nil stands for what is said otherwise.
  func effective(in full: FullCase) -> Set<Identifier<Rule>?> {
    let rules = ruleSet.rules.filter { isEffective($0, in: full) }
    let isDecided = rules.contains { $0.advice.verdict != nil }
    return Set(rules.map { $0.id } + (isDecided ? [] : [nil]))
  }

  /// What is told where just these rules are; nil stands for what is said otherwise.
  func advice(of effective: Set<Identifier<Rule>?>) -> ToldAdvice {
    var told = ruleSet.rules.filter { effective.contains($0.id) }.map(\.advice)
    if effective.contains(nil) { told.append(ruleSet.otherwise) }
    let verdict = Self.outranking.first { verdict in told.contains { $0.verdict == verdict } }
    let named = Set(told.flatMap(\.contacts))
    let isFallbackNamed = verdict == .silent || named.isEmpty
    let mayGoAhead = [.askFirst, .yesIf, .yes].contains(verdict)
    return ToldAdvice(
      verdict: verdict,
      steps: Set(
        told.flatMap(\.steps).map { Step(what: $0.what, deadline: $0.deadline, who: $0.who) }),
      provisos: mayGoAhead ? Set(told.flatMap(\.provided).map(\.that)) : [],
      contacts: named.union(isFallbackNamed ? ruleSet.fallback : []))
  }
}
