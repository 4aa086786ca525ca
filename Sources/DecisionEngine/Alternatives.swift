/// A statement about one fact: that one of some options holds.
struct Atom: Hashable {
  let slot: Int
  let mask: UInt64
}

/// A condition as alternatives, each of statements that it wants or bars.
struct Alternatives {
  struct Term: Hashable {
    /// The numbers of statements.
    var wanted: Set<Int> = []
    var barred: Set<Int> = []

    /// Whether whatever fits this fits the other as well.
    func isWithin(_ other: Term) -> Bool {
      other.wanted.isSubset(of: wanted) && other.barred.isSubset(of: barred)
    }

    func joined(with other: Term) -> Term {
      Term(wanted: wanted.union(other.wanted), barred: barred.union(other.barred))
    }
  }

  private(set) var terms: [Term] = []

  /// Nil where there would be more alternatives than so many.
  init?(
    _ condition: CompiledCondition, isDenied: Bool = false, atoms: [Atom: Int], most: Int
  ) {
    func alternatives(_ part: CompiledCondition, isDenied: Bool) -> Alternatives? {
      Alternatives(part, isDenied: isDenied, atoms: atoms, most: most)
    }
    switch condition {
    case .fact(let slot, let mask):
      guard let number = atoms[Atom(slot: slot, mask: mask)] else { return nil }
      terms = [isDenied ? Term(barred: [number]) : Term(wanted: [number])]
    case .not(let part):
      guard let inner = alternatives(part, isDenied: !isDenied) else { return nil }
      terms = inner.terms
    // Not all is one that is not; not any is all that are not.
    case .all(let parts) where isDenied, .any(let parts) where !isDenied:
      for part in parts {
        guard let next = alternatives(part, isDenied: isDenied) else { return nil }
        for term in next.terms { add(term) }
        if terms.count > most { return nil }
      }
    case .all(let parts), .any(let parts):
      terms = [Term()]
      for part in parts {
        guard let next = alternatives(part, isDenied: isDenied) else { return nil }
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
