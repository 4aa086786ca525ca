import PolicyModel

/// Cases in which the same conditions hold.
public struct CaseClass: Hashable, Sendable {
  /// Of each list of conditions the place of the one that holds.
  public let choices: [Int]
  /// How many cases it has, nil for more than can be counted.
  public let count: UInt128?
  let node: Int
}

extension CaseSpace {
  /// The cases in classes, by which condition of each list holds; of each list exactly one must.
  ///
  /// Classes without a case are left out. The others stand in the order of the lists.
  public mutating func classes(by lists: [[Condition]]) -> [CaseClass] {
    var classes: [(choices: [Int], node: Int)] = [([], DecisionDiagram.yes)]
    for list in lists {
      let nodes = list.map { diagram.node(for: $0) }
      var finer: [(choices: [Int], node: Int)] = []
      for (choices, node) in classes {
        for place in nodes.indices {
          let both = diagram.and(node, nodes[place])
          if both != DecisionDiagram.no { finer.append((choices + [place], both)) }
        }
      }
      classes = finer
    }
    return classes.map {
      CaseClass(choices: $0.choices, count: count($0.node, from: 0), node: $0.node)
    }
  }

  /// A few facts that, once known, put a case into the class: the fewest, where that is soon found
  /// out, and else the fewest that lead there when they are asked in their order.
  public mutating func shortCase(of one: CaseClass) -> [Identifier<Fact>: Reply] {
    var known: [Int: [Identifier<Fact>: Reply]?] = [:]
    let inOrder = shortestPath(to: one.node, &known) ?? [:]
    // To look for fewer in any order takes ever longer the more there are.
    guard inOrder.count <= mostSearched else { return inOrder }
    return smallestCase(holding: one.node) ?? inOrder
  }

  private var mostSearched: Int { diagram.blocks.count <= 8 ? 5 : 3 }

  private mutating func shortestPath(
    to node: Int, _ known: inout [Int: [Identifier<Fact>: Reply]?]
  ) -> [Identifier<Fact>: Reply]? {
    if let found = known[node] { return found }
    guard let block = diagram.block(of: node) else {
      return node == DecisionDiagram.yes ? [:] : nil
    }
    var shortest: [Identifier<Fact>: Reply]?
    for (end, replies) in ends(of: node, asking: block) {
      guard var path = shortestPath(to: end, &known) else { continue }
      guard shortest.map({ path.count + 1 < $0.count }) ?? true else { continue }
      path[diagram.blocks[block].slot.fact.id] = .options(
        diagram.fewestOptions(replies.statement, in: diagram.blocks[block]))
      shortest = path
    }
    known[node] = .some(shortest)
    return shortest
  }
}
