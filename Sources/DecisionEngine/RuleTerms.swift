import PolicyModel

/// The conditions of a table's rules, all of them evaluated at once.
///
/// Each condition is written as alternatives, and each alternative as statements about single facts that
/// it wants or bars (the disjunctive normal form), a bit for each statement. What is known of a case is
/// then put together fact by fact, and an alternative looked at with a few operations on whole words. In
/// Kleene's logic as in the classical one that says the same as the condition itself, what is open
/// included.
struct RuleTerms: Sendable {
  /// What is known of the statements, in words of 64.
  private struct Known {
    var certain: [UInt64]
    var possible: [UInt64]
  }

  /// More alternatives than this are more work than the conditions themselves.
  private static let mostTerms = 500

  /// How many words the statements take.
  private let width: Int
  /// For each fact where the statements of its first class of options begin.
  private let starts: [Int]
  /// The statements that are true of each class of options, word after word.
  private let ofClass: [UInt64]
  /// The statements about each fact of which nothing is known: those that are certain all the same and
  /// those that are possible.
  private let ofUnknown: (certain: [UInt64], possible: [UInt64])
  /// For each alternative the words of what it wants and of what it bars.
  private let terms: [UInt64]
  /// For each rule the number behind its last alternative.
  private let ends: [Int]
  /// The rules that others set aside, each after those.
  private let overridden: [(rule: Int, overriders: [Int])]
  private var known: Known

  /// Nil where the conditions have too many alternatives.
  init?(_ table: DecisionTable) {
    var atoms: [Atom] = []
    var numbers: [Atom: Int] = [:]
    for (slot, mask) in table.conditions.flatMap(\.atoms) {
      let atom = Atom(slot: slot, mask: mask)
      guard numbers[atom] == nil else { continue }
      numbers[atom] = atoms.count
      atoms.append(atom)
    }
    let width = max(1, (atoms.count + 63) / 64)
    func words(where isIn: (Atom) -> Bool) -> [UInt64] {
      var words = [UInt64](repeating: 0, count: width)
      for (number, atom) in atoms.enumerated() where isIn(atom) {
        words[number / 64] |= 1 << UInt64(number % 64)
      }
      return words
    }

    var starts: [Int] = []
    var ofClass: [UInt64] = []
    var certain: [UInt64] = []
    var possible: [UInt64] = []
    for (slot, shape) in table.slots.enumerated() {
      starts.append(ofClass.count)
      for options in shape.classes {
        ofClass += words { $0.slot == slot && $0.mask & options != 0 }
      }
      certain += words { $0.slot == slot && shape.all & ~$0.mask == 0 }
      possible += words { $0.slot == slot && $0.mask != 0 }
    }

    var terms: [UInt64] = []
    var ends: [Int] = []
    var count = 0
    for condition in table.conditions {
      guard
        let alternatives = Alternatives(
          condition, atoms: numbers, width: width, most: Self.mostTerms)
      else { return nil }
      for term in alternatives.terms { terms += term.wanted + term.barred }
      count += alternatives.terms.count
      ends.append(count)
    }
    guard count <= Self.mostTerms else { return nil }
    self.width = width
    self.starts = starts
    self.ofClass = ofClass
    ofUnknown = (certain, possible)
    self.terms = terms
    self.ends = ends
    overridden = table.overrideOrder.filter { !table.overriders[$0].isEmpty }
      .map { ($0, table.overriders[$0]) }
    let none = [UInt64](repeating: 0, count: width)
    known = Known(certain: none, possible: none)
  }

  /// Which rules hold in a case.
  mutating func truths(of known: CanonicalCase) -> RuleTruths {
    take(known)
    var truths = RuleTruths(outOf: ends.count)
    var term = 0
    for (rule, end) in ends.enumerated() {
      var isOpen = false
      while term < end {
        let truth = truth(ofTerm: term)
        term += 1
        if truth == .yes {
          truths.holding.insert(rule)
          isOpen = false
          term = end
        } else if truth == .open {
          isOpen = true
        }
      }
      if isOpen { truths.open.insert(rule) }
    }
    setAside(&truths)
    return truths
  }

  /// Notes what a case says of each statement.
  private mutating func take(_ case: CanonicalCase) {
    for word in 0..<width {
      known.certain[word] = 0
      known.possible[word] = 0
    }
    for (slot, classes) in `case`.classes.enumerated() {
      guard classes != 0, classes != CanonicalCase.notSure else {
        for word in 0..<width {
          known.certain[word] |= ofUnknown.certain[slot * width + word]
          known.possible[word] |= ofUnknown.possible[slot * width + word]
        }
        continue
      }
      var left = classes
      while left != 0 {
        let place = starts[slot] + left.trailingZeroBitCount * width
        for word in 0..<width {
          known.certain[word] |= ofClass[place + word]
          known.possible[word] |= ofClass[place + word]
        }
        left &= left - 1
      }
    }
  }

  private func truth(ofTerm term: Int) -> Truth {
    var truth = Truth.yes
    for word in 0..<width {
      let wanted = terms[term * 2 * width + word]
      let barred = terms[(term * 2 + 1) * width + word]
      let certain = known.certain[word]
      let possible = known.possible[word]
      if wanted & ~possible != 0 || barred & certain != 0 { return .no }
      if wanted & ~certain != 0 || barred & possible != 0 { truth = .open }
    }
    return truth
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

/// A statement about one fact: that one of some options holds.
private struct Atom: Hashable {
  let slot: Int
  let mask: UInt64
}

/// A condition as alternatives.
private struct Alternatives {
  struct Term: Hashable {
    var wanted: [UInt64]
    var barred: [UInt64]

    /// Whether whatever fits this fits the other as well.
    func isWithin(_ other: Term) -> Bool {
      zip(wanted, other.wanted).allSatisfy { $0 & $1 == $1 }
        && zip(barred, other.barred).allSatisfy { $0 & $1 == $1 }
    }

    func joined(with other: Term) -> Term {
      Term(
        wanted: zip(wanted, other.wanted).map { $0 | $1 },
        barred: zip(barred, other.barred).map { $0 | $1 })
    }
  }

  private(set) var terms: [Term] = []

  /// Nil where there would be more alternatives than so many.
  init?(
    _ condition: CompiledCondition, isDenied: Bool = false, atoms: [Atom: Int], width: Int,
    most: Int
  ) {
    let none = [UInt64](repeating: 0, count: width)
    func alternatives(_ part: CompiledCondition) -> Alternatives? {
      Alternatives(part, isDenied: isDenied, atoms: atoms, width: width, most: most)
    }
    switch condition {
    case .fact(let slot, let mask):
      guard let number = atoms[Atom(slot: slot, mask: mask)] else { return nil }
      var bits = none
      bits[number / 64] = 1 << UInt64(number % 64)
      terms = [Term(wanted: isDenied ? none : bits, barred: isDenied ? bits : none)]
    case .not(let part):
      let inner = Alternatives(part, isDenied: !isDenied, atoms: atoms, width: width, most: most)
      guard let inner else { return nil }
      terms = inner.terms
    // Not all is one that is not; not any is all that are not.
    case .all(let parts) where isDenied, .any(let parts) where !isDenied:
      for part in parts {
        guard let next = alternatives(part) else { return nil }
        for term in next.terms { add(term) }
        if terms.count > most { return nil }
      }
    case .all(let parts), .any(let parts):
      terms = [Term(wanted: none, barred: none)]
      for part in parts {
        guard let next = alternatives(part) else { return nil }
        let before = terms
        terms = []
        for term in before {
          for other in next.terms { add(term.joined(with: other)) }
          if terms.count > most { return nil }
        }
      }
    }
  }

  /// Adds an alternative unless it says no more than those that are there.
  private mutating func add(_ term: Term) {
    guard !terms.contains(where: term.isWithin) else { return }
    terms.removeAll { $0.isWithin(term) }
    terms.append(term)
  }
}
