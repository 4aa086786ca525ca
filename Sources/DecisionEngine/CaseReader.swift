import PolicyModel

/// Answers case after case of one table.
///
/// Where the known facts settle every rule, the answer is the same as whenever the same rules held. All
/// other cases are read from decision diagrams, which are drawn when the first of them comes.
public struct CaseReader: Sendable {
  public let table: DecisionTable
  private var terms: RuleTerms?
  private var truths: RuleTruths
  /// The present case where something is open.
  private var openCase: CanonicalCase?
  private var answers: [NumberSet: Answer] = [:]
  private var diagrammed: DiagrammedCase?

  /// More different answers to settled cases than any topic has are not kept.
  private static let mostAnswers = 10_000

  /// A reader that has not been given a case: nothing has been said.
  public init(_ table: DecisionTable) {
    self.table = table
    terms = RuleTerms(table)
    truths = RuleTruths(outOf: table.conditions.count)
    read(CanonicalCase(classes: [UInt64](repeating: 0, count: table.slots.count)))
  }

  /// Turns to a case.
  public mutating func read(_ known: CanonicalCase) {
    truths =
      terms?.truths(of: known) ?? RuleTruths(table.effective(in: table.state(of: known)))
    openCase = truths.open.isEmpty ? nil : known
  }

  /// Whether the known facts settle every rule in the present case.
  public var isSettled: Bool { openCase == nil }

  /// Outlines the answer to the present case.
  public mutating func outline(into outline: inout AnswerOutline) {
    guard let openCase else {
      var settled = SettledCase(table: table, holding: truths.holding)
      return table.outline(&settled, notSure: [], unasked: [], into: &outline)
    }
    // Many read side by side, each from diagrams of its own.
    var diagrams = diagrammed.take() ?? table.withDiagrams { $0 }
    defer { diagrammed = diagrams }
    diagrams.read(table.state(of: openCase), open: truths.open)
    let classes = openCase.classes
    table.outline(
      &diagrams, notSure: classes.indices.filter { classes[$0] == CanonicalCase.notSure },
      unasked: classes.indices.filter { classes[$0] == 0 }, into: &outline)
  }

  /// The answer that the table gives to the replies that the present case stands for.
  public mutating func answer() -> Answer {
    guard let openCase else { return settledAnswer() }
    var outline = AnswerOutline(table)
    self.outline(into: &outline)
    return table.answer(outline, state: table.state(of: openCase))
  }

  private mutating func settledAnswer() -> Answer {
    if let answer = answers[truths.holding] { return answer }
    var outline = AnswerOutline(table)
    self.outline(into: &outline)
    // Nothing is open of which the state would have to tell.
    let answer = table.answer(outline, state: table.unknown)
    if answers.count >= Self.mostAnswers { answers = [:] }
    answers[truths.holding] = answer
    return answer
  }
}
