import PolicyModel

/// A case read from decision diagrams: what is left of them once the known facts are put in.
///
/// What is left of a statement hangs on a fact just if the fact can change it, so nothing has to be
/// searched. Over all topics a search took a hundred times as long, and up to 127 ms for one prompt; the
/// diagrams of the largest topic are drawn in 0.3 ms.
struct DiagrammedCase: CaseReading, Sendable {
  /// What is known of a variable of the diagrams.
  private enum Value {
    case no, yes, open
  }

  /// How many statements a case may leave behind before they are all forgotten.
  private static let mostLeftBehind = 100_000

  private let advice: AdviceDiagram
  /// For each variable the options of which it says that one holds.
  private let options: [UInt64]
  /// For each fact its variables, and the options that hold where none of them does, if they go without
  /// saying.
  private let variables: [(range: Range<Int>, final: UInt64)]
  private var diagram: DecisionDiagram
  private var values: [Value]
  /// What was left of each statement of the advice in the case for which that was last found out: to
  /// forget all of them at each case took longer than most cases do.
  private var rests: [(node: Int, caseNumber: Int)]
  /// The case in which each statement was last seen, to see it once.
  private var lastSeen: [Int]
  /// How many cases there have been, with the present one.
  private var caseNumber = 0
  private var state: [FactState] = []
  private var open: NumberSet
  /// For each fact whether what to do hangs on it, once that was asked in this case.
  private var matter: [Bool]
  private var isMatterKnown = false

  init(_ table: DecisionTable) {
    advice = AdviceDiagram(table)
    open = NumberSet(outOf: table.conditions.count)
    diagram = advice.diagram
    options = diagram.blocks.flatMap { block in
      (block.first..<block.end).map {
        $0 == block.exclusiveVariable ? block.slot.exclusive : block.classes[$0 - block.first]
      }
    }
    variables = diagram.blocks.map { block in
      (block.first..<block.end, block.slot.isSeveral ? 0 : block.classes.last ?? 0)
    }
    values = [Value](repeating: .open, count: options.count)
    rests = [(Int, Int)](repeating: (0, 0), count: diagram.count)
    lastSeen = [Int](repeating: 0, count: diagram.count)
    matter = [Bool](repeating: false, count: diagram.blocks.count)
  }

  /// Turns to a case, of which it is known on which rules something is open.
  mutating func read(_ state: [FactState], open: NumberSet) {
    // Mostly one fact is otherwise than in the last case.
    for slot in state.indices where self.state.isEmpty || state[slot] != self.state[slot] {
      note(state[slot], of: slot)
    }
    self.state = state
    self.open = open
    if diagram.count > rests.count + Self.mostLeftBehind { diagram = advice.diagram }
    caseNumber += 1
    isMatterKnown = false
  }

  /// For each fact whether what to do hangs on it.
  mutating func allMatter() -> [Bool] {
    if !isMatterKnown {
      isMatterKnown = true
      for block in matter.indices { matter[block] = false }
      for (_, node) in advice.ofVerdict { seeWhatMatters(to: rest(of: node)) }
      for node in advice.ofPart { seeWhatMatters(to: rest(of: node)) }
    }
    return matter
  }

  mutating func matters(_ slot: Int) -> Bool { allMatter()[slot] }

  mutating func truth(ofAdvice rule: Int) -> Truth { truth(of: advice.ofAdvice[rule]) }

  mutating func truth(ofPart part: Int) -> Truth { truth(of: advice.ofPart[part]) }

  mutating func addPossibleVerdicts(to verdicts: inout [Verdict]) {
    for (verdict, node) in advice.ofVerdict where truth(of: node) != .no {
      verdicts.append(verdict)
    }
  }

  mutating func isConditional(_ rule: Int, of table: DecisionTable) -> Bool {
    table.isConditional(rule, in: state, wherever: allMatter(), open: open)
  }

  private mutating func truth(of node: Int) -> Truth {
    switch rest(of: node) {
    case DecisionDiagram.no: .no
    case DecisionDiagram.yes: .yes
    default: .open
    }
  }

  /// What is known of a fact comes to for its variables.
  private mutating func note(_ known: FactState, of slot: Int) {
    let (variables, final) = variables[slot]
    var last = -1
    for variable in variables {
      if known.certain & options[variable] != 0 {
        values[variable] = .yes
      } else if known.possible & options[variable] == 0 {
        values[variable] = .no
      } else {
        values[variable] = .open
        last = variable
      }
    }
    // Of one option the last that may hold goes without saying once it is none of the others.
    if final != 0, last >= 0, known.possible & final == 0 { values[last] = .yes }
  }

  /// What is left of a statement of the advice.
  private mutating func rest(of node: Int) -> Int {
    guard node > DecisionDiagram.yes else { return node }
    if rests[node].caseNumber == caseNumber { return rests[node].node }
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
    rests[node] = (result, caseNumber)
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
