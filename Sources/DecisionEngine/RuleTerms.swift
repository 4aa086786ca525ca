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
    guard let (terms, rules) = Self.alternatives(of: table.conditions, atoms) else { return nil }
    var made = TermRows(of: terms)
    slots = table.slots.enumerated().map { slot, shape in
      let own = atoms.indices.filter { atoms[$0].slot == slot }.map { ($0, atoms[$0].mask) }
      return Self.slot(shape, own, &made)
    }
    let first = made.add { _ in true }
    all = Array(made.rows[first...])
    width = made.width
    rows = made.rows
    self.rules = rules
    ruleCount = table.conditions.count
    overridden = table.overrideOrder.filter { !table.overriders[$0].isEmpty }
      .map { ($0, table.overriders[$0]) }
    uncertain = all
    impossible = all
  }

  /// The alternatives of all rules with the rule of each, nil where there are too many.
  private static func alternatives(
    of conditions: [CompiledCondition], _ atoms: [Atom]
  ) -> (terms: [Alternatives.Term], rules: [Int])? {
    let numbers = Dictionary(uniqueKeysWithValues: atoms.enumerated().map { ($1, $0) })
    var terms: [Alternatives.Term] = []
    var rules: [Int] = []
    for (rule, condition) in conditions.enumerated() {
      let found = Alternatives(condition, atoms: numbers, most: mostTerms)
      guard let found, terms.count + found.terms.count <= mostTerms else { return nil }
      terms += found.terms
      rules += found.terms.map { _ in rule }
    }
    return (terms, rules)
  }

  /// Makes the rows of one fact, given the numbers and options of the statements about it.
  private static func slot(
    _ shape: FactSlot, _ atoms: [(number: Int, options: UInt64)], _ rows: inout TermRows
  ) -> Slot {
    let classes = rows.rows.count
    if !shape.isSeveral {
      for options in shape.classes {
        _ = rows.add { term in
          atoms.contains {
            $0.options & options != 0
              ? term.barred.contains($0.number) : term.wanted.contains($0.number)
          }
        }
      }
    }
    // Of a fact of which nothing is known a statement is certain that leaves no option out, and
    // possible if it names one.
    let unknown = rows.add { term in
      atoms.contains {
        term.wanted.contains($0.number) && shape.all & ~$0.options != 0
          || term.barred.contains($0.number) && $0.options != 0
      }
    }
    _ = rows.add { term in
      atoms.contains {
        term.wanted.contains($0.number) && $0.options == 0
          || term.barred.contains($0.number) && shape.all & ~$0.options == 0
      }
    }
    guard shape.isSeveral else {
      return Slot(isSeveral: false, classes: classes, unknown: unknown, statements: [])
    }
    let statements = atoms.map { atom in
      let row = rows.add { $0.wanted.contains(atom.number) }
      _ = rows.add { $0.barred.contains(atom.number) }
      let named = shape.classes.indices.reduce(0 as UInt64) { bits, index in
        shape.classes[index] & atom.options != 0 ? bits | 1 << UInt64(index) : bits
      }
      return Statement(classes: named, row: row)
    }
    return Slot(isSeveral: true, classes: classes, unknown: unknown, statements: statements)
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

/// The rows of a table's alternatives, while they are made.
private struct TermRows {
  /// How many words a row takes.
  let width: Int
  private(set) var rows: [UInt64] = []
  private let terms: [Alternatives.Term]

  init(of terms: [Alternatives.Term]) {
    self.terms = terms
    width = max(1, (terms.count + 63) / 64)
  }

  /// Adds a row of the alternatives that something is true of, and gives its place.
  mutating func add(where isIn: (Alternatives.Term) -> Bool) -> Int {
    let place = rows.count
    rows += [UInt64](repeating: 0, count: width)
    for (number, term) in terms.enumerated() where isIn(term) {
      rows[place + number / 64] |= 1 << UInt64(number % 64)
    }
    return place
  }
}
