import DecisionEngine
import PolicyModel

/// What a class is shown when it says beforehand what the answer will be, and what it is told then.
public struct PredictionView: Sendable {
  private let answer: Answer
  private let replies: [Identifier<Fact>: Reply]
  private let table: DecisionTable
  private let knowledge: Knowledge
  private let wording: ConditionWording

  public init(
    _ answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable,
    knowledge: Knowledge
  ) {
    self.answer = answer
    self.replies = replies
    self.table = table
    self.knowledge = knowledge
    wording = ConditionWording(knowledge)
  }

  /// The verdicts with their numbers, below a question.
  public static func choices(_ question: String?, among verdicts: [Verdict]) -> Page {
    var page = Page(StyledText(question ?? "What will the answer be?", .heading))
    for (index, verdict) in verdicts.enumerated() {
      page.addItem(
        "\(index + 1)",
        StyledText(Wording.headline(verdict), .verdict(verdict)) + .muted(hint(to: verdict)))
    }
    page.add(.muted("Type a number; Enter alone shows the answer without one."))
    return page
  }

  /// What a verdict means, short enough for a list.
  private static func hint(to verdict: Verdict) -> String {
    switch verdict {
    case .act: "  it has happened; do something now"
    case .no: "  do not do it"
    case .askFirst: "  get permission or advice before"
    case .yesIf: "  go ahead if conditions are met"
    case .yes: "  go ahead"
    case .silent: "  the documents do not settle it"
    case .note: "  neither a yes nor a no is asked for"
    }
  }

  /// A choice that named none of the verdicts.
  public static func unknownChoice(_ count: Int) -> Page {
    Page("Type a number from 1 to \(count), or the words beside it.")
  }

  /// How the choice compares with the answer, what decides, and what one other fact would change.
  ///
  /// A choice of nil stands for a class that made none.
  public func feedback(on choice: Verdict?) -> Page {
    var page = Page()
    let verdict = StyledText(Wording.headline(answer.verdict), .verdict(answer.verdict))
    if let choice {
      let chosen = StyledText(Wording.headline(choice), .verdict(choice))
      page.add(
        choice == answer.verdict
          ? StyledText("Right: ", .heading) + verdict + StyledText(".")
          : StyledText("You chose ", .heading) + chosen
            + StyledText("; the answer is ", .heading) + verdict + StyledText("."))
    } else {
      page.add(StyledText("The answer is ", .heading) + verdict + StyledText("."))
    }
    if !answer.isSettled {
      let others = answer.possibleVerdicts.map(Wording.phrase)
      page.add(
        "It is not certain: \(Wording.list(others, "or")) are still possible. Until it is, the "
          + "strictest counts.", indent: 2)
    }
    addClauses(to: &page)
    addFact(to: &page)
    return page
  }

  /// The clauses on which the verdict rests.
  private func addClauses(to page: inout Page) {
    let certain = answer.deciding.map(\.advice)
    let advice =
      certain.isEmpty
      ? answer.undecided.map(\.advice).filter { $0.verdict == answer.verdict } : certain
    let cited = advice.flatMap(\.citations).uniqued
    guard !cited.isEmpty else { return }
    page.add(.muted("It rests on:"), indent: 2)
    for citation in cited.prefix(Self.mostClauses) {
      guard let clause = table.organisation[clause: citation] else { continue }
      page.add(Wording.clause(clause, citation), indent: 4, hanging: 6)
    }
    let left = cited.count - Self.mostClauses
    if left > 0 { page.add(.muted("and \(left) more"), indent: 4) }
  }

  private static let mostClauses = 3

  /// What was said of the facts that decide, and how near another verdict is.
  private func addFact(to page: inout Page) {
    guard answer.isSettled else {
      for fact in (answer.notSure + answer.unasked).compactMap({ knowledge[fact: $0] }) {
        page.add(.muted("It hangs on what is not known: ") + StyledText(fact.question), indent: 2)
      }
      return
    }
    let changes = table.smallestChanges(from: replies)
    let given = givenFacts
    // The fact asked last is the one on which the verdict turned.
    let change =
      changes.filter { $0.changes.count == 1 }.max { left, right in
        place(of: left, among: given) < place(of: right, among: given)
      } ?? changes.first
    let ids = given.isEmpty ? change?.changes.map(\.fact) ?? [] : given
    let said = ids.compactMap { id in
      knowledge[fact: id].flatMap { fact in replies[id].map { wording.said($0, of: fact) } }
    }
    guard !said.isEmpty else {
      return page.add(
        .muted("What decides: ") + StyledText("no fact does; it is the same in every case."),
        indent: 2)
    }
    page.add(.muted("What decides: ") + StyledText(Wording.list(said, "and") + "."), indent: 2)
    guard let change else { return }
    let conditions = change.changes.map { changed in
      guard let fact = knowledge[fact: changed.fact], let reply = changed.replies.first else {
        return changed.fact.text
      }
      return wording.said(reply, of: fact)
    }
    let verdicts = change.verdicts.map(Wording.phrase)
    page.add(
      .muted("If instead ") + StyledText(Wording.list(conditions, "and"))
        + .muted(": ") + StyledText(Wording.list(verdicts, "or") + "."), indent: 2)
  }

  private func place(of change: VerdictChange, among given: [Identifier<Fact>]) -> Int {
    change.changes.first.flatMap { given.firstIndex(of: $0.fact) } ?? -1
  }

  /// The facts that the deciding rules name and that something was said of.
  private var givenFacts: [Identifier<Fact>] {
    let rules = Set(answer.deciding.compactMap(\.rule))
    let named = table.topicRules.rules.filter { rules.contains($0.id) }.flatMap(\.condition.facts)
    return table.facts.map(\.id).filter { named.contains($0) && replies[$0] != nil }
  }
}

extension Array where Element: Equatable {
  /// The elements, each once, in the order in which they were met first.
  fileprivate var uniqued: [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
