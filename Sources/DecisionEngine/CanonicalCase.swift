import PolicyModel

/// What some replies come to for the rules: two cases with the same are answered alike.
///
/// Options that no rule tells apart count as one.
public struct CanonicalCase: Hashable, Sendable {
  /// For each fact of the table the classes of options that hold; none where nothing was said.
  var classes: [UInt64]

  static let notSure = UInt64.max

  /// Forgets all that was said.
  public mutating func clear() {
    for slot in classes.indices { classes[slot] = 0 }
  }

  /// Whether anything was said of a fact, given by its number.
  public func says(_ fact: Int) -> Bool { classes[fact] != 0 }
}

extension DecisionTable {
  /// What is known in a canonical case; of options that no rule tells apart the first is meant.
  func state(of known: CanonicalCase) -> [FactState] {
    zip(slots, known.classes).map { slot, classes in
      guard classes != 0, classes != CanonicalCase.notSure else { return slot.unknown }
      var mask: UInt64 = 0
      for (number, options) in slot.classes.enumerated() where classes & 1 << UInt64(number) != 0 {
        mask |= options & (~options &+ 1)
      }
      return slot.state(after: mask)
    }
  }

  /// Replies that come to a canonical case.
  public func replies(of known: CanonicalCase) -> [Identifier<Fact>: Reply] {
    var replies: [Identifier<Fact>: Reply] = [:]
    for (slot, classes) in zip(slots, known.classes) where classes != 0 {
      guard classes != CanonicalCase.notSure else {
        replies[slot.fact.id] = .notSure
        continue
      }
      let options = slot.classes.enumerated().filter { classes & 1 << UInt64($0.offset) != 0 }
        .map { slot.fact.options[$0.element.trailingZeroBitCount].id }
      replies[slot.fact.id] = .options(options)
    }
    return replies
  }
}
