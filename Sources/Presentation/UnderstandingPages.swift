import PolicyModel

/// How a sentence was understood, shown before anything is made of it.
public struct UnderstandingPages: Sendable {
  private let knowledge: Knowledge
  private let wording: ConditionWording

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    wording = ConditionWording(knowledge)
  }

  /// The topic of a sentence, with the words that led there.
  public func topic(_ title: String, words: [String]) -> Page {
    var text = StyledText("I understood: ", .muted) + StyledText(title, .heading)
    if !words.isEmpty { text = text + StyledText(" (\(Self.quoted(words)))", .muted) }
    return Page(text)
  }

  /// The facts that a sentence states, with the words that state them.
  public func statements(_ heard: [HeardFact]) -> Page {
    var page = Page()
    for one in heard {
      guard let fact = knowledge[fact: one.fact] else { continue }
      page.add(
        .muted(fact.question + " ") + StyledText(wording.label(one.reply, of: fact))
          + .muted(" (\(Self.quoted(one.words)))"), indent: 2, hanging: 4)
    }
    return page
  }

  /// The facts that a sentence states, and how to correct what was understood.
  public func facts(_ heard: [HeardFact]) -> Page {
    var page = statements(heard)
    var correcting = StyledText("To correct that, type ", .muted)
    if !heard.isEmpty {
      correcting = correcting + .command("change") + .muted(" and the number of a fact, or ")
    }
    page.add(
      correcting + .command("topics") + .muted(" for another topic."), indent: 2)
    return page
  }

  /// Topics of which a sentence may mean any, to pick from by number.
  public func close(_ candidates: [(title: String, words: [String])]) -> Page {
    var page = Page(StyledText("Which of these do you mean?", .heading))
    for (index, candidate) in candidates.enumerated() {
      let words = candidate.words.isEmpty ? "" : " (\(Self.quoted(candidate.words)))"
      page.addItem(String(index + 1), StyledText(candidate.title) + .muted(words), width: 3)
    }
    page.add(
      .muted("Type the number, say it in other words, or type ") + .command("topics")
        + .muted(" for all of them."), indent: 2)
    return page
  }

  /// That somebody wants none of a few topics.
  public func noneOf(_ titles: [String]) -> Page {
    let quoted = titles.map { "“\($0)”" }
    var page = Page("If it is neither \(Wording.list(quoted, "nor")), it may be one of these.")
    page.add(
      .muted("If it is none of them, say it in other words, or type ") + .command("contacts")
        + .muted(" for somebody to ask."), indent: 2)
    return page
  }

  /// Topics of which a question on the command line may mean any, with how to ask for each.
  public func commands(for candidates: [Routing.Candidate]) -> Page {
    var page = Page(
      StyledText("Undecided: ", .heading) + StyledText("the question may be about any of these."))
    for candidate in candidates {
      let title = knowledge[topic: candidate.topic]?.title ?? ""
      page.add(
        .command("askfirst ask \(candidate.topic)") + StyledText("  \(title)"), indent: 2,
        hanging: 4)
    }
    return page
  }

  /// Matters that a question on the command line asks beside the one answered, with how to ask each.
  public func notAnswered(_ matters: [FurtherMatter], _ organisation: String) -> Page {
    var page = Page()
    for matter in matters {
      page.add(
        StyledText("Not answered here: ", .heading)
          + StyledText("the question seems to be about “\(matter.topic.title)” as well")
          + .muted(" (\(Self.quoted(matter.words)))") + StyledText(". To ask that, type:"))
      page.add(
        .command("askfirst ask \(matter.topic.id) --organisation \(organisation)"), indent: 2,
        hanging: 4)
    }
    return page
  }

  /// A second matter that the same sentence asks about.
  public func queued(_ title: String, words: [String]) -> Page {
    let quoted = words.isEmpty ? "" : " (\(Self.quoted(words)))"
    return Page(
      .muted("You also ask about: ") + StyledText(title) + .muted(quoted + ". ")
        + .muted("It comes afterwards."))
  }

  /// That a sentence is no matter of these policies, and whom to go to all the same.
  public func far(_ organisation: Organisation?) -> Page {
    var page = Page("That is not something that these policies cover, as far as I understand it.")
    if let organisation, let fallback = organisation.fallbacks.first {
      let names = fallback.contacts.compactMap { organisation[contact: $0]?.name }
      page.add(StyledText("To ask a person, go to \(Wording.list(names, "or"))."), indent: 2)
    }
    page.add(
      StyledText("If it is about social media, say it in other words, or type ")
        + .command("topics") + StyledText(" for what I can answer."), indent: 2)
    return page
  }

  /// Words as they were typed, each in quotation marks, without anything that a terminal obeys.
  private static func quoted(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }
}
