import PolicyModel

/// The conditions of a table's rules, all of them evaluated at once.
///
/// Each condition is written as alternatives, and each alternative as statements about single facts that
/// it wants or bars (the disjunctive normal form). For each thing that can be known of a fact there is a
/// row of bits, one for each alternative that it rules out, so that a case is evaluated by joining as many
/// rows as it has facts. In Kleene's logic as in the classical one that says the same as the conditions
/// themselves, what is open included.
struct RuleTerms: Sendable {
  /// More alternatives than this are more work than the conditions themselves.
  private static let mostTerms = 500

  /// What is known of one fact, and which alternatives that rules out.
  private struct Slot: Sendable {
    let isSeveral: Bool
    /// The rows of each class of options of a fact of one option, one after the other.
    let classes: Int
    /// The row of what is not certain where nothing is known, behind it that of what is impossible.
    let unknown: Int
    /// The statements about a `several` fact.
    let statements: [Statement]
  }

  /// A statement about a `several` fact: that one of some classes of options is ticked.
  private struct Statement: Sendable {
    let classes: UInt64
    /// The row of the alternatives that want it, behind it that of those that bar it.
    let row: Int
  }

  /// How many words a row takes.
  private let width: Int
  private let slots: [Slot]
  private let rows: [UInt64]
  /// The rule of each alternative.
  private let rules: [Int]
  /// The alternatives that there are.
  private let all: [UInt64]
  private let ruleCount: Int
  /// The rules that others set aside, each after those.
  private let overridden: [(rule: Int, overriders: [Int])]
  /// The alternatives that are not certain in the present case, and those that are impossible.
  private var uncertain: [UInt64]
  private var impossible: [UInt64]

  /// Nil where the conditions have too many alternatives.
  init?(_ table: DecisionTable) {
    var atoms: [Atom] = []
    for (slot, mask) in table.conditions.flatMap(\.atoms) {
      let atom = Atom(slot: slot, mask: mask)
      if !atoms.contains(atom) { atoms.append(atom) }
    }
    let numbers = Dictionary(uniqueKeysWithValues: atoms.enumerated().map { ($1, $0) })
    var terms: [Alternatives.Term] = []
    var rules: [Int] = []
    for (rule, condition) in table.conditions.enumerated() {
      let found = Alternatives(condition, atoms: numbers, most: Self.mostTerms)
      guard let found, terms.count + found.terms.count <= Self.mostTerms else { return nil }
      terms += found.terms
      rules += found.terms.map { _ in rule }
    }
    let width = max(1, (terms.count + 63) / 64)
    var rows: [UInt64] = []
    /// Adds a row of the alternatives that something is true of, and gives its place.
    func row(where isIn: (Alternatives.Term) -> Bool) -> Int {
      let place = rows.count
      rows += [UInt64](repeating: 0, count: width)
      for (number, term) in terms.enumerated() where isIn(term) {
        rows[place + number / 64] |= 1 << UInt64(number % 64)
      }
      return place
    }
    slots = table.slots.enumerated().map { slot, shape in
      let own = atoms.indices.filter { atoms[$0].slot == slot }
      func falls(_ term: Alternatives.Term, where truth: (UInt64) -> Bool) -> Bool {
        own.contains { truth(atoms[$0].mask) ? term.barred.contains($0) : term.wanted.contains($0) }
      }
      let classes = rows.count
      if !shape.isSeveral {
        for options in shape.classes { _ = row { falls($0) { $0 & options != 0 } } }
      }
      // Of a fact of which nothing is known a statement is certain that leaves no option out, and
      // possible if it names one.
      let unknown = row { term in
        own.contains { number in
          let mask = atoms[number].mask
          return term.wanted.contains(number) && shape.all & ~mask != 0
            || term.barred.contains(number) && mask != 0
        }
      }
      _ = row { term in
        own.contains { number in
          let mask = atoms[number].mask
          return term.wanted.contains(number) && mask == 0
            || term.barred.contains(number) && shape.all & ~mask == 0
        }
      }
      let statements = own.map { number in
        let place = row { $0.wanted.contains(number) }
        _ = row { $0.barred.contains(number) }
        let classes = shape.classes.indices.reduce(0 as UInt64) { bits, index in
          shape.classes[index] & atoms[number].mask != 0 ? bits | 1 << UInt64(index) : bits
        }
        return Statement(classes: classes, row: place)
      }
      return Slot(
        isSeveral: shape.isSeveral, classes: classes, unknown: unknown,
        statements: shape.isSeveral ? statements : [])
    }
    let first = row { _ in true }
    all = Array(rows[first...])
    self.width = width
    self.rows = rows
    self.rules = rules
    ruleCount = table.conditions.count
    overridden = table.overrideOrder.filter { !table.overriders[$0].isEmpty }
      .map { ($0, table.overriders[$0]) }
    uncertain = all
    impossible = all
  }

  /// Which rules hold in a case.
  mutating func truths(of known: CanonicalCase) -> RuleTruths {
    for word in 0..<width {
      uncertain[word] = 0
      impossible[word] = 0
    }
    for slot in slots.indices { take(known.classes[slot], of: slot) }
    var truths = RuleTruths(outOf: ruleCount)
    for word in 0..<width {
      var left = all[word] & ~impossible[word]
      while left != 0 {
        let rule = rules[word * 64 + left.trailingZeroBitCount]
        if left & ~(left - 1) & uncertain[word] == 0 {
          truths.holding.insert(rule)
        } else {
          truths.open.insert(rule)
        }
        left &= left - 1
      }
    }
    truths.open.subtract(truths.holding)
    setAside(&truths)
    return truths
  }

  /// Notes which alternatives are ruled out by what is known of a fact.
  private mutating func take(_ classes: UInt64, of slot: Int) {
    if classes == 0 || classes == CanonicalCase.notSure {
      let row = slots[slot].unknown
      for word in 0..<width {
        uncertain[word] |= rows[row + word]
        impossible[word] |= rows[row + width + word]
      }
    } else if slots[slot].isSeveral {
      for number in slots[slot].statements.indices {
        let statement = slots[slot].statements[number]
        let row = statement.row + (statement.classes & classes != 0 ? width : 0)
        join(row)
      }
    } else {
      join(slots[slot].classes + classes.trailingZeroBitCount * width)
    }
  }

  private mutating func join(_ row: Int) {
    for word in 0..<width {
      uncertain[word] |= rows[row + word]
      impossible[word] |= rows[row + word]
    }
  }

  /// A rule that is set aside does not hold; it is open where that is.
  private func setAside(_ truths: inout RuleTruths) {
    for (rule, overriders) in overridden {
      for overrider in overriders {
        if truths.holding.contains(overrider) {
          truths.holding.remove(rule)
          truths.open.remove(rule)
        } else if truths.open.contains(overrider), truths.holding.contains(rule) {
          truths.holding.remove(rule)
          truths.open.insert(rule)
        }
      }
    }
  }
}
