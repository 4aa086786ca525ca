/// A condition in one row, to be evaluated over and over.
///
/// Each part is followed by its own parts, and says where they end. Going through a row costs a third
/// of going through nested values, whose owners have to be counted at each step.
struct ConditionProgram: Hashable, Sendable {
  private enum Kind: Hashable {
    case fact, all, any, not
  }

  private struct Part: Hashable {
    let kind: Kind
    var slot = 0
    var mask: UInt64 = 0
    /// Behind the last of its parts.
    var end = 0
  }

  private var parts: [Part] = []

  init(_ condition: CompiledCondition) {
    add(condition)
  }

  private mutating func add(_ condition: CompiledCondition) {
    let position = parts.count
    switch condition {
    case .fact(let slot, let mask): parts.append(Part(kind: .fact, slot: slot, mask: mask))
    case .all(let inner):
      parts.append(Part(kind: .all))
      for part in inner { add(part) }
    case .any(let inner):
      parts.append(Part(kind: .any))
      for part in inner { add(part) }
    case .not(let inner):
      parts.append(Part(kind: .not))
      add(inner)
    }
    parts[position].end = parts.count
  }

  func truth(in state: [FactState]) -> Truth {
    var position = 0
    return truth(at: &position, in: state)
  }

  /// Whether what is left of the condition, once the known facts are put in, is about one of some
  /// facts.
  func isLeft(about facts: [Bool], in state: [FactState]) -> Bool {
    var position = 0
    while position < parts.count {
      let start = position
      if truth(at: &position, in: state) != .open { continue }
      let part = parts[start]
      if part.kind == .fact, facts[part.slot] { return true }
      // What is in it has a turn of its own.
      position = start + 1
    }
    return false
  }

  /// The truth of the part at a position, which is moved behind it.
  private func truth(at position: inout Int, in state: [FactState]) -> Truth {
    let part = parts[position]
    position += 1
    switch part.kind {
    case .fact: return CompiledCondition.truth(of: part.mask, in: state[part.slot])
    case .not: return truth(at: &position, in: state).negated
    case .all, .any:
      let settling = part.kind == .all ? Truth.no : .yes
      var result = settling.negated
      while position < part.end {
        let next = truth(at: &position, in: state)
        if next == settling {
          position = part.end
          return settling
        }
        if next == .open { result = .open }
      }
      return result
    }
  }
}
