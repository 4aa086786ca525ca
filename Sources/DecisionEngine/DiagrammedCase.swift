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
  private var diagram: DecisionDiagram
  private var values: [Value]
  /// What is left of each statement of the advice in this case, -1 where it has not been found out.
  private var rests: [Int]
  /// The case in which each statement was last seen, to see it once.
  private var lastSeen: [Int]
  private var caseNumber = 0
  /// For each fact whether what to do hangs on it.
  private var matter: [Bool]

  init(_ table: DecisionTable) {
    advice = AdviceDiagram(table)
    diagram = advice.diagram
    values = [Value](repeating: .open, count: diagram.blocks.last?.end ?? 0)
    rests = [Int](repeating: -1, count: diagram.count)
    lastSeen = [Int](repeating: 0, count: diagram.count)
    matter = [Bool](repeating: false, count: diagram.blocks.count)
  }

  /// Turns to another case.
  mutating func read(_ known: CanonicalCase) {
    if diagram.count > rests.count + Self.mostLeftBehind { diagram = advice.diagram }
    for (block, classes) in zip(diagram.blocks, known.classes) { note(classes, in: block) }
    for node in rests.indices { rests[node] = -1 }
    for block in matter.indices { matter[block] = false }
    caseNumber += 1
    for (_, node) in advice.ofVerdict { seeWhatMatters(to: rest(of: node)) }
    for node in advice.ofPart { seeWhatMatters(to: rest(of: node)) }
  }

  func matters(_ slot: Int) -> Bool { matter[slot] }

  mutating func truth(ofAdvice rule: Int) -> Truth { truth(of: advice.ofAdvice[rule]) }

  mutating func truth(ofPart part: Int) -> Truth { truth(of: advice.ofPart[part]) }

  mutating func possibleVerdicts() -> [Verdict] {
    var possible: [Verdict] = []
    for (verdict, node) in advice.ofVerdict where truth(of: node) != .no {
      possible.append(verdict)
    }
    return possible
  }

  private mutating func truth(of node: Int) -> Truth {
    switch rest(of: node) {
    case DecisionDiagram.no: .no
    case DecisionDiagram.yes: .yes
    default: .open
    }
  }

  /// What a reply comes to for the variables of its fact.
  private mutating func note(_ classes: UInt64, in block: FactBlock) {
    let isKnown = classes != 0 && classes != CanonicalCase.notSure
    for variable in block.first..<block.end { values[variable] = isKnown ? .no : .open }
    guard isKnown else { return }
    let shape = block.slot
    for (number, mask) in shape.classes.enumerated() where classes & 1 << UInt64(number) != 0 {
      if let place = block.classes.firstIndex(of: mask), block.first + place < block.end {
        values[block.first + place] = .yes
      } else if mask == shape.exclusive, block.nothing == .exclusiveOrUnnamed {
        values[block.exclusiveVariable] = .yes
      }
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
