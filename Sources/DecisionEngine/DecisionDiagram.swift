import PolicyModel

/// Statements about facts, each in a form that two statements with the same meaning share.
///
/// Reduced, ordered decision diagrams after Bryant: a statement is a number, equal numbers mean the
/// same in every case, and a statement hangs on a fact just if the fact can change it. Hence a fact
/// can be seen to matter, and cases can be counted, without going through the cases.
struct DecisionDiagram {
  /// The statement that never holds.
  static let no = 0
  /// The statement that always holds.
  static let yes = 1

  private struct Choice: Hashable {
    let variable: Int
    let low: Int
    let high: Int

    // One number is hashed in a third of the time that three take.
    func hash(into hasher: inout Hasher) {
      hasher.combine(variable &* 0x1_0000_01B3 ^ low &* 0x2_5F4A_7C15 ^ high << 1)
    }
  }

  private struct Triple: Hashable {
    let first: Int
    let second: Int
    let third: Int

    func hash(into hasher: inout Hasher) {
      hasher.combine(first &* 0x1_0000_01B3 ^ second &* 0x2_5F4A_7C15 ^ third << 1)
    }
  }

  /// For each fact the variables that stand for its value.
  let blocks: [FactBlock]
  private let facts: [Fact]
  private var choices: [Choice]
  private var numbers: [Choice: Int] = [:]
  private var chosen: [Triple: Int] = [:]
  private var restrictions: [Triple: Int] = [:]
  private var compiled: [Condition: Int] = [:]

  /// A diagram over some facts, in whose order they are looked at.
  init(_ slots: [FactSlot]) {
    var blocks: [FactBlock] = []
    for slot in slots { blocks.append(FactBlock(slot, first: blocks.last?.end ?? 0)) }
    self.blocks = blocks
    facts = slots.map(\.fact)
    let constant = Choice(variable: .max, low: 0, high: 0)
    choices = [constant, constant]
  }

  /// How many statements there are.
  var count: Int { choices.count }

  /// The variable that a statement looks at first; the greatest number for one that is settled.
  func variable(of node: Int) -> Int { choices[node].variable }

  /// What is left of a statement once any variable is known.
  mutating func restricted(_ node: Int, where variable: Int, is value: Bool) -> Int {
    let top = choices[node].variable
    guard top < variable else { return part(of: node, where: variable, is: value) }
    let key = Triple(first: node, second: variable, third: value ? 1 : 0)
    if let known = restrictions[key] { return known }
    let low = restricted(choices[node].low, where: variable, is: value)
    let high = restricted(choices[node].high, where: variable, is: value)
    let result = self.node(top, low: low, high: high)
    restrictions[key] = result
    return result
  }

  /// What is left of a statement once its first variable is known; others say nothing of it.
  func part(of node: Int, where variable: Int, is value: Bool) -> Int {
    guard choices[node].variable == variable else { return node }
    return value ? choices[node].high : choices[node].low
  }

  /// The place of the fact that a statement looks at first, nil for one that is settled.
  func block(of node: Int) -> Int? {
    let variable = choices[node].variable
    return variable == .max ? nil : blocks.firstIndex { variable < $0.end }
  }

  /// The variables on which some statements hang.
  func variables(of nodes: [Int]) -> Set<Int> {
    var variables: Set<Int> = []
    var seen: Set<Int> = [Self.no, Self.yes]
    var open = nodes
    while let node = open.popLast() {
      guard seen.insert(node).inserted else { continue }
      variables.insert(choices[node].variable)
      open += [choices[node].low, choices[node].high]
    }
    return variables
  }

  mutating func node(_ variable: Int, low: Int, high: Int) -> Int {
    if low == high { return low }
    let choice = Choice(variable: variable, low: low, high: high)
    if let known = numbers[choice] { return known }
    choices.append(choice)
    numbers[choice] = choices.count - 1
    return choices.count - 1
  }

  /// The statement that is as one where a condition holds and as another where it does not.
  mutating func choose(_ condition: Int, then: Int, otherwise: Int) -> Int {
    if condition == Self.yes || then == otherwise { return then }
    if condition == Self.no { return otherwise }
    if then == Self.yes, otherwise == Self.no { return condition }
    let key = Triple(first: condition, second: then, third: otherwise)
    if let known = chosen[key] { return known }
    let variable = min(
      choices[condition].variable, choices[then].variable, choices[otherwise].variable)
    let low = choose(
      part(of: condition, where: variable, is: false),
      then: part(of: then, where: variable, is: false),
      otherwise: part(of: otherwise, where: variable, is: false))
    let high = choose(
      part(of: condition, where: variable, is: true),
      then: part(of: then, where: variable, is: true),
      otherwise: part(of: otherwise, where: variable, is: true))
    let result = node(variable, low: low, high: high)
    chosen[key] = result
    return result
  }

  mutating func and(_ left: Int, _ right: Int) -> Int {
    choose(left, then: right, otherwise: Self.no)
  }

  mutating func or(_ left: Int, _ right: Int) -> Int {
    choose(left, then: Self.yes, otherwise: right)
  }

  mutating func not(_ node: Int) -> Int { choose(node, then: Self.no, otherwise: Self.yes) }

  /// The statement that a condition makes.
  mutating func node(for condition: Condition) -> Int {
    if let known = compiled[condition] { return known }
    var result: Int
    switch condition {
    case .fact(let id, let options):
      guard let place = facts.firstIndex(where: { $0.id == id }) else { return Self.no }
      result = node(for: FactSlot.mask(options, of: facts[place]), in: blocks[place])
    case .all(let parts):
      result = Self.yes
      for part in parts { result = and(result, node(for: part)) }
    case .any(let parts):
      result = Self.no
      for part in parts { result = or(result, node(for: part)) }
    case .not(let part): result = not(node(for: part))
    }
    compiled[condition] = result
    return result
  }
}
