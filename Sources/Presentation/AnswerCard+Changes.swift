import DecisionEngine
import PolicyModel

/// What would give another verdict, and how the case can be opened again.
extension AnswerCard {
  /// More ways than this would hide the nearest ones.
  private static let mostChanges = 4
  /// More values than this of one fact are counted, not told.
  private static let mostValues = 3

  func addChanges(to page: inout Page) {
    let changes = table.smallestChanges(from: replies).enumerated().sorted {
      (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
    }.map(\.element)
    guard !changes.isEmpty else { return }
    page.addHeading("What would change it")
    for change in changes.prefix(Self.mostChanges) {
      let conditions = change.changes.map(words)
      page.addItem(
        "•",
        StyledText("If \(conditions.joined(separator: ", and ")): ")
          + Self.verdicts(change.verdicts))
    }
    let left = changes.count - Self.mostChanges
    if left > 0 {
      page.add(
        .muted("and \(left) more; ") + .command("what if") + .muted(" tries any of them"), indent: 5
      )
    }
  }

  /// What lets people go ahead comes first, as that is what they look for.
  private static func rank(_ change: VerdictChange) -> Int {
    let order: [Verdict] = [.yes, .yesIf, .askFirst, .silent, .note, .no, .act]
    return change.verdicts.compactMap(order.firstIndex).min() ?? order.count
  }

  private static func verdicts(_ verdicts: [Verdict]) -> StyledText {
    verdicts.enumerated().reduce("") { text, item in
      let separator = item.offset == 0 ? "" : item.offset == verdicts.count - 1 ? " or " : ", "
      return text + StyledText(separator)
        + StyledText(Wording.phrase(item.element), .verdict(item.element))
    }
  }

  /// The new values of a fact as the end of a sentence that begins with "if".
  private func words(for changed: VerdictChange.ChangedFact) -> String {
    guard let fact = knowledge[fact: changed.fact] else { return changed.fact.text }
    // One more is told rather than counted.
    let isShort = changed.replies.count <= Self.mostValues + 1
    let told = isShort ? changed.replies[...] : changed.replies.prefix(Self.mostValues)
    let said = told.map { wording.said($0, of: fact) }
    let left = changed.replies.count - said.count
    let text = said.joined(separator: ", or ")
    return left > 0 ? text + ", or \(left) other replies to “\(fact.question)”" : text
  }

  func addCode(to page: inout Page) {
    let code = CaseCode(
      Case(organisation: organisation.id, topic: topic.id, facts: replies), in: knowledge)
    page.addSpace()
    page.add(
      .muted("Case code ") + StyledText(code.text) + .muted(" (") + .command("open")
        + .muted(" and the code bring this case back)"))
  }
}
