import PolicyModel

/// A smallest change of what is known that gives another verdict.
public struct VerdictChange: Hashable, Sendable {
  /// A fact that would have to be otherwise.
  public struct ChangedFact: Hashable, Sendable {
    public let fact: Identifier<Fact>
    /// The new values, in the order of the options; any of them will do.
    public let replies: [Reply]
  }

  /// One fact or two, in the order in which they are asked.
  ///
  /// Of two, any new value of the one goes with any of the other.
  public let changes: [ChangedFact]
  /// What the verdict can then be, strictest first; the present one is not among them.
  ///
  /// More than one where facts that are not known would come to matter.
  public let verdicts: [Verdict]
}

extension DecisionTable {
  /// The smallest changes of the known facts that give another verdict, laxest outcome first.
  ///
  /// Exact: every change of one fact that rules out the present verdict or, if there is none, every
  /// such change of two. A fact changes to another option. Where several can hold at once, one is
  /// ticked or unticked, or all give way to the exclusive option. Nothing is told of a case whose
  /// verdict is not certain, since there is none to change.
  public func smallestChanges(from replies: [Identifier<Fact>: Reply]) -> [VerdictChange] {
    let state = state(after: replies)
    let possible = possibleVerdicts(in: state)
    guard possible.count == 1, let verdict = possible.first else { return [] }
    let known = slots.indices.compactMap { knownFact($0, after: replies) }
    let single = known.flatMap { fact in
      outcomes(of: fact, in: state, otherThan: verdict).map { outcome in
        VerdictChange(changes: [changedFact(fact, outcome.places)], verdicts: outcome.verdicts)
      }
    }
    if !single.isEmpty { return single.laxestFirst }
    return known.indices.flatMap { first in
      known.dropFirst(first + 1).flatMap { second in
        changes(of: known[first], and: second, in: state, otherThan: verdict)
      }
    }.laxestFirst
  }

  /// A fact that is known, with what it can change to.
  private struct KnownFact {
    let slot: Int
    let values: [NewValue]
  }

  /// New values of a fact that no rule tells apart.
  private struct NewValue {
    let state: FactState
    /// The options of each value as a mask, with its place in the order of the options.
    var masks: [(place: Int, mask: UInt64)]
  }

  /// What the verdict can be after some new values of a fact, which are given by their places.
  private struct Outcome: Hashable {
    let verdicts: [Verdict]
    var places: [Int]
  }

  /// A fact with its new values, but for those that no rule tells apart from the present one.
  private func knownFact(_ index: Int, after replies: [Identifier<Fact>: Reply]) -> KnownFact? {
    let slot = slots[index]
    guard case .options(let options)? = replies[slot.fact.id], !isUnanswered(index, replies) else {
      return nil
    }
    let now = FactSlot.mask(options, of: slot.fact)
    let classesNow = slot.classNumbers(in: now)
    var groups: [(classes: UInt64, value: NewValue)] = []
    for (place, mask) in neighbours(of: now, slot).enumerated() {
      let classes = slot.classNumbers(in: mask)
      if classes == classesNow { continue }
      if let same = groups.firstIndex(where: { $0.classes == classes }) {
        groups[same].value.masks.append((place, mask))
      } else {
        let state = slot.state(after: mask)
        groups.append((classes, NewValue(state: state, masks: [(place, mask)])))
      }
    }
    return KnownFact(slot: index, values: groups.map(\.value))
  }

  /// The values next to one, as masks, in the order of the option that makes the difference.
  ///
  /// Options that are not offered need no care: none of them makes a difference to any rule.
  private func neighbours(of now: UInt64, _ slot: FactSlot) -> [UInt64] {
    let masks = slot.fact.options.indices.compactMap { index -> UInt64? in
      let bit: UInt64 = 1 << UInt64(index)
      if !slot.isSeveral { return now & bit == 0 ? bit : nil }
      if bit == slot.exclusive { return bit }
      // Without its last option a fact has the exclusive one, which has a turn of its own.
      return now & bit != 0 ? now & ~bit : (now | bit) & ~slot.exclusive
    }
    return masks.filter { $0 != 0 && $0 != now }.uniqued()
  }

  /// The new values of a fact that rule out a verdict, by what it can be instead.
  private func outcomes(
    of fact: KnownFact, in state: [FactState], otherThan verdict: Verdict
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    var changed = state
    for (place, value) in fact.values.enumerated() {
      changed[fact.slot] = value.state
      guard let verdicts = verdicts(in: changed, otherThan: verdict) else { continue }
      if let same = outcomes.firstIndex(where: { $0.verdicts == verdicts }) {
        outcomes[same].places.append(place)
      } else {
        outcomes.append(Outcome(verdicts: verdicts, places: [place]))
      }
    }
    return outcomes
  }

  /// The changes of two facts; values of the first that go with the same of the second are one.
  private func changes(
    of first: KnownFact, and second: KnownFact, in state: [FactState], otherThan verdict: Verdict
  ) -> [VerdictChange] {
    var blocks: [(outcome: Outcome, places: [Int])] = []
    var changed = state
    for (place, value) in first.values.enumerated() {
      changed[first.slot] = value.state
      for outcome in outcomes(of: second, in: changed, otherThan: verdict) {
        if let same = blocks.firstIndex(where: { $0.outcome == outcome }) {
          blocks[same].places.append(place)
        } else {
          blocks.append((outcome, [place]))
        }
      }
    }
    return blocks.map { outcome, places in
      VerdictChange(
        changes: [changedFact(first, places), changedFact(second, outcome.places)],
        verdicts: outcome.verdicts)
    }
  }

  private func changedFact(_ fact: KnownFact, _ places: [Int]) -> VerdictChange.ChangedFact {
    let slot = slots[fact.slot]
    let masks = places.flatMap { fact.values[$0].masks }.sorted { $0.place < $1.place }
    return VerdictChange.ChangedFact(
      fact: slot.fact.id, replies: masks.map { .options(slot.options(in: $0.mask)) })
  }

  /// What the verdict can be, strictest first, or nil if it can still be the one given.
  private func verdicts(in state: [FactState], otherThan verdict: Verdict) -> [Verdict]? {
    let possible = possibleVerdicts(in: state)
    return possible.contains(verdict) ? nil : possible
  }
}

extension FactSlot {
  /// The options of a mask, in their order.
  fileprivate func options(in mask: UInt64) -> [Identifier<Option>] {
    fact.options.indices.filter { mask & 1 << UInt64($0) != 0 }.map { fact.options[$0].id }
  }
}

extension [VerdictChange] {
  /// The laxest outcome first; of two with the same strictest verdict, the one that can be laxer.
  fileprivate var laxestFirst: [VerdictChange] {
    func rank(_ change: VerdictChange) -> (Int, Int) {
      (change.verdicts.first?.strictness ?? 0, change.verdicts.last?.strictness ?? 0)
    }
    return enumerated().sorted { first, second in
      let left = rank(first.element)
      let right = rank(second.element)
      return left == right ? first.offset < second.offset : left < right
    }.map(\.element)
  }
}
