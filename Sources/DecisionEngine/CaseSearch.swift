import PolicyModel

/// Finds out whether the facts that are still open can make an answer so or otherwise.
///
/// Exact: the search tries every case that the rules tell apart, cutting off where the rules are
/// settled already. Two worlds may be searched at once that differ in one fact alone, which is how
/// a fact is seen to matter.
struct CaseSearch {
  /// What must come true in one of the worlds.
  struct Goal {
    /// 0 or 1.
    let world: Int
    let item: AdviceItem
    let wanted: Truth
  }

  private let table: DecisionTable
  /// The fact in which the two worlds may differ; nil if there is only one world.
  private let differing: Int?
  private let goals: [Goal]
  /// For each world the rules on which its goals hang; the others need not be decided.
  private var bearing: [NumberSet] = []
  /// All rules, those first that soonest settle whether an item is told.
  private var order: [Int] = []

  init(table: DecisionTable, differing: Int? = nil, goals: [Goal]) {
    self.table = table
    self.differing = differing
    self.goals = goals
  }

  /// Whether some completion of the state reaches every goal.
  func succeeds(from state: [FactState]) -> Bool {
    example(from: state) != nil
  }

  /// What has to be known of each fact to reach every goal, nil if nothing reaches them.
  func example(from state: [FactState]) -> [FactState]? {
    let worlds = differing == nil ? [state] : [state, state]
    // Most goals are settled at first sight; only for the others is it worth while to prepare.
    let first = look(at: worlds.map(table.effective))
    guard case .open = first else { return first == .reached ? state : nil }
    var search = self
    search.prepare()
    return search.search(worlds)?.first
  }

  private mutating func prepare() {
    bearing = [0, 1].map { world in
      goals.filter { $0.world == world }
        .reduce(into: NumberSet(outOf: table.conditions.count)) {
          $0.formUnion(table.rules(bearingOn: $1.item))
        }
    }
    let wanted = goals.map(\.item)
    let ranks = table.conditions.indices.map { rule in
      if table.parts.parts(ofAdvice: rule).contains(where: { wanted.contains(.part($0)) }) {
        return 0
      }
      return table.topicRules.rules[rule].advice.contacts.isEmpty ? 2 : 1
    }
    order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  private enum Look: Equatable {
    case reached, missed
    /// A goal of this world hangs on what is not known.
    case open(Int)
  }

  private func look(at effective: [[Truth]]) -> Look {
    var look = Look.reached
    for goal in goals {
      let truth = table.truth(of: goal.item, effective: effective[goal.world])
      if truth == .open {
        if look == .reached { look = .open(goal.world) }
      } else if truth != goal.wanted {
        return .missed
      }
    }
    return look
  }

  private func search(_ worlds: [[FactState]]) -> [[FactState]]? {
    let effective = worlds.map(table.effective)
    let look = look(at: effective)
    guard case .open(let world) = look else { return look == .reached ? worlds : nil }
    if differing != nil, worldsAgree(effective) { return nil }
    guard let (slot, mask) = openAtom(in: worlds, of: world, effective: effective[world]) else {
      return nil
    }
    // A lazy `compactMap` would search each branch anew for every look at its first element.
    for branch in branches(of: slot, mask: mask, worlds: worlds, world: world) {
      if let found = search(branch) { return found }
    }
    return nil
  }

  /// Whether the two worlds are bound to tell the same, whatever becomes of the other facts.
  ///
  /// So it is where the rules that name the differing fact are settled alike; all others hang on
  /// facts that the worlds share.
  private func worldsAgree(_ effective: [[Truth]]) -> Bool {
    table.conditions.indices.allSatisfy { rule in
      !(bearing[0].contains(rule) || bearing[1].contains(rule))
        || !(differing.map(table.conditions[rule].mentions) ?? false)
        || (effective[0][rule] == effective[1][rule] && effective[0][rule] != .open)
    }
  }

  /// A fact to decide next: one on which an undecided rule hangs.
  private func openAtom(
    in worlds: [[FactState]], of world: Int, effective: [Truth]
  ) -> (slot: Int, mask: UInt64)? {
    for rule in order where bearing[world].contains(rule) && effective[rule] == .open {
      if let open = table.conditions[rule].openAtom(in: worlds[world]) { return open }
    }
    return nil
  }

  /// The worlds in which an option of the mask holds, and those in which none does.
  private func branches(
    of slot: Int, mask: UInt64, worlds: [[FactState]], world: Int
  ) -> [[[FactState]]] {
    let shape = table.slots[slot]
    let state = worlds[world][slot]
    var split = state.possible & mask
    if shape.isSeveral {
      let free = split & ~state.certain
      split = shape.classes.first { $0 & free != 0 } ?? free
    }
    return [shape.assuming(split, in: state), shape.excluding(split, in: state)].compactMap {
      $0.map { next in
        worlds.indices.map { index in
          // The fact in which the worlds differ is decided for one of them alone.
          guard index == world || slot != differing else { return worlds[index] }
          var changed = worlds[index]
          changed[slot] = next
          return changed
        }
      }
    }
  }
}
