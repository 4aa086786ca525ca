import PolicyModel

/// Turns sets of replies into short lists of ways to give one of them.
struct ReplyWording {
  private var diagram: DecisionDiagram
  private let block: FactBlock
  private let isChecklist: Bool

  /// Variables that are true and variables that are false.
  private struct Cube {
    var isTrue: [Int: Bool] = [:]
  }

  init(_ diagram: DecisionDiagram, block: Int) {
    self.diagram = diagram
    self.block = diagram.blocks[block]
    isChecklist = self.block.slot.isSeveral
  }

  /// Groups of replies, which have none in common, in words and in the order in which they are tried.
  ///
  /// Those of a checklist are put so that the ones easiest to say come first; each of the others
  /// leaves unsaid that none before it fits.
  mutating func groups(of statements: [Int]) -> [(place: Int, group: ReplyGroup)] {
    guard isChecklist else {
      return statements.enumerated().map { place, mask in
        let options = options(UInt64(bitPattern: Int64(mask)))
        return (
          place,
          ReplyGroup(ways: [ReplyGroup.Ticks(ticked: [options], unticked: [])], isEvery: false)
        )
      }
    }
    var groups: [(place: Int, group: ReplyGroup)] = []
    var earlier = impossible
    var left = Array(statements.indices)
    while let last = left.first {
      var easiest = (place: last, ways: [ReplyGroup.Ticks](), size: Int.max)
      for place in left {
        // The last group is said in its own words if they are few.
        let others = left.count == 1 ? impossible : earlier
        let ways = ways(atLeast: statements[place], atMost: diagram.or(statements[place], others))
        let size = ways.reduce(0) { $0 + 1 + $1.ticked.count + 2 * $1.unticked.count }
        if size < easiest.size { easiest = (place, ways, size) }
      }
      let isSimple = easiest.ways.count == 1 && easiest.ways[0].unticked.isEmpty
      let ways =
        left.count > 1 || isSimple
        ? easiest.ways : [ReplyGroup.Ticks.anything]
      groups.append((easiest.place, ReplyGroup(ways: ways, isEvery: false)))
      earlier = diagram.or(earlier, statements[easiest.place])
      left.removeAll { $0 == easiest.place }
    }
    return groups
  }

  /// The statement that holds where nothing is ticked though something has to be.
  private lazy var impossible: Int = {
    guard block.nothing == .impossible else { return DecisionDiagram.no }
    var impossible = DecisionDiagram.yes
    for variable in (block.first..<block.end).reversed() {
      impossible = diagram.node(variable, low: impossible, high: DecisionDiagram.no)
    }
    return impossible
  }()

  private mutating func ways(atLeast least: Int, atMost most: Int) -> [ReplyGroup.Ticks] {
    let (cubes, _) = cover(atLeast: least, atMost: most)
    return joined(cubes.map(ticks))
  }

  /// Cubes none of which could be left out, after Minato and Morreale.
  private mutating func cover(atLeast least: Int, atMost most: Int) -> (cubes: [Cube], node: Int) {
    if least == DecisionDiagram.no { return ([], DecisionDiagram.no) }
    if most == DecisionDiagram.yes { return ([Cube()], DecisionDiagram.yes) }
    let variable = min(diagram.variable(of: least), diagram.variable(of: most))
    let least0 = diagram.part(of: least, where: variable, is: false)
    let least1 = diagram.part(of: least, where: variable, is: true)
    let most0 = diagram.part(of: most, where: variable, is: false)
    let most1 = diagram.part(of: most, where: variable, is: true)
    // What holds on one side alone needs the variable; the rest is covered without it.
    let only0 = diagram.and(least0, diagram.not(most1))
    let only1 = diagram.and(least1, diagram.not(most0))
    let (cubes0, node0) = cover(atLeast: only0, atMost: most0)
    let (cubes1, node1) = cover(atLeast: only1, atMost: most1)
    let rest0 = diagram.and(least0, diagram.not(node0))
    let rest1 = diagram.and(least1, diagram.not(node1))
    let (shared, sharedNode) = cover(
      atLeast: diagram.or(rest0, rest1), atMost: diagram.and(most0, most1))
    func with(_ value: Bool, _ cubes: [Cube]) -> [Cube] {
      cubes.map { cube in
        var cube = cube
        cube.isTrue[variable] = value
        return cube
      }
    }
    let node = diagram.node(
      variable, low: diagram.or(node0, sharedNode), high: diagram.or(node1, sharedNode))
    return (with(true, cubes1) + shared + with(false, cubes0), node)
  }

  private func ticks(_ cube: Cube) -> ReplyGroup.Ticks {
    var ticked: [[Option]] = []
    var unticked: [Option] = []
    for variable in cube.isTrue.keys.sorted() {
      let place = variable - block.first
      let isClass = place < block.classes.count
      let options = options(isClass ? block.classes[place] : block.slot.exclusive)
      if cube.isTrue[variable] == true { ticked.append(options) } else { unticked += options }
    }
    // Nothing that counts is ticked: that is what the exclusive option is for.
    let isNothing = ticked.isEmpty && unticked.count == options(block.classes.reduce(0, |)).count
    if isNothing, block.nothing == .one, let exclusive = block.slot.fact.exclusiveOption {
      return ReplyGroup.Ticks(ticked: [[exclusive]], unticked: [])
    }
    if ticked.contains(where: { $0.contains { $0.id == Option.exclusive } }) { unticked = [] }
    return ReplyGroup.Ticks(ticked: ticked, unticked: unticked)
  }

  /// Ways that ask for one tick each beside the same others, as one way.
  private func joined(_ ways: [ReplyGroup.Ticks]) -> [ReplyGroup.Ticks] {
    var joined: [ReplyGroup.Ticks] = []
    for way in ways {
      let same = joined.firstIndex {
        $0.ticked.count == 1 && way.ticked.count == 1 && $0.unticked == way.unticked
      }
      guard let same else {
        joined.append(way)
        continue
      }
      let both = Set((joined[same].ticked[0] + way.ticked[0]).map(\.id))
      joined[same] = ReplyGroup.Ticks(
        ticked: [block.slot.fact.options.filter { both.contains($0.id) }],
        unticked: way.unticked)
    }
    return joined
  }

  private func options(_ mask: UInt64) -> [Option] {
    block.slot.fact.options.indices.filter { mask & 1 << UInt64($0) != 0 }
      .map { block.slot.fact.options[$0] }
  }
}
