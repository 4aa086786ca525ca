import PolicyModel

/// Answers case after case of one table.
///
/// Where the known facts settle every rule, the answer is the same as whenever the same rules held. Of
/// other cases the first two are searched through, since drawing the decision diagrams takes as long as
/// that; from then on answers are read from them.
public struct CaseReader: Sendable {
  public let table: DecisionTable
  private var known: CanonicalCase
  private var state: [FactState]
  private var effective: [Truth]
  /// The rules that are told in the present case, nil where something is open.
  private var told: RuleNumbers?
  private var answers: [RuleNumbers: Answer] = [:]
  /// How many cases are still to be searched through.
  private var left: Int
  private lazy var diagrammed = DiagrammedCase(table)
  private var isDiagrammed = false

  /// More different answers to settled cases than any topic has are not kept.
  private static let mostAnswers = 10_000

  public init(_ table: DecisionTable) {
    self.init(table, searching: 2)
  }

  /// A reader that searches through so many cases at first.
  init(_ table: DecisionTable, searching mostSearched: Int) {
    self.table = table
    left = mostSearched
    known = CanonicalCase(classes: [UInt64](repeating: 0, count: table.slots.count))
    state = table.unknown
    effective = table.effective(in: state)
    told = RuleNumbers(holding: effective)
  }

  /// Turns to a case; nothing has been said in the first.
  public mutating func read(_ known: CanonicalCase) {
    self.known = known
    state = table.state(of: known)
    effective = table.effective(in: state)
    told = RuleNumbers(holding: effective)
    isDiagrammed = false
  }

  /// What the answer to the present case comes down to, nil where that costs as much as the answer.
  public mutating func kind() -> AnswerKind? {
    if let told { return AnswerKind(told: told) }
    guard left == 0 else { return nil }
    readDiagrams()
    return table.kind(&diagrammed, state: state, effective, known: known)
  }

  /// The answer that the table gives to the replies that the present case stands for.
  public mutating func answer() -> Answer {
    if let told {
      if let answer = answers[told] { return answer }
      var settled = SettledCase(table: table, effective: effective)
      let answer = self.answer(reading: &settled)
      if answers.count >= Self.mostAnswers { answers = [:] }
      answers[told] = answer
      return answer
    }
    guard left == 0 else {
      left -= 1
      var searched = SearchedCase(table, state)
      return answer(reading: &searched)
    }
    readDiagrams()
    return answer(reading: &diagrammed)
  }

  private mutating func readDiagrams() {
    guard !isDiagrammed else { return }
    diagrammed.read(known)
    isDiagrammed = true
  }

  private func answer(reading: inout some CaseReading) -> Answer {
    let classes = known.classes
    return table.answer(
      &reading, state: state,
      notSure: classes.indices.filter { classes[$0] == CanonicalCase.notSure },
      unasked: classes.indices.filter { classes[$0] == 0 })
  }
}
