import PolicyModel

/// Whether every clause is accounted for: cited by something, or marked as background.
public struct ClauseAccounting: Sendable {
  /// The clauses that nothing cites and nobody has marked, in order.
  public let unaccounted: [Citation]
  /// The clauses that are marked as background and cited all the same, in order.
  public let markedAndCited: [Citation]

  /// The account of an organisation's documents.
  public init(_ organisation: Organisation) {
    var cited = Set<Citation>()
    for rules in organisation.rules.values {
      for advice in rules.rules.map(\.advice) + [rules.otherwise] {
        cited.formUnion(advice.allCitations)
      }
    }
    for contact in organisation.contacts { cited.formUnion(contact.citations) }
    for fallback in organisation.fallbacks { cited.formUnion(fallback.citations) }
    var unaccounted: [Citation] = []
    var markedAndCited: [Citation] = []
    for document in organisation.documents {
      for clause in document.clauses.values {
        let citation = Citation(document: document.id, clause: clause.id)
        switch (cited.contains(citation), clause.background == nil) {
        case (false, true): unaccounted.append(citation)
        case (true, false): markedAndCited.append(citation)
        default: break
        }
      }
    }
    self.unaccounted = unaccounted.sorted()
    self.markedAndCited = markedAndCited.sorted()
  }
}
