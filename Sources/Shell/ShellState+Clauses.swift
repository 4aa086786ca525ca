import DecisionEngine
import PolicyModel
import Presentation

/// Looking up the clauses that an answer rests on.
extension ShellState {
  /// A clause by its number in the answer, or by its name, with the original where it is at hand.
  ///
  /// It says on which topics the clause is cited, so all that the organisation says is needed.
  mutating func clause(_ text: String) -> Page {
    guard let id = organisationID else { return .noQuestion }
    let isWhole = bring(.everything(of: id))
    guard let organisation else { return .noQuestion }
    guard isWhole else { return .unusable(organisation.name) }
    let cited: [Citation] =
      if case .answered(let answer) = situation { answer.citations } else { [] }
    let found: [Citation] =
      if let number = Int(text), cited.indices.contains(number - 1) {
        [cited[number - 1]]
      } else {
        organisation.documents.flatMap { document in
          document.clauses.keys.sorted().filter {
            text == "\(document.id) \($0)" || text == $0.text
          }.map { Citation(document: document.id, clause: $0) }
        }
      }
    let views = EntryPages(knowledge, today: today, original: original)
    let pages = found.compactMap { citation in
      organisation[clause: citation].map { views.clause($0, citation, of: organisation) }
    }
    guard let first = pages.first else { return .unknownClause(text, numbered: cited.count) }
    usesOwnWords = false
    return pages.dropFirst().reduce(first) { $0.followed(by: $1) }
  }

  /// The contacts of the organisation, or those of the answer.
  var contacts: Page {
    guard let organisation else { return .noQuestion }
    let views = EntryPages(knowledge, today: today)
    let shown: [Contact] =
      if case .answered(let answer) = situation {
        answer.contacts.compactMap { organisation[contact: $0] }
      } else {
        organisation.contacts
      }
    return shown.reduce(Page()) { $0.followed(by: views.contact($1, of: organisation)) }
  }
}
