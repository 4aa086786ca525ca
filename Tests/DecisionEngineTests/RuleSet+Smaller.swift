import PolicyModel

/// The way from a generated set of rules that shows a fault to one that a person can read.
extension RuleSet {
  /// A set that still shows a fault, of which nothing can be left out without losing it.
  func smallest(where showsFault: (RuleSet) throws -> Bool) rethrows -> RuleSet {
    var smallest = self
    while let next = try smallest.smaller.first(where: showsFault) { smallest = next }
    return smallest
  }

  /// The rules in one line each, and what is said otherwise.
  var outline: String {
    let lines = rules.map { rule in
      let over = rule.overrides.isEmpty ? "" : " over \(rule.overrides)"
      return "\(rule.id)\(over): \(rule.condition.outline) -> \(rule.advice.outline)"
    }
    let named = facts.map { "\($0.id) \($0.kind) \($0.options.map(\.id))" }
    return (named + lines + ["otherwise -> \(otherwise.outline), fallback \(fallback)"])
      .joined(separator: "\n")
  }

  /// The sets with one thing less than this one.
  private var smaller: [RuleSet] {
    var sets: [RuleSet] = []
    func add(_ change: (inout RuleSet) -> Void) {
      var set = self
      change(&set)
      sets.append(set)
    }
    for index in rules.indices {
      add { $0.rules.remove(at: index) }
      let rule = rules[index]
      for condition in rule.condition.smaller {
        add { $0.rules[index] = rule.with(condition, rule.overrides, rule.advice) }
      }
      for advice in rule.advice.smaller {
        add { $0.rules[index] = rule.with(rule.condition, rule.overrides, advice) }
      }
      for place in rule.overrides.indices {
        var overrides = rule.overrides
        overrides.remove(at: place)
        add { $0.rules[index] = rule.with(rule.condition, overrides, rule.advice) }
      }
    }
    for advice in otherwise.smaller { add { $0.otherwise = advice } }
    if !fallback.isEmpty { add { $0.fallback.removeLast() } }
    let used = Set(rules.flatMap(\.condition.facts))
    for (index, fact) in facts.enumerated() where !used.contains(fact.id) {
      add { $0.facts.remove(at: index) }
    }
    return sets
  }
}

extension Condition {
  fileprivate var smaller: [Condition] {
    switch self {
    case .fact(let fact, let options):
      return options.count < 2
        ? [] : options.indices.map { .fact(fact, isAnyOf: options.without($0)) }
    case .not(let part): return [part] + part.smaller.map { .not($0) }
    case .all(let parts): return parts + Self.smaller(parts).map { .all($0) }
    case .any(let parts): return parts + Self.smaller(parts).map { .any($0) }
    }
  }

  /// The lists with one part less, and those with a smaller part.
  private static func smaller(_ parts: [Condition]) -> [[Condition]] {
    parts.indices.map { parts.without($0) }
      + parts.indices.flatMap { index in
        parts[index].smaller.map { part in
          var changed = parts
          changed[index] = part
          return changed
        }
      }
  }

  fileprivate var outline: String {
    switch self {
    case .fact(let fact, let options): "\(fact) \(options)"
    case .not(let part): "not(\(part.outline))"
    case .all(let parts): "all(\(parts.map(\.outline).joined(separator: ", ")))"
    case .any(let parts): "any(\(parts.map(\.outline).joined(separator: ", ")))"
    }
  }
}

extension Advice {
  fileprivate var smaller: [Advice] {
    var less: [Advice] = []
    if !steps.isEmpty { less.append(with([], provided, contacts)) }
    if !provided.isEmpty { less.append(with(steps, [], contacts)) }
    if !contacts.isEmpty { less.append(with(steps, provided, [])) }
    return less
  }

  private func with(
    _ steps: [Step], _ provided: [Proviso], _ contacts: [Identifier<Contact>]
  ) -> Advice {
    Advice(
      verdict: verdict, say: say, steps: steps, provided: provided, citations: citations,
      contacts: contacts)
  }

  fileprivate var outline: String {
    let steps = steps.map { "do \($0.what) by \($0.deadline?.text ?? "-")" }
    let rest = steps + provided.map { "if \($0.that)" } + contacts.map { "go to \($0)" }
    return ([verdict?.rawValue ?? "remark"] + rest).joined(separator: ", ")
  }
}

extension Rule {
  /// The rule with everything but its name replaced.
  func with(_ condition: Condition, _ overrides: [Identifier<Rule>], _ advice: Advice) -> Rule {
    Rule(id: id, condition: condition, overrides: overrides, advice: advice)
  }
}

extension Array {
  fileprivate func without(_ index: Int) -> [Element] {
    var left = self
    left.remove(at: index)
    return left
  }
}
