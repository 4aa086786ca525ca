import DecisionEngine
import PolicyModel

/// Shows what every organisation's documents say to the same case, where that differs.
public struct ComparisonView: Sendable {
  /// What one organisation says.
  private struct Outcome {
    let organisation: Organisation
    /// Nil where the organisation has no rules on the topic.
    let answer: Answer?
    /// The question that comes next there, if a fact is still missing.
    let next: Fact?

    func says(theSameAs other: Outcome) -> Bool {
      guard let answer, let theirs = other.answer, next == nil, other.next == nil else {
        return false
      }
      return answer.isSettled && answer.possibleVerdicts == theirs.possibleVerdicts
    }
  }

  private let replies: [Identifier<Fact>: Reply]
  private let topic: Topic?
  private let own: Identifier<Organisation>
  private let knowledge: Knowledge

  /// The replies of one case, held against every organisation of the knowledge.
  public init(
    _ replies: [Identifier<Fact>: Reply], topic: Identifier<Topic>,
    own: Identifier<Organisation>, knowledge: Knowledge
  ) {
    self.replies = replies
    self.topic = knowledge[topic: topic]
    self.own = own
    self.knowledge = knowledge
  }

  public var page: Page {
    guard let topic else { return Page() }
    var page = Page(.muted("\(topic.title) · the same case under every organisation"))
    let wording = ConditionWording(knowledge)
    let said = topic.facts.compactMap { id in
      replies[id].flatMap { reply in knowledge[fact: id].map { wording.said(reply, of: $0) } }
    }
    if !said.isEmpty { page.add(.muted("Your case: \(said.joined(separator: "; ")).")) }

    let outcomes = knowledge.organisations.map { outcome(of: $0, on: topic) }
    let mine = outcomes.first { $0.organisation.id == own }
    if let mine { add(mine, to: &page) }
    let others = outcomes.filter { $0.organisation.id != own }
    var same: [String] = []
    for other in others {
      if let mine, other.says(theSameAs: mine) {
        let hasConditions = other.answer?.provided.isEmpty == false
        same.append(other.organisation.name + (hasConditions ? " (on its own conditions)" : ""))
      } else {
        add(other, to: &page)
      }
    }
    page.addSpace()
    if !same.isEmpty {
      page.add(
        StyledText("The same verdict: ", .heading) + StyledText(same.joined(separator: "; ")))
    }
    page.add(
      "Only your own organisation's documents bind you; another council's policy does not.")
    return page
  }

  private func outcome(of organisation: Organisation, on topic: Topic) -> Outcome {
    let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
    return Outcome(
      organisation: organisation, answer: table?.answer(to: replies),
      next: table?.nextFact(after: replies))
  }

  private func add(_ outcome: Outcome, to page: inout Page) {
    let mark = outcome.organisation.id == own ? " (yours)" : ""
    page.addHeading(outcome.organisation.name + mark)
    guard let answer = outcome.answer else {
      page.add("It has no rules on this topic.", indent: 2)
      return
    }
    let sentences = answer.deciding.map(\.advice).map { advice in
      StyledText(advice.say + " ") + Wording.citations(advice.citations)
    }
    page.add(headlines(of: answer) + (sentences.first.map { "  " + $0 } ?? ""), indent: 2)
    for sentence in sentences.dropFirst() { page.add(sentence, indent: 2) }
    for proviso in answer.provided {
      page.addItem(
        "•", StyledText(proviso.that + " ") + Wording.citations(proviso.citations), indent: 4)
    }
    if let next = outcome.next {
      page.add(.muted("It would ask next: ") + StyledText(next.question), indent: 2)
    } else {
      for fact in answer.notSure.compactMap({ knowledge[fact: $0] }) {
        page.add(.muted("You are not sure: ") + StyledText(fact.question), indent: 2)
      }
    }
  }

  /// The verdict, or all that are possible, strictest first.
  private func headlines(of answer: Answer) -> StyledText {
    let heads = answer.possibleVerdicts.map { StyledText(Wording.headline($0), .verdict($0)) }
    let all = heads.dropFirst().reduce(heads.first ?? "") { $0 + .muted(" · ") + $1 }
    return answer.isSettled ? all : "Still possible: " + all
  }
}
