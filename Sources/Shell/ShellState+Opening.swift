import DecisionEngine
import PolicyModel
import Presentation

/// Opening a case by its code, and asking why an answer is not another.
extension ShellState {
  /// Opens the case of a code; the case in hand can be had back by `undo`.
  mutating func open(_ text: String) -> ShellReply {
    let reopened: ReopenedCase
    do throws(CaseCode.Fault) {
      let named = try CaseCode.named(by: text, in: knowledge)
      for topic in named.topics {
        if let refusal = refusal(of: topic, under: named.organisations) {
          return ShellReply(refusal)
        }
      }
      reopened = try CaseCode.read(text, in: knowledge)
    } catch {
      return ShellReply(ReopenedPages(knowledge).page(error))
    }
    usesOwnWords = false
    let views = ReopenedPages(knowledge)
    guard let found = reopened.restored,
      let table = DecisionTable(
        knowledge, organisation: found.organisation, topic: found.topic)
    else { return ShellReply(views.page(reopened.differences)) }
    keep()
    foreignOrganisationID = found.organisation == ownOrganisationID ? nil : found.organisation
    self.table = table
    replies = found.facts
    given = table.facts.map(\.id).filter { replies[$0] != nil }
    toConfirm = [:]
    sentence = nil
    answered = []
    queue = []
    changing = nil
    var page = views.page(reopened.differences)
    let shown = proceed()
    if case .asking = situation { page = page.followed(by: foreignCase) }
    return ShellReply(page.followed(by: shown))
  }

  /// That the documents of another organisation apply to the case in hand, nothing where they do not.
  var foreignCase: Page {
    guard let id = foreignOrganisationID, let other = knowledge[organisation: id] else {
      return Page()
    }
    return ReopenedPages(knowledge).foreign(other, to: ownOrganisation)
  }

  /// The organisation that the person works for, as far as it is known.
  var ownOrganisation: Organisation? { ownOrganisationID.flatMap { knowledge[organisation: $0] } }

  /// Leaves the case of another organisation, whose facts are nobody's here; says whose documents apply
  /// again.
  mutating func comeHome() -> Page {
    guard foreignOrganisationID != nil else { return Page() }
    clearCase()
    return ownOrganisation.map { ReopenedPages(knowledge).home($0) } ?? Page()
  }

  /// Why a topic cannot be opened under any of some organisations, nil if it can under all.
  ///
  /// Where there are none, any that can be used shows what the topic asks.
  private mutating func refusal(of topic: Topic, under organisations: [Organisation]) -> Page? {
    for one in organisations where !bring(.topic(topic.id, of: one.id)) {
      return .unusable(one.name, on: topic.title)
    }
    guard organisations.isEmpty else { return nil }
    for one in knowledge.organisations where bring(.topic(topic.id, of: one.id)) { return nil }
    return knowledge.organisations.first.map { .unusable($0.name, on: topic.title) }
  }

  /// Why the answer is not the one that is named.
  mutating func whyNot(_ text: String) -> Page {
    guard let table else { return .noQuestion }
    guard let verdict = VerdictChoice.named(text) else {
      return .whichVerdict(VerdictChoice.all.map(\.rawValue))
    }
    usesOwnWords = false
    return ObstacleView(table, knowledge: knowledge).page(verdict, after: replies)
  }
}
