import DecisionEngine
import PolicyModel

/// Shows what the answer would be if one fact were otherwise; the case itself stays as it is.
public struct WhatIfView: Sendable {
  private let table: DecisionTable
  private let knowledge: Knowledge

  public init(_ table: DecisionTable, knowledge: Knowledge) {
    self.table = table
    self.knowledge = knowledge
  }

  /// The outcome of a reply to one fact, beside the replies that were given.
  public func page(
    _ fact: Fact, _ reply: Reply, beside replies: [Identifier<Fact>: Reply]
  ) -> Page {
    var then = replies
    then[fact.id] = reply
    let now = table.answer(to: replies)
    let answer = table.answer(to: then)
    let wording = ConditionWording(knowledge)
    var page = Page(.muted("If ") + StyledText(wording.said(reply, of: fact)) + .muted(":"))
    for verdict in answer.possibleVerdicts {
      let sentences = sentences(of: verdict, in: answer)
      let headline = StyledText(Wording.headline(verdict), .verdict(verdict))
      page.add(
        sentences.plain.isEmpty ? headline : headline + StyledText("  ") + sentences, indent: 2,
        hanging: 4)
    }
    if let next = table.nextFact(after: then) {
      page.add(.muted("First you would be asked: \(next.question)"), indent: 2)
    } else if answer.possibleVerdicts == now.possibleVerdicts {
      page.add(.muted("That is the same verdict as now."), indent: 2)
    }
    page.add(.muted("Your case is as it was; ") + .command("change") + .muted(" changes it."))
    return page
  }

  /// What would be said with a verdict, each sentence with its clauses.
  private func sentences(of verdict: Verdict, in answer: Answer) -> StyledText {
    let advice =
      answer.findings.map(\.advice).filter { $0.verdict == verdict }
      + answer.undecided.map(\.advice).filter { $0.verdict == verdict }
    var text = StyledText("")
    for one in advice.prefix(2) {
      text += StyledText((text.plain.isEmpty ? "" : " ") + one.say + " ")
      text += Wording.citations(one.citations)
    }
    return text
  }
}
