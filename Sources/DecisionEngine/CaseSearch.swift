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

  let table: DecisionTable
  /// The fact in which the two worlds may differ; nil if there is only one world.
  let differing: Int?
  let goals: [Goal]
  /// For each world the rules on which its goals hang; the others need not be decided.
  private let bearing: [Set<Int>]

  init(table: DecisionTable, differing: Int? = nil, goals: [Goal]) {
    self.table = table
    self.differing = differing
    self.goals = goals
    bearing = [0, 1].map { world in
      goals.filter { $0.world == world }
        .reduce(into: []) { $0.formUnion(table.rules(bearingOn: $1.item)) }
    }
  }

  /// Whether some completion of the state reaches every goal.
  func succeeds(from state: [FactState]) -> Bool {
    search(differing == nil ? [state] : [state, state])
  }

  private func search(_ worlds: [[FactState]]) -> Bool {
    let effective = worlds.map(table.effective)
    var unsettled: Int?
    for goal in goals {
      let truth = table.truth(of: goal.item, effective: effective[goal.world])
      if truth == .open {
        unsettled = unsettled ?? goal.world
      } else if truth != goal.wanted {
        return false
      }
    }
    guard let world = unsettled else { return true }
    guard let (slot, mask) = openAtom(in: worlds, of: world, effective: effective[world]) else {
      return false
    }
    return branches(of: slot, mask: mask, worlds: worlds, world: world).contains(where: search)
  }

  /// A fact to decide next: one on which an undecided rule hangs, of the differing fact first.
  private func openAtom(
    in worlds: [[FactState]], of world: Int, effective: [Truth]
  ) -> (slot: Int, mask: UInt64)? {
    let state = worlds[world]
    var fallback: (slot: Int, mask: UInt64)?
    for rule in table.conditions.indices where bearing[world].contains(rule) {
      guard effective[rule] == .open, let open = table.conditions[rule].openAtom(in: state) else {
        continue
      }
      if let differing, table.conditions[rule].atoms.contains(where: { $0.slot == differing }) {
        return open
      }
      fallback = fallback ?? open
    }
    return fallback
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
