import PolicyModel

extension Condition {
  /// The condition that can never hold.
  static let never = Condition.any([])

  /// What is left of the condition once the known facts are put in.
  ///
  /// `always` if nothing is; options that are ruled out are not named any more.
  func remaining(in state: [FactState], slots: [FactSlot]) -> Condition {
    switch self {
    case .fact(let id, let options):
      guard let slot = slots.firstIndex(where: { $0.fact.id == id }) else { return .never }
      let compiled = CompiledCondition.fact(
        slot: slot, mask: FactSlot.mask(options, of: slots[slot].fact))
      switch compiled.truth(in: state) {
      case .yes: return .always
      case .no: return .never
      case .open:
        return .fact(
          id,
          isAnyOf: options.filter {
            FactSlot.mask([$0], of: slots[slot].fact) & state[slot].possible != 0
          })
      }
    case .all(let parts):
      let left = parts.map { $0.remaining(in: state, slots: slots) }.filter { $0 != .always }
      if left.contains(.never) { return .never }
      return left.count == 1 ? left[0] : .all(left)
    case .any(let parts):
      let left = parts.map { $0.remaining(in: state, slots: slots) }.filter { $0 != .never }
      if left.contains(.always) { return .always }
      return left.count == 1 ? left[0] : .any(left)
    case .not(let part):
      let left = part.remaining(in: state, slots: slots)
      if left == .always { return .never }
      return left == .never ? .always : .not(left)
    }
  }
}
