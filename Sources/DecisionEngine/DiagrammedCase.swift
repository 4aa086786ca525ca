import PolicyModel

/// A case read from decision diagrams: what is left of them once the known facts are put in.
///
/// What is left of a statement hangs on a fact just if the fact can change it, so nothing has to be
/// searched.
struct DiagrammedCase: CaseReading, Sendable {
  /// What is known of a variable of the diagrams.
  private enum Value {
    case no, yes, open
  }

  /// How many statements a case may leave behind before they are all forgotten.
  private static let mostLeftBehind = 100_000

  private let advice: AdviceDiagram
  /// For each fact its variables.
  private let variables: [Range<Int>]
  /// For each class of options of each fact the variable that stands for it, -1 where none does.
  private let variableOfClass: [Int]
  private let firstClass: [Int]
  private var diagram: DecisionDiagram
  private var values: [Value]
  /// What is left of each statement of the advice in this case, -1 where it has not been found out.
  private var rests: [Int]
  /// The case in which each statement was last seen, to see it once.
  private var lastSeen: [Int]
  private var caseNumber = 0
  private let table: DecisionTable
  private var state: [FactState] = []
  private var open: NumberSet
  /// For each fact whether what to do hangs on it.
  private var matter: [Bool]

  init(_ table: DecisionTable) {
    self.table = table
    advice = table.diagram
    open = NumberSet(outOf: table.conditions.count)
    diagram = advice.diagram
    variables = diagram.blocks.map { $0.first..<$0.end }
    variableOfClass = diagram.blocks.flatMap { block in
      block.slot.classes.map { block.variable(of: $0) ?? -1 }
    }
    var firstClass: [Int] = []
    var count = 0
    for block in diagram.blocks {
      firstClass.append(count)
      count += block.slot.classes.count
    }
    self.firstClass = firstClass
    values = [Value](repeating: .open, count: diagram.blocks.last?.end ?? 0)
    rests = [Int](repeating: -1, count: diagram.count)
    lastSeen = [Int](repeating: 0, count: diagram.count)
    matter = [Bool](repeating: false, count: diagram.blocks.count)
  }

  /// Outlines the answer to a case of which it is known which rules hold.
  mutating func outline(
    _ known: CanonicalCase, _ truths: RuleTruths, into outline: inout AnswerOutline
  ) {
    read(known, truths)
    let classes = known.classes
    table.outline(
      &self, notSure: classes.indices.filter { classes[$0] == CanonicalCase.notSure },
      unasked: classes.indices.filter { classes[$0] == 0 }, into: &outline)
  }

  private mutating func read(_ known: CanonicalCase, _ truths: RuleTruths) {
    state = table.state(of: known)
    open = truths.open
    if diagram.count > rests.count + Self.mostLeftBehind { diagram = advice.diagram }
    for (slot, classes) in known.classes.enumerated() { note(classes, of: slot) }
    for node in rests.indices { rests[node] = -1 }
    for block in matter.indices { matter[block] = false }
    caseNumber += 1
    for (_, node) in advice.ofVerdict { seeWhatMatters(to: rest(of: node)) }
    for node in advice.ofPart { seeWhatMatters(to: rest(of: node)) }
  }

  func matters(_ slot: Int) -> Bool { matter[slot] }

  mutating func truth(ofAdvice rule: Int) -> Truth { truth(of: advice.ofAdvice[rule]) }

  mutating func truth(ofPart part: Int) -> Truth { truth(of: advice.ofPart[part]) }

  mutating func addPossibleVerdicts(to verdicts: inout [Verdict]) {
    for (verdict, node) in advice.ofVerdict where truth(of: node) != .no {
      verdicts.append(verdict)
    }
  }

  func isConditional(_ rule: Int) -> Bool {
    table.isConditional(rule, in: state, wherever: matter, open: open)
  }

  private mutating func truth(of node: Int) -> Truth {
    switch rest(of: node) {
    case DecisionDiagram.no: .no
    case DecisionDiagram.yes: .yes
    default: .open
    }
  }

  /// What a reply comes to for the variables of its fact.
  private mutating func note(_ classes: UInt64, of slot: Int) {
    let isKnown = classes != 0 && classes != CanonicalCase.notSure
    for variable in variables[slot] { values[variable] = isKnown ? .no : .open }
    guard isKnown else { return }
    var left = classes
    while left != 0 {
      let variable = variableOfClass[firstClass[slot] + left.trailingZeroBitCount]
      if variable >= 0 { values[variable] = .yes }
      left &= left - 1
    }
  }

  /// What is left of a statement of the advice.
  private mutating func rest(of node: Int) -> Int {
    guard node > DecisionDiagram.yes else { return node }
    if rests[node] >= 0 { return rests[node] }
    let variable = diagram.variable(of: node)
    let result: Int
    switch values[variable] {
    case .no: result = rest(of: diagram.part(of: node, where: variable, is: false))
    case .yes: result = rest(of: diagram.part(of: node, where: variable, is: true))
    case .open:
      let low = rest(of: diagram.part(of: node, where: variable, is: false))
      let high = rest(of: diagram.part(of: node, where: variable, is: true))
      result = diagram.node(variable, low: low, high: high)
    }
    rests[node] = result
    return result
  }

  /// Notes on which facts something that is left hangs.
  private mutating func seeWhatMatters(to node: Int) {
    guard node > DecisionDiagram.yes else { return }
    while lastSeen.count < diagram.count { lastSeen.append(0) }
    guard lastSeen[node] != caseNumber else { return }
    lastSeen[node] = caseNumber
    let variable = diagram.variable(of: node)
    if let block = diagram.block(of: node) { matter[block] = true }
    seeWhatMatters(to: diagram.part(of: node, where: variable, is: false))
    seeWhatMatters(to: diagram.part(of: node, where: variable, is: true))
  }
}
