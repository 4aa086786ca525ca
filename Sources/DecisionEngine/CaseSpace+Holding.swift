import PolicyModel

/// Finds one case in which many conditions hold.
extension CaseSpace {
  /// A case in which as many conditions hold as can be had by taking each in its turn, if it can hold
  /// with all that were taken before it.
  ///
  /// Of a list at most `mostTicks` options are ticked, which must be at least 1, and one at most of
  /// those that no condition tells apart. The replies make the conditions at the places hold whatever
  /// else is so.
  public mutating func caseHolding(
    _ conditions: [Condition], mostTicks: Int
  ) -> (places: [Int], replies: [Identifier<Fact>: Reply]) {
    var all = DecisionDiagram.yes
    for block in diagram.blocks where block.slot.isSeveral {
      all = diagram.and(all, diagram.node(ticking: mostTicks, in: block))
    }
    let places = conditions.indices.filter { place in
      let both = diagram.and(all, diagram.node(for: conditions[place]))
      guard both != DecisionDiagram.no else { return false }
      all = both
      return true
    }
    var replies: [Identifier<Fact>: Reply] = [:]
    for place in diagram.blocks.indices {
      let ends = ends(of: all, asking: place)
      guard let end = ends.first(where: { $0.node != DecisionDiagram.no }) else { break }
      let block = diagram.blocks[place]
      if end.node != all {
        replies[block.slot.fact.id] = .options(
          diagram.fewestOptions(end.replies.statement, in: block))
      }
      all = end.node
    }
    return (places, replies)
  }
}

extension DecisionDiagram {
  /// The statement that at most some number of a list's options is ticked.
  mutating func node(ticking most: Int, in block: FactBlock) -> Int {
    var nodes = [Int](repeating: Self.yes, count: most + 1)
    for place in block.classes.indices.reversed() {
      nodes = nodes.indices.map { left in
        node(
          block.first + place, low: nodes[left], high: left == 0 ? Self.no : nodes[left - 1])
      }
    }
    return nodes[most]
  }
}
