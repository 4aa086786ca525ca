import PolicyModel

/// Answers case after case of one table.
///
/// The first few are searched through, since drawing the decision diagrams takes as long as that; from
/// then on answers are read from them.
public struct CaseReader: Sendable {
  public let table: DecisionTable
  private var left: Int
  private lazy var diagrammed = DiagrammedCase(table)

  public init(_ table: DecisionTable) {
    self.init(table, searching: 8)
  }

  /// A reader that searches through so many cases at first.
  init(_ table: DecisionTable, searching mostSearched: Int) {
    self.table = table
    left = mostSearched
  }

  /// The answer that the table gives to the replies that the case stands for.
  public mutating func answer(to known: CanonicalCase) -> Answer {
    let state = table.state(of: known)
    guard left == 0 else {
      left -= 1
      var searched = SearchedCase(table, state)
      return answer(to: known, state, reading: &searched)
    }
    diagrammed.read(known)
    return answer(to: known, state, reading: &diagrammed)
  }

  private func answer(
    to known: CanonicalCase, _ state: [FactState], reading: inout some CaseReading
  ) -> Answer {
    let classes = known.classes
    return table.answer(
      &reading, state: state,
      notSure: classes.indices.filter { classes[$0] == CanonicalCase.notSure },
      unasked: classes.indices.filter { classes[$0] == 0 })
  }
}
