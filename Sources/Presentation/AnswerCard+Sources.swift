import DecisionEngine
import PolicyModel

/// What an answer rests on, whom to go to, and what hangs on facts that are not known.
extension AnswerCard {
  func addUndecided(to page: inout Page) {
    guard !answer.undecided.isEmpty else { return }
    page.addHeading("What it hangs on")
    for id in answer.notSure { addOpenFact(id, "You are not sure", to: &page) }
    for id in answer.unasked { addOpenFact(id, "Not asked yet", to: &page) }
    for open in answer.undecided {
      // Strictest first, so each line holds where none above it does.
      let condition =
        open.condition == .always
        ? StyledText("Otherwise: ") : StyledText("If \(wording.clause(open.condition)): ")
      page.addItem("•", condition + marked(open.advice))
      guard answer.deciding.isEmpty, open.advice.verdict == answer.verdict else { continue }
      for step in open.advice.steps where !answer.steps.contains(step) {
        page.addItem("–", text(of: step), indent: 5)
      }
    }
  }

  private func addOpenFact(_ id: Identifier<Fact>, _ state: String, to page: inout Page) {
    guard let fact = knowledge[fact: id] else { return }
    var text = "\(state): \(fact.question)"
    if let unsure = fact.unsure { text += " \(unsure)" }
    page.add(StyledText(text), indent: 2)
  }

  func addClauses(to page: inout Page) {
    guard !answer.citations.isEmpty else { return }
    page.addHeading("It rests on")
    let width = String(answer.citations.count).count + 2
    for (index, citation) in answer.citations.enumerated() {
      guard let clause = organisation[clause: citation] else { continue }
      page.addItem(
        "\(index + 1).",
        Wording.clause(clause, citation), width: width)
    }
  }

  func addFallback(to page: inout Page) {
    guard let fallback = answer.fallback else { return }
    page.add(cited(fallback.say, fallback.citations), indent: 2)
  }

  func addContacts(_ contacts: [Identifier<Contact>], to page: inout Page) {
    for contact in contacts.compactMap({ organisation[contact: $0] }) {
      page.addItem("•", StyledText(contact.name, .heading) + StyledText(": \(contact.purpose)"))
      guard let reach = contact.reach else { continue }
      let note = contact.reachNote.map { " (\($0))" } ?? ""
      page.add(StyledText(reach + note), indent: 5)
    }
  }

  /// The documents that the answer rests on, or all where it rests on none.
  var documents: [Document] {
    let cited = Set(answer.citations.map(\.document))
    return organisation.documents.filter { cited.isEmpty || cited.contains($0.id) }
  }

  func addDocuments(_ documents: [Document], to page: inout Page) {
    for document in documents {
      page.add(StyledText(DocumentAge(document: document, today: today).sentence), indent: 2)
    }
  }
}
