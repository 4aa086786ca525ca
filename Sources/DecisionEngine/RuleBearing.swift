import PolicyModel

/// On which rules it hangs whether an item is part of the answer.
struct RuleBearing: Sendable {
  private let parts: [AdviceParts.Part]
  /// The strictness of each rule's verdict, and last of what is said otherwise; -1 without one.
  private let strictness: [Int]
  /// For each rule itself and all that set it aside, or set those aside, and so on.
  private let closures: [NumberSet]
  /// The rules that carry a verdict, and all that bear on them.
  private let deciding: NumberSet
  /// The rules that name somebody to go to, and all that bear on them.
  private let naming: NumberSet

  /// `order` has each rule after all that set it aside.
  init(topicRules: TopicRules, overriders: [[Int]], order: [Int], parts: [AdviceParts.Part]) {
    let rules = topicRules.rules
    let none = NumberSet(outOf: rules.count)
    var closures = rules.map { _ in none }
    for rule in order {
      closures[rule].insert(rule)
      for overrider in overriders[rule] { closures[rule].formUnion(closures[overrider]) }
    }
    var deciding = none
    var naming = none
    for (rule, closure) in zip(rules, closures) {
      if rule.advice.verdict != nil { deciding.formUnion(closure) }
      if !rule.advice.contacts.isEmpty { naming.formUnion(closure) }
    }
    strictness = (rules.map(\.advice) + [topicRules.otherwise]).map { $0.verdict?.strictness ?? -1 }
    self.parts = parts
    self.closures = closures
    self.deciding = deciding
    self.naming = naming
  }

  func rules(on item: AdviceItem) -> NumberSet {
    switch item {
    case .rule(let rule): return closures[rule]
    case .otherwise: return deciding
    case .anyContact: return union(deciding, naming)
    case .strictness(let least):
      return rules(on: strictness.indices.filter { strictness[$0] >= least })
    case .part(let number):
      let carriers = rules(on: parts[number].carriers)
      switch parts[number].content {
      case .proviso: return union(carriers, rules(on: .strictness(Verdict.yes.strictness)))
      case .contact where parts[number].isOfFallback:
        return union(carriers, union(deciding, naming))
      case .step, .contact: return carriers
      }
    }
  }

  /// The rules that bear on some advice; the number behind the last rule is what is said otherwise.
  private func rules(on advice: [Int]) -> NumberSet {
    var rules = NumberSet(outOf: closures.count)
    for rule in advice { rules.formUnion(rule < closures.count ? closures[rule] : deciding) }
    return rules
  }

  private func union(_ first: NumberSet, _ second: NumberSet) -> NumberSet {
    var rules = first
    rules.formUnion(second)
    return rules
  }
}
