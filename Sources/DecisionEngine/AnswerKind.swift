import PolicyModel

/// What an answer comes down to: two cases of one kind are answered alike, but for the wording of what
/// is left of a condition that is open.
///
/// A topic has far fewer kinds of answers than cases.
public struct AnswerKind: Hashable, Sendable {
  /// The rules that are told, where nothing is open.
  private let told: RuleNumbers?
  private var words: [UInt64] = []
  /// How many bits of the last word are taken.
  private var width = 0

  init(told: RuleNumbers? = nil) {
    self.told = told
  }

  mutating func add(_ number: UInt64, bits: Int) {
    if width + bits > 64 || words.isEmpty {
      words.append(0)
      width = 0
    }
    words[words.count - 1] |= number << UInt64(width)
    width += bits
  }

  mutating func add(_ truth: Truth) {
    switch truth {
    case .no: add(0, bits: 2)
    case .open: add(1, bits: 2)
    case .yes: add(2, bits: 2)
    }
  }
}

extension DecisionTable {
  /// The kind of the answer to a case of which something is open.
  func kind(
    _ reading: inout some CaseReading, state: [FactState], _ effective: [Truth],
    known: CanonicalCase
  ) -> AnswerKind {
    var kind = AnswerKind()
    let matter = slots.indices.map { reading.matters($0) }
    for rule in 0...topicRules.rules.count {
      let truth = reading.truth(ofAdvice: rule)
      kind.add(truth)
      guard truth == .open else { continue }
      kind.add(isConditional(rule, in: state, effective, wherever: matter) ? 1 : 0, bits: 1)
    }
    for part in parts.all.indices { kind.add(reading.truth(ofPart: part)) }
    let possible = reading.possibleVerdicts()
    for verdict in Verdict.allCases { kind.add(possible.contains(verdict) ? 1 : 0, bits: 1) }
    for (slot, classes) in known.classes.enumerated() {
      kind.add(matter[slot] ? 1 : 0, bits: 1)
      kind.add(classes == CanonicalCase.notSure && matter[slot] ? 1 : 0, bits: 1)
    }
    return kind
  }
}
