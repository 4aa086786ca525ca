import PolicyModel

/// What a case makes certain and what it leaves open, found out exactly.
///
/// There are two ways to find it out: a search, which starts at once and suits a single case, and
/// decision diagrams, which are drawn once and then answer any number of cases.
protocol CaseReading {
  /// Whether the advice of a rule is told, or by the number behind the last rule what is said
  /// otherwise.
  mutating func truth(ofAdvice rule: Int) -> Truth
  /// Whether a step, a condition or a contact is part of the answer, by its number.
  mutating func truth(ofPart part: Int) -> Truth
  /// Adds the verdicts that the facts still open allow, strictest first.
  mutating func addPossibleVerdicts(to verdicts: inout [Verdict])
  /// Whether the value of a fact that is open can change what to do.
  mutating func matters(_ slot: Int) -> Bool
  /// Whether a rule that is open cannot change what to do: it only tells something, or what is left
  /// of it hangs on facts of which none matters.
  mutating func isConditional(_ rule: Int) -> Bool
}

/// A case read by search.
struct SearchedCase: CaseReading {
  let table: DecisionTable
  let state: [FactState]
  private let effective: [Truth]
  private lazy var matter = table.slots.indices.map { table.matters($0, in: state) }

  init(_ table: DecisionTable, _ state: [FactState]) {
    self.table = table
    self.state = state
    effective = table.effective(in: state)
  }

  func truth(ofAdvice rule: Int) -> Truth {
    exact(rule < effective.count ? .rule(rule) : .otherwise)
  }

  func truth(ofPart part: Int) -> Truth { exact(.part(part)) }

  func addPossibleVerdicts(to verdicts: inout [Verdict]) {
    verdicts += table.possibleVerdicts(in: state)
  }

  mutating func matters(_ slot: Int) -> Bool { matter[slot] }

  mutating func isConditional(_ rule: Int) -> Bool {
    table.isConditional(rule, in: state, wherever: matter, open: RuleTruths(effective).open)
  }

  /// The truth of an item, with one that only looks open found out.
  ///
  /// Kleene's logic leaves open what is certain in every case taken by itself, such as a rule for a
  /// fact next to one for its opposite.
  private func exact(_ item: AdviceItem) -> Truth {
    let truth = table.truth(of: item, effective: effective)
    guard truth == .open else { return truth }
    func can(be wanted: Truth) -> Bool {
      CaseSearch(table: table, goals: [.init(world: 0, item: item, wanted: wanted)])
        .succeeds(from: state)
    }
    if !can(be: .yes) { return .no }
    return can(be: .no) ? .open : .yes
  }
}

/// A case in which the known facts settle every rule, so that nothing has to be found out.
struct SettledCase: CaseReading {
  let table: DecisionTable
  /// The rules that are told.
  let holding: NumberSet

  func truth(ofAdvice rule: Int) -> Truth {
    if rule < table.conditions.count { return Truth(holding.contains(rule)) }
    return Truth(holding.isDisjoint(with: table.deciding))
  }

  /// Nothing is open for which this is asked.
  func truth(ofPart part: Int) -> Truth { .no }

  func addPossibleVerdicts(to verdicts: inout [Verdict]) {
    for rule in table.tellingOrder where truth(ofAdvice: rule) == .yes {
      guard let verdict = table.verdictOfAdvice[rule] else { return }
      return verdicts.append(verdict)
    }
  }

  func matters(_ slot: Int) -> Bool { false }

  func isConditional(_ rule: Int) -> Bool { false }
}

extension DecisionTable {
  /// See `CaseReading`; given for every fact whether it matters, and the rules that are open.
  func isConditional(
    _ rule: Int, in state: [FactState], wherever matter: [Bool], open: NumberSet
  ) -> Bool {
    guard rule < topicRules.rules.count else { return false }
    return topicRules.rules[rule].advice.isComment
      || !isLeft(rule, about: matter, in: state, open)
  }

  /// Whether what is left of a rule, and of those that would set it aside, is about one of some facts.
  private func isLeft(
    _ rule: Int, about facts: [Bool], in state: [FactState], _ open: NumberSet
  ) -> Bool {
    programs[rule].isLeft(about: facts, in: state)
      || overriders[rule].contains {
        open.contains($0) && isLeft($0, about: facts, in: state, open)
      }
  }
}

extension Advice {
  /// Whether it only tells something, without a verdict and nothing to do.
  fileprivate var isComment: Bool { verdict == nil && steps.isEmpty && contacts.isEmpty }
}
