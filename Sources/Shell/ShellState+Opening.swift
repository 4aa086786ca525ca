import DecisionEngine
import PolicyModel
import Presentation

/// Opening a case by its code, and asking why an answer is not another.
extension ShellState {
  /// Opens the case of a code; the case in hand can be had back by `undo`.
  mutating func open(_ text: String) -> ShellReply {
    let views = ReopenedPages(knowledge)
    let reopened: ReopenedCase
    do throws(CaseCode.Fault) {
      reopened = try CaseCode.read(text, in: knowledge)
    } catch {
      return ShellReply(views.page(error))
    }
    guard let found = reopened.restored, let chosen = knowledge[organisation: found.organisation],
      let table = DecisionTable(
        knowledge, organisation: found.organisation, topic: found.topic)
    else { return ShellReply(views.page(reopened.differences)) }
    keep()
    organisation = chosen
    self.table = table
    replies = found.facts
    given = table.facts.map(\.id).filter { replies[$0] != nil }
    toConfirm = [:]
    sentence = nil
    answered = []
    queue = []
    changing = nil
    return ShellReply(views.page(reopened.differences).followed(by: proceed()))
  }

  /// Why the answer is not the one that is named.
  func whyNot(_ text: String) -> Page {
    guard let table else { return .noQuestion }
    guard let verdict = VerdictChoice.named(text) else {
      return .whichVerdict(VerdictChoice.all.map(\.rawValue))
    }
    return ObstacleView(table, knowledge: knowledge).page(verdict, after: replies)
  }
}
