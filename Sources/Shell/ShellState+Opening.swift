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
    let verdicts = Verdict.allCases
    let matcher = ChoiceMatcher(
      verdicts.map { .init(label: $0.rawValue, otherWords: Wordings.of($0)) })
    guard case .exact(let index) = matcher.match(text) else {
      return .whichVerdict(verdicts.map(\.rawValue))
    }
    return ObstacleView(table, knowledge: knowledge).page(verdicts[index], after: replies)
  }

  /// Other words by which people name a verdict.
  private enum Wordings {
    static func of(_ verdict: Verdict) -> [String] {
      switch verdict {
      case .yesIf: ["yes if", "if"]
      case .askFirst: ["ask first", "ask"]
      case .silent: ["not covered"]
      case .note: ["for information"]
      case .act, .no, .yes: []
      }
    }
  }
}
