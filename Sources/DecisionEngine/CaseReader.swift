import PolicyModel

/// Answers case after case of one table.
///
/// The first two are searched through, since drawing the decision diagrams takes as long as that; from
/// then on answers are read from them.
public struct CaseReader: Sendable {
  public let table: DecisionTable
  private var left: Int
  private lazy var diagrammed = DiagrammedCase(table)
  private var known: CanonicalCase
  private var state: [FactState] = []

  public init(_ table: DecisionTable) {
    self.init(table, searching: 2)
  }

  /// A reader that searches through so many cases at first.
  init(_ table: DecisionTable, searching mostSearched: Int) {
    self.table = table
    left = mostSearched + 1
    known = CanonicalCase(classes: [UInt64](repeating: 0, count: table.slots.count))
    state = table.unknown
  }

  /// Turns to a case; nothing has been said in the first.
  public mutating func read(_ known: CanonicalCase) {
    self.known = known
    state = table.state(of: known)
    if left > 0 { left -= 1 }
    if left == 0 { diagrammed.read(known) }
  }

  /// What the answer to the present case comes down to, nil where that costs as much as the answer.
  public mutating func kind() -> AnswerKind? {
    left > 0 ? nil : table.kind(&diagrammed, state: state, known: known)
  }

  /// The answer that the table gives to the replies that the present case stands for.
  public mutating func answer() -> Answer {
    guard left > 0 else { return answer(reading: &diagrammed) }
    var searched = SearchedCase(table, state)
    return answer(reading: &searched)
  }

  private func answer(reading: inout some CaseReading) -> Answer {
    let classes = known.classes
    return table.answer(
      &reading, state: state,
      notSure: classes.indices.filter { classes[$0] == CanonicalCase.notSure },
      unasked: classes.indices.filter { classes[$0] == 0 })
  }
}
