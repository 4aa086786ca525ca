import DecisionEngine
import PolicyModel

/// Shows why an answer is not another: what stands in the way of a verdict.
public struct ObstacleView: Sendable {
  private let table: DecisionTable
  private let wording: ConditionWording

  public init(_ table: DecisionTable, knowledge: Knowledge) {
    self.table = table
    wording = ConditionWording(knowledge)
  }

  /// What stands between the case and a verdict.
  public func page(_ verdict: Verdict, after replies: [Identifier<Fact>: Reply]) -> Page {
    let answer = table.answer(to: replies)
    guard answer.verdict != verdict || !answer.isSettled else {
      return Page(
        StyledText("The verdict is ") + Self.styled(verdict) + StyledText("; ") + .command("why")
          + StyledText(" gives the reasons."))
    }
    let obstacles = table.obstacles(to: verdict, after: replies)
    guard !obstacles.isEmpty else {
      return Page(
        StyledText("No rule on this topic ever says ") + Self.styled(verdict) + StyledText("."))
    }
    var page = Page()
    page.add(StyledText("Why not ") + Self.styled(verdict) + StyledText("?"))
    for obstacle in obstacles {
      page.addItem(
        "•",
        StyledText(obstacle.advice.say + " ") + Wording.citations(obstacle.advice.citations))
      page.add(reason(obstacle.cause), indent: 5)
    }
    return page
  }

  private static func styled(_ verdict: Verdict) -> StyledText {
    StyledText(Wording.headline(verdict), .verdict(verdict))
  }

  private func reason(_ cause: Obstacle.Cause) -> StyledText {
    switch cause {
    case .failed(let conditions):
      let words = conditions.map(wording.clause).joined(separator: ", and ")
      return .muted("It would hold only if ") + StyledText(words + ".")
    case .setAside(let rules):
      return .muted("It is set aside: ") + StyledText(sentences(of: rules))
    case .open(let condition):
      return .muted("It would hold if ") + StyledText(wording.clause(condition) + ".")
    case .outranked(let verdict):
      return .muted("It holds, but a stricter rule decides: ") + Self.styled(verdict)
    case .decided(let rules):
      return .muted("It is said only where nothing else is: ") + StyledText(sentences(of: rules))
    }
  }

  private func sentences(of rules: [Identifier<Rule>]) -> String {
    table.topicRules.rules.filter { rules.contains($0.id) }.map(\.advice.say)
      .joined(separator: " ")
  }
}
