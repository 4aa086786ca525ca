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

/// The facts of a table by name, to take in replies quickly.
public struct ReplyIndex: Sendable {
  private struct Slot: Sendable {
    let fact: Fact
    let options: NameTable
    /// The class of each option, as a bit, and whether it excludes all others.
    let classes: [(bit: UInt64, isExclusive: Bool)]
    let exclusive: UInt64
  }

  private let slots: [Slot]
  private let facts: NameTable

  /// Why a reply cannot be taken in.
  public enum Fault: Error, Equatable {
    case unknownOption(String)
    case severalOptions
    case notAlone(String)
  }

  public init(_ table: DecisionTable) {
    slots = table.slots.map { slot in
      let classes = slot.fact.options.indices.map { index in
        let mask: UInt64 = 1 << UInt64(index)
        let number = slot.classes.firstIndex { $0 & mask != 0 } ?? 0
        return (bit: 1 << UInt64(number) as UInt64, isExclusive: mask == slot.exclusive)
      }
      return Slot(
        fact: slot.fact, options: NameTable(slot.fact.options.map(\.id.text)), classes: classes,
        exclusive: classes.first { $0.isExclusive }?.bit ?? 0)
    }
    facts = NameTable(slots.map(\.fact.id.text))
  }

  /// The case in which nothing has been said.
  public var empty: CanonicalCase {
    CanonicalCase(classes: [UInt64](repeating: 0, count: slots.count))
  }

  /// Takes in a reply; false where no rule hangs on a fact of that name.
  public func take(
    _ options: some Sequence<String>, to fact: String, into known: inout CanonicalCase
  ) throws(Fault) -> Bool {
    guard let position = facts.number(of: fact) else { return false }
    let slot = slots[position]
    var mask: UInt64 = 0
    var count = 0
    var exclusive: String?
    for option in options {
      guard let number = slot.options.number(of: option) else { throw .unknownOption(option) }
      mask |= slot.classes[number].bit
      count += 1
      if slot.classes[number].isExclusive { exclusive = option }
    }
    if count > 1, slot.fact.kind != .several { throw .severalOptions }
    if count > 1, let exclusive { throw .notAlone(exclusive) }
    known.classes[position] = mask
    return true
  }

  /// Notes that somebody is not sure of a fact; false where no rule hangs on it.
  public func takeNotSure(of fact: String, into known: inout CanonicalCase) -> Bool {
    guard let position = facts.number(of: fact) else { return false }
    known.classes[position] = CanonicalCase.notSure
    return true
  }

  /// Takes in a reply as a dialogue has it; what no rule hangs on changes nothing.
  public func add(
    _ reply: Reply, to fact: Identifier<Fact>, of known: inout CanonicalCase
  ) {
    guard let number = facts.number(of: fact.text) else { return }
    switch reply {
    case .notSure: known.classes[number] = CanonicalCase.notSure
    case .options(let options):
      known.classes[number] = 0
      for option in options {
        guard let place = slots[number].options.number(of: option.text) else { continue }
        known.classes[number] |= slots[number].classes[place].bit
      }
    }
  }

  // MARK: - Bytes

  /// The number of a fact on which a rule hangs, nil for any other name.
  public func fact(named name: Span<UInt8>) -> Int? { facts.number(of: name) }

  /// Adds an option to what was replied to a fact, given by its number; false where the reply would
  /// be at fault.
  public func add(_ option: Span<UInt8>, to fact: Int, of known: inout CanonicalCase) -> Bool {
    let slot = slots[fact]
    guard let number = slot.options.number(of: option) else { return false }
    let (bit, isExclusive) = slot.classes[number]
    let before = known.classes[fact]
    let isAlone = before == 0
    let canJoin = slot.fact.kind == .several && !isExclusive && before & slot.exclusive == 0
    guard isAlone || canJoin && before != CanonicalCase.notSure else { return false }
    known.classes[fact] = before | bit
    return true
  }

  /// Notes that somebody is not sure of a fact, of which nothing has been said.
  public func addNotSure(of fact: Int, to known: inout CanonicalCase) -> Bool {
    guard known.classes[fact] == 0 else { return false }
    known.classes[fact] = CanonicalCase.notSure
    return true
  }
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
