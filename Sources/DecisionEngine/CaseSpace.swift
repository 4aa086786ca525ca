import PolicyModel

/// All cases over some facts, each fact known, as far as some conditions tell them apart.
///
/// Exact whatever their number: cases are counted by decision diagrams, not one by one.
public struct CaseSpace: Sendable {
  private struct Attempt: Hashable {
    let node: Int
    let left: Int
    let from: Int
  }

  var diagram: DecisionDiagram
  private var counts: [Int: UInt128?] = [:]
  private var failed: Set<Attempt> = []

  /// The cases that conditions tell apart; an option that a fact does not have never holds.
  public init(facts: [Fact], toldApartBy conditions: [Condition]) {
    let atoms = conditions.flatMap { CompiledCondition($0, facts: facts).atoms }
    diagram = DecisionDiagram(
      facts.enumerated().map { place, fact in
        FactSlot(fact, masks: atoms.filter { $0.slot == place }.map(\.mask))
      })
  }

  /// How many cases there are, nil for more than can be counted.
  public mutating func count() -> UInt128? { count(DecisionDiagram.yes, from: 0) }

  /// In how many cases a condition holds, nil for more than can be counted.
  public mutating func count(where condition: Condition) -> UInt128? {
    count(diagram.node(for: condition), from: 0)
  }

  /// The fewest facts that, once known, make a condition hold; nil if it never does.
  public mutating func smallestCase(where condition: Condition) -> [Identifier<Fact>: Reply]? {
    smallestCase(holding: diagram.node(for: condition))
  }

  /// A case in which a condition holds, with a reply to every fact; nil if it never does.
  mutating func wholeCase(where condition: Condition) -> [Identifier<Fact>: Reply]? {
    var left = diagram.node(for: condition)
    guard left != DecisionDiagram.no else { return nil }
    var replies: [Identifier<Fact>: Reply] = [:]
    for place in diagram.blocks.indices {
      let possible = ends(of: left, asking: place).first { $0.node != DecisionDiagram.no }
      guard let possible else { break }
      let block = diagram.blocks[place]
      replies[block.slot.fact.id] = .options(
        diagram.fewestOptions(possible.replies.statement, in: block))
      left = possible.node
    }
    return replies
  }

  mutating func smallestCase(holding node: Int) -> [Identifier<Fact>: Reply]? {
    guard node != DecisionDiagram.no else { return nil }
    for facts in 0...diagram.blocks.count {
      if let found = search(node, left: facts, from: 0) { return found }
    }
    return nil
  }

  /// Whether a condition holds in any case.
  public mutating func isPossible(where condition: Condition) -> Bool {
    diagram.node(for: condition) != DecisionDiagram.no
  }

  mutating func count(_ node: Int, from block: Int) -> UInt128? {
    if node == DecisionDiagram.no { return 0 }
    let own = diagram.block(of: node) ?? diagram.blocks.count
    let free = diagram.blocks[block..<own].reduce(UInt128?(1)) { $1.distinctReplies?.times($0) }
    guard own < diagram.blocks.count else { return free }
    let below: UInt128?
    if let known = counts[node] {
      below = known
    } else {
      var sum: UInt128? = 0
      for (end, replies) in ends(of: node, asking: own) {
        sum = sum?.plus(replies.distinct.times(count(end, from: own + 1)))
      }
      counts[node] = .some(sum)
      below = sum
    }
    return free.flatMap { $0.times(below) }
  }

  private mutating func search(
    _ node: Int, left: Int, from first: Int
  ) -> [Identifier<Fact>: Reply]? {
    if node == DecisionDiagram.yes { return [:] }
    let attempt = Attempt(node: node, left: left, from: first)
    guard left > 0, node != DecisionDiagram.no, !failed.contains(attempt) else { return nil }
    for block in diagram.blocks.indices.dropFirst(first) {
      for (end, replies) in ends(of: node, asking: block) where end != node {
        guard var found = search(end, left: left - 1, from: block + 1) else { continue }
        found[diagram.blocks[block].slot.fact.id] = .options(
          diagram.fewestOptions(replies.statement, in: diagram.blocks[block]))
        return found
      }
    }
    failed.insert(attempt)
    return nil
  }

  /// What becomes of a statement with each reply to one question.
  mutating func ends(
    of node: Int, asking block: Int
  ) -> [(node: Int, replies: QuestionTreeBuilder.Replies)] {
    let place = DialoguePlace(open: [], leading: [.init(rule: 0, node: node)])
    let ends =
      diagram.blocks[block].slot.isSeveral
      ? diagram.endsOfChecklist(place, block: block) : diagram.endsOfChoice(place, block: block)
    return ends.map { ($0.place.leading.first?.node ?? DecisionDiagram.no, $0.replies) }
  }
}

extension FactBlock {
  /// How many replies the rules tell apart, nil for more than can be counted.
  var distinctReplies: UInt128? {
    guard slot.isSeveral else { return UInt128(classes.count) }
    let sets = UInt128(1) << UInt128(classes.count)
    switch nothing {
    case .impossible: return sets - 1
    case .one: return sets
    case .exclusiveOrUnnamed: return sets + 1
    }
  }
}

extension DecisionDiagram {
  /// The options of a reply among those of a statement, or of a mask for a fact of one option.
  func fewestOptions(_ statement: Int, in block: FactBlock) -> [Identifier<Option>] {
    let options = block.slot.fact.options
    func first(of mask: UInt64) -> [Identifier<Option>] {
      options.indices.first { mask & 1 << UInt64($0) != 0 }.map { [options[$0].id] } ?? []
    }
    guard block.slot.isSeveral else { return first(of: UInt64(bitPattern: Int64(statement))) }
    var known: [Int: [Int]?] = [:]
    func fewest(_ node: Int) -> [Int]? {
      if node == Self.no { return nil }
      if node == Self.yes { return [] }
      if let found = known[node] { return found }
      let variable = variable(of: node)
      let low = fewest(part(of: node, where: variable, is: false))
      let high = fewest(part(of: node, where: variable, is: true)).map { [variable] + $0 }
      let found: [Int]? =
        if let low, low.count <= high?.count ?? .max { low } else { high }
      known[node] = .some(found)
      return found
    }
    let ticked = fewest(statement) ?? []
    if ticked.contains(block.exclusiveVariable) { return first(of: block.slot.exclusive) }
    guard ticked.isEmpty else {
      return ticked.flatMap { first(of: block.classes[$0 - block.first]) }
    }
    let isUnnamed = block.nothing == .exclusiveOrUnnamed || block.slot.exclusive == 0
    return first(
      of: isUnnamed
        ? block.slot.all & ~block.slot.named & ~block.slot.exclusive
        : block.slot.exclusive)
  }
}
