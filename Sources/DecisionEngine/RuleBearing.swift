import PolicyModel

/// On which rules it hangs whether an item is part of the answer.
struct RuleBearing: Sendable {
  let topicRules: TopicRules
  let overriders: [[Int]]
  let parts: [AdvicePart]

  func rules(on item: AdviceItem) -> Set<Int> {
    var rules: Set<Int>
    switch item {
    case .rule(let rule): rules = [rule]
    case .otherwise: rules = Set(deciding)
    case .anyContact: rules = Set(deciding + naming)
    case .strictness(let least):
      rules = Set(deciding.filter { (verdict(of: $0)?.strictness ?? -1) >= least })
      if (topicRules.otherwise.verdict?.strictness ?? -1) >= least { rules.formUnion(deciding) }
    case .part(let number): rules = self.rules(on: parts[number])
    }
    var unseen = rules
    while let rule = unseen.popFirst() {
      let more = Set(overriders[rule]).subtracting(rules)
      rules.formUnion(more)
      unseen.formUnion(more)
    }
    return rules
  }

  private func rules(on part: AdvicePart) -> Set<Int> {
    var rules = Set(part.carriers)
    if rules.remove(topicRules.rules.count) != nil { rules.formUnion(deciding) }
    switch part.kind {
    case .step, .contact(ofFallback: false): return rules
    case .proviso: return rules.union(self.rules(on: .strictness(Verdict.yes.strictness)))
    case .contact(ofFallback: true): return rules.union(deciding + naming)
    }
  }

  /// The rules that name somebody to go to.
  private var naming: [Int] {
    topicRules.rules.indices.filter { !topicRules.rules[$0].advice.contacts.isEmpty }
  }

  /// The rules that carry a verdict.
  private var deciding: [Int] { topicRules.rules.indices.filter { verdict(of: $0) != nil } }

  private func verdict(of rule: Int) -> Verdict? { topicRules.rules[rule].advice.verdict }
}
