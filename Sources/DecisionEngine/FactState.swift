import PolicyModel

/// What is known of one fact, one bit for each of its options.
struct FactState: Hashable, Sendable {
  /// The options that may hold.
  var possible: UInt64
  /// The options that hold for certain.
  var certain: UInt64
}

/// The shape of a fact as the engine sees it.
struct FactSlot: Hashable, Sendable {
  let fact: Fact
  /// All options.
  let all: UInt64
  /// The option that excludes all others, 0 if there is none.
  let exclusive: UInt64
  /// The options in groups that no rule tells apart, each group a mask.
  let classes: [UInt64]
  /// The options that a rule names.
  let named: UInt64

  /// The slot of a fact for rules that name the given lists of its options.
  init(_ fact: Fact, masks: [UInt64]) {
    self.fact = fact
    named = masks.reduce(0, |)
    all = fact.options.indices.reduce(0) { $0 | 1 << UInt64($1) }
    exclusive = fact.kind == .several ? Self.mask([Option.exclusive], of: fact) : 0
    var groups: [(key: [Bool], mask: UInt64)] = []
    for index in fact.options.indices {
      let bit: UInt64 = 1 << UInt64(index)
      let key = masks.map { $0 & bit != 0 } + [bit == exclusive]
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].mask |= bit
      } else {
        groups.append((key, bit))
      }
    }
    classes = groups.map(\.mask)
  }

  var isSeveral: Bool { fact.kind == .several }

  var unknown: FactState { FactState(possible: all, certain: 0) }

  /// The bits of some options; an option that the fact does not have has none.
  static func mask(_ options: [Identifier<Option>], of fact: Fact) -> UInt64 {
    options.reduce(0) { mask, id in
      mask | (fact.options.firstIndex { $0.id == id }.map { 1 << UInt64($0) } ?? 0)
    }
  }

  /// The classes that some options are of, a bit for each.
  func classNumbers(in options: UInt64) -> UInt64 {
    classes.indices.reduce(0) {
      classes[$1] & options == 0 ? $0 : $0 | 1 << UInt64($1)
    }
  }

  /// The state after a reply; a reply that names none of the options says nothing.
  func state(after options: [Identifier<Option>]) -> FactState {
    state(after: Self.mask(options, of: fact))
  }

  /// The state after a reply that is given as a mask.
  func state(after mask: UInt64) -> FactState {
    if mask == 0 { return unknown }
    if isSeveral { return FactState(possible: mask, certain: mask) }
    return settled(FactState(possible: mask, certain: 0))
  }

  /// The state in which one of a mask's options holds, or nil if that cannot be.
  ///
  /// Of a `several` fact one option stands for the mask, which must be a class: no rule tells its
  /// options apart.
  func assuming(_ mask: UInt64, in state: FactState) -> FactState? {
    let chosen = state.possible & mask
    guard chosen != 0 else { return nil }
    guard isSeveral else { return settled(FactState(possible: chosen, certain: 0)) }
    let bit = chosen & (~chosen &+ 1)
    if bit == exclusive {
      return state.certain & ~exclusive == 0 ? FactState(possible: bit, certain: bit) : nil
    }
    return FactState(possible: state.possible & ~exclusive, certain: state.certain | bit)
  }

  /// The state in which none of a mask's options holds, or nil if that cannot be.
  func excluding(_ mask: UInt64, in state: FactState) -> FactState? {
    let left = state.possible & ~mask
    guard left != 0, state.certain & mask == 0 else { return nil }
    return settled(FactState(possible: left, certain: state.certain))
  }

  /// Every fact has some value, so the last possible option is certain.
  private func settled(_ state: FactState) -> FactState {
    guard state.possible.nonzeroBitCount == 1 else { return state }
    return FactState(possible: state.possible, certain: state.possible)
  }
}
