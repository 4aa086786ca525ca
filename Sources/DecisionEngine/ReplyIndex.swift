import PolicyModel

/// The facts of a table by name, to take in replies quickly.
public struct ReplyIndex: Sendable {
  /// An option as the rules see it.
  private struct Choice: Sendable {
    /// Its class, as a bit.
    let bit: UInt64
    /// The class of the option of its fact that excludes all others, 0 if there is none.
    let exclusive: UInt64
    let isOfSeveral: Bool

    var isExclusive: Bool { bit == exclusive }
  }

  private let facts: NameTable
  /// The options of each fact.
  private let options: NameTable
  private let choices: [Choice]
  private let count: Int

  /// Why a reply cannot be taken in.
  public enum Fault: Error, Equatable {
    case unknownOption(String)
    case severalOptions
    case notAlone(String)
  }

  public init(_ table: DecisionTable) {
    facts = NameTable(table.slots.map(\.fact.id.text))
    options = NameTable(groups: table.slots.map { $0.fact.options.map(\.id.text) })
    choices = table.slots.flatMap { slot in
      func bit(of mask: UInt64) -> UInt64 {
        slot.classes.firstIndex { $0 & mask != 0 }.map { 1 << UInt64($0) } ?? 0
      }
      return slot.fact.options.indices.map { index in
        Choice(
          bit: bit(of: 1 << UInt64(index)), exclusive: bit(of: slot.exclusive),
          isOfSeveral: slot.isSeveral)
      }
    }
    count = table.slots.count
  }

  /// The case in which nothing has been said.
  public var empty: CanonicalCase {
    CanonicalCase(classes: [UInt64](repeating: 0, count: count))
  }

  /// Takes in a reply; false where no rule hangs on a fact of that name.
  public func take(
    _ options: some Sequence<String>, to fact: String, into known: inout CanonicalCase
  ) throws(Fault) -> Bool {
    guard let position = facts.number(of: fact) else { return false }
    var mask: UInt64 = 0
    var count = 0
    var exclusive: String?
    var isOfSeveral = true
    for option in options {
      guard let number = self.options.number(of: option, in: position) else {
        throw .unknownOption(option)
      }
      let choice = choices[number]
      mask |= choice.bit
      count += 1
      isOfSeveral = choice.isOfSeveral
      if choice.isExclusive { exclusive = option }
    }
    if count > 1, !isOfSeveral { throw .severalOptions }
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
    guard let number = facts.number(of: fact) else { return }
    switch reply {
    case .notSure: known.classes[number] = CanonicalCase.notSure
    case .options(let options):
      known.classes[number] = 0
      for option in options {
        guard let place = self.options.number(of: option, in: number) else { continue }
        known.classes[number] |= choices[place].bit
      }
    }
  }

  // MARK: - Bytes

  /// The number of a fact on which a rule hangs, nil for any other name.
  public func fact(named name: Span<UInt8>) -> Int? { facts.number(of: name) }

  /// Adds an option to what was replied to a fact, given by its number; false where the reply would
  /// be at fault.
  public func add(_ option: Span<UInt8>, to fact: Int, of known: inout CanonicalCase) -> Bool {
    guard let number = options.number(of: option, in: fact) else { return false }
    let choice = choices[number]
    let before = known.classes[fact]
    let isAlone = before == 0
    let canJoin = choice.isOfSeveral && !choice.isExclusive && before & choice.exclusive == 0
    guard isAlone || canJoin && before != CanonicalCase.notSure else { return false }
    known.classes[fact] = before | choice.bit
    return true
  }

  /// Notes that somebody is not sure of a fact, of which nothing has been said.
  public func addNotSure(of fact: Int, to known: inout CanonicalCase) -> Bool {
    guard known.classes[fact] == 0 else { return false }
    known.classes[fact] = CanonicalCase.notSure
    return true
  }
}
