import PolicyModel

extension RuleReview {
  /// The facts that rules name although no reply changes what is told.
  public var idleFacts: [Identifier<Fact>] {
    diagram.blocks.filter { block in !(block.first..<block.end).contains(where: told.contains) }
      .map(\.slot.fact.id)
  }

  /// Options of a fact in groups that come to the same in every case.
  ///
  /// A fact of one option: picking one or the other. A checklist: its first group holds the options
  /// that come to the same as ticking nothing, and the rest stand alone. Nil where no rule here hangs
  /// on the fact.
  public mutating func sameOptions(of fact: Identifier<Fact>) -> [[Identifier<Option>]]? {
    guard let block = diagram.blocks.first(where: { $0.slot.fact.id == fact }) else { return nil }
    let options = block.slot.fact.options
    func named(_ mask: UInt64) -> [Identifier<Option>] {
      options.indices.filter { mask & 1 << UInt64($0) != 0 }.map { options[$0].id }
    }
    guard block.slot.isSeveral else {
      var groups: [(left: [Int], options: [Identifier<Option>])] = []
      for place in block.classes.indices {
        let left = standing.map { restricted($0, to: place, of: block) }
        if let same = groups.firstIndex(where: { $0.left == left }) {
          groups[same].options += named(block.classes[place])
        } else {
          groups.append((left, named(block.classes[place])))
        }
      }
      return groups.map(\.options)
    }
    // Where a rule names the exclusive option, ticking anything else already changes something.
    let isNothingTold =
      block.nothing == .exclusiveOrUnnamed && told.contains(block.exclusiveVariable)
    let unnamed = block.slot.all & ~block.slot.named & ~block.slot.exclusive
    var idle = isNothingTold ? [] : named(unnamed)
    var others: [[Identifier<Option>]] = []
    for (place, mask) in block.classes.enumerated() {
      if told.contains(block.first + place) {
        others += named(mask).map { [$0] }
      } else {
        idle += named(mask)
      }
    }
    return [idle] + others
  }

  /// What is left of a statement once a fact of one option has one of a group.
  private mutating func restricted(_ node: Int, to place: Int, of block: FactBlock) -> Int {
    var result = node
    for other in block.classes.indices.dropLast() where other <= place {
      result = diagram.restricted(result, where: block.first + other, is: other == place)
    }
    return result
  }
}
