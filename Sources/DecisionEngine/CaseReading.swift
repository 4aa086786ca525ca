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
  /// The verdicts that the facts still open allow, strictest first.
  mutating func possibleVerdicts() -> [Verdict]
  /// Whether the value of a fact that is open can change what to do.
  mutating func matters(_ slot: Int) -> Bool
}

/// A case read by search.
struct SearchedCase: CaseReading {
  let table: DecisionTable
  let state: [FactState]
  private let effective: [Truth]

  init(_ table: DecisionTable, _ state: [FactState]) {
    self.table = table
    self.state = state
    effective = table.effective(in: state)
  }

  func truth(ofAdvice rule: Int) -> Truth {
    exact(rule < effective.count ? .rule(rule) : .otherwise)
  }

  func truth(ofPart part: Int) -> Truth { exact(.part(part)) }

  func possibleVerdicts() -> [Verdict] { table.possibleVerdicts(in: state) }

  func matters(_ slot: Int) -> Bool { table.matters(slot, in: state) }

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
  /// For each rule whether it is told; none is open.
  let effective: [Truth]

  func truth(ofAdvice rule: Int) -> Truth {
    rule < effective.count ? effective[rule] : table.otherwise(effective)
  }

  func truth(ofPart part: Int) -> Truth { table.truth(of: .part(part), effective: effective) }

  func possibleVerdicts() -> [Verdict] {
    let strictest = Verdict.allCases.sorted { $0.strictness > $1.strictness }.first {
      table.truth(of: .strictness($0.strictness), effective: effective) == .yes
    }
    return strictest.map { [$0] } ?? []
  }

  func matters(_ slot: Int) -> Bool { false }
}
