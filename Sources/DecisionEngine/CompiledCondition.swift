import PolicyModel

/// A condition over numbered facts and masks of options.
indirect enum CompiledCondition: Hashable, Sendable {
  case fact(slot: Int, mask: UInt64)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case not(CompiledCondition)

  init(_ condition: Condition, facts: [Fact]) {
    switch condition {
    case .fact(let id, let options):
      guard let slot = facts.firstIndex(where: { $0.id == id }) else {
        // Knowledge names no fact that it does not have; without it nothing can hold.
        self = .any([])
        return
      }
      self = .fact(slot: slot, mask: FactSlot.mask(options, of: facts[slot]))
    case .all(let parts): self = .all(parts.map { CompiledCondition($0, facts: facts) })
    case .any(let parts): self = .any(parts.map { CompiledCondition($0, facts: facts) })
    case .not(let part): self = .not(CompiledCondition(part, facts: facts))
    }
  }

  func truth(in state: [FactState]) -> Truth {
    switch self {
    case .fact(let slot, let mask): Self.truth(of: mask, in: state[slot])
    case .all(let parts): parts.reduce(.yes) { $0.and($1.truth(in: state)) }
    case .any(let parts): parts.reduce(.no) { $0.or($1.truth(in: state)) }
    case .not(let part): part.truth(in: state).negated
    }
  }

  static func truth(of mask: UInt64, in state: FactState) -> Truth {
    if state.certain & mask != 0 { return .yes }
    if state.possible & mask == 0 { return .no }
    // Some option holds, and all that may hold are in the mask.
    return state.possible & ~mask == 0 ? .yes : .open
  }

  /// Every list of options that the condition names, with the number of its fact.
  var atoms: [(slot: Int, mask: UInt64)] {
    switch self {
    case .fact(let slot, let mask): [(slot, mask)]
    case .all(let parts), .any(let parts): parts.flatMap(\.atoms)
    case .not(let part): part.atoms
    }
  }
}
