import DecisionEngine
import PolicyModel

/// Shows a question with its options, its help, and why it is asked.
public struct QuestionView: Sendable {
  let fact: Fact
  let options: [Option]
  let table: DecisionTable
  let wording: ConditionWording

  public init(_ fact: Fact, in table: DecisionTable, knowledge: Knowledge) {
    self.fact = fact
    self.table = table
    options = table.offeredOptions(of: fact)
    wording = ConditionWording(knowledge)
  }

  /// The question and the numbered options.
  public var page: Page {
    var page = Page()
    page.add(StyledText(fact.question, .heading))
    if fact.kind == .several {
      page.add(.muted("Name every one that fits, such as 1, 3."), indent: 2)
    }
    addOptions(to: &page)
    page.add(
      .muted("Type a number or words, or ") + .command("not sure") + .muted(", ") + .command("?")
        + .muted(", ") + .command("why") + .muted(", ") + .command("back") + .muted("."),
      indent: 2)
    return page
  }

  /// What to think of when answering, and the words by which each option is known.
  public var help: Page {
    var page = Page()
    page.add(StyledText(fact.question, .heading))
    if let help = fact.help { page.add(StyledText(help), indent: 2) }
    addOptions(to: &page, withOtherWords: true)
    if let unsure = fact.unsure {
      page.add(.command("not sure") + StyledText("  \(unsure)"), indent: 2)
    }
    return page
  }

  /// Adds the options with their numbers, those of a group beneath its heading.
  private func addOptions(to page: inout Page, withOtherWords: Bool = false) {
    let width = String(options.count).count + 2
    var heading: String?
    for (index, option) in options.enumerated() {
      if option.under != heading {
        heading = option.under
        if let heading { page.add(.muted(heading + ":"), indent: 2) }
      }
      page.addItem(String(index + 1), StyledText(option.label), width: width)
      guard withOtherWords, !option.names.isEmpty else { continue }
      page.add(
        .muted("also: \(option.names.prefix(Option.shownNames).joined(separator: ", "))"),
        indent: 2 + width)
    }
  }

  /// Which verdicts are still open, and what each option would do to them.
  public func reason(after replies: [Identifier<Fact>: Reply]) -> Page {
    var page = Page()
    let open = table.possibleVerdicts(after: replies)
    let phrases = open.map { Wording.phrase($0) }
    page.add(
      StyledText(
        open.count > 1
          ? "Still possible: \(Wording.list(phrases, "or")). Your reply narrows that down:"
          : "The verdict will be “\(phrases.first ?? "")” whatever you reply; what to do or whom "
            + "to go to hangs on it:"))
    for (verdicts, labels) in outcomes(after: replies) {
      let result = Wording.list(verdicts.map { Wording.phrase($0) }, "or")
      page.addItem(
        "•",
        StyledText(labels.joined(separator: "; ")) + StyledText(" → ", .muted)
          + StyledText(result))
    }
    let citations = hangingRules(after: replies).flatMap(\.advice.citations)
    var seen: [Citation] = []
    for citation in citations where !seen.contains(citation) { seen.append(citation) }
    page.add(.muted("It is asked because of:"))
    page.addClauses(seen, of: table.organisation)
    return page
  }

  /// The options in groups that leave the same verdicts possible.
  private func outcomes(
    after replies: [Identifier<Fact>: Reply]
  ) -> [(verdicts: [Verdict], labels: [String])] {
    var groups: [(verdicts: [Verdict], labels: [String])] = []
    for option in options {
      var then = replies
      then[fact.id] = .options([option.id])
      let verdicts = table.possibleVerdicts(after: then)
      if let index = groups.firstIndex(where: { $0.verdicts == verdicts }) {
        groups[index].labels.append(option.label)
      } else {
        groups.append((verdicts, [option.label]))
      }
    }
    return groups
  }

  /// The rules that name the fact and are still open.
  private func hangingRules(after replies: [Identifier<Fact>: Reply]) -> [Rule] {
    let open = Set(table.trace(of: replies).filter { $0.outcome == .open }.map(\.rule))
    return table.topicRules.rules.filter {
      open.contains($0.id) && $0.condition.facts.contains(fact.id)
        && ($0.advice.verdict != nil || !$0.advice.steps.isEmpty)
    }
  }
}
