import DecisionEngine
import PolicyModel

/// Shows why an answer is as it is: by which replies, which rule, citing which clause.
public struct ReasonView: Sendable {
  let answer: Answer
  let replies: [Identifier<Fact>: Reply]
  let table: DecisionTable
  let knowledge: Knowledge

  public init(
    _ answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable,
    knowledge: Knowledge
  ) {
    self.answer = answer
    self.replies = replies
    self.table = table
    self.knowledge = knowledge
  }

  public var page: Page {
    var page = Page()
    for finding in answer.findings {
      page.addSpace()
      let mark = finding.advice.verdict.map { StyledText(Wording.headline($0), .verdict($0)) }
      page.add((mark.map { $0 + "  " } ?? "") + StyledText(finding.advice.say))
      if let because = finding.advice.because { page.add(StyledText(because), indent: 2) }
      page.add(StyledText(ground(of: finding), .muted), indent: 2)
      page.addClauses(finding.advice.citations, of: table.organisation)
    }
    addUndecided(to: &page)
    if answer.findings.count > 1, answer.deciding.first?.advice.verdict != nil {
      page.addSpace()
      page.add(.muted("The strictest of these gives the verdict; none replaces another."))
    }
    return page
  }

  /// What hangs on facts that are not known, so that an answer that is not certain has reasons too; where
  /// nothing is found at all, even what would not change the verdict.
  private func addUndecided(to page: inout Page) {
    let wording = ConditionWording(knowledge)
    let isBare = answer.findings.isEmpty && answer.undecided.isEmpty
    for open in isBare ? answer.conditional : answer.undecided {
      page.addSpace()
      let mark = open.advice.verdict.map { StyledText(Wording.headline($0), .verdict($0)) }
      page.add((mark.map { $0 + "  " } ?? "") + StyledText(open.advice.say))
      if let because = open.advice.because { page.add(StyledText(because), indent: 2) }
      page.add(.muted("This would hold if \(wording.clause(open.condition))."), indent: 2)
      page.addClauses(open.advice.citations, of: table.organisation)
    }
  }

  /// What made the finding hold.
  private func ground(of finding: Answer.Finding) -> String {
    guard let id = finding.rule, let rule = table.topicRules.rules.first(where: { $0.id == id })
    else { return "Nothing in the documents speaks to the case as you described it." }
    let wording = ConditionWording(knowledge)
    let said = rule.condition.facts.compactMap { id -> String? in
      guard let reply = replies[id], reply != .notSure, let fact = knowledge[fact: id] else {
        return nil
      }
      return wording.said(reply, of: fact)
    }
    guard !said.isEmpty else { return "This holds whatever you say." }
    return "This holds because \(said.joined(separator: ", and "))."
  }
}
