import PolicyModel

/// The pages that lead to a question: greeting, menus and what is known already.
public struct ShellPages: Sendable {
  private let knowledge: Knowledge
  private let wording: ConditionWording

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    wording = ConditionWording(knowledge)
  }

  /// What somebody sees who has never been here.
  public var greeting: Page {
    var page = Page()
    page.add(StyledText("askfirst", .heading) + StyledText(": what your council's policies say."))
    page.add(
      "Answer a few questions; you get a verdict, the reason, the clauses and whom to go to.")
    page.add("Nothing that you type is sent anywhere.")
    page.add(
      StyledText("Type ") + .command("help") + StyledText(" at any time, ") + .command("quit")
        + StyledText(" to leave."))
    return page
  }

  public func welcome(_ organisation: Organisation) -> Page {
    Page(
      StyledText("askfirst", .heading) + StyledText(" · \(organisation.name). ")
        + .command("help") + .muted(" at any time, ") + .command("quit") + .muted(" to leave."))
  }

  public var organisations: Page {
    menu("Which organisation do you work for?", knowledge.organisations.map(\.name))
  }

  public func chosen(_ organisation: Organisation) -> Page {
    Page(
      StyledText("The documents of \(organisation.name) apply. ")
        + .muted("To change that, type ") + .command("organisation") + .muted("."))
  }

  public var topics: Page {
    menu("What is it about?", knowledge.topics.map(\.title))
  }

  private func menu(_ question: String, _ entries: [String]) -> Page {
    var page = Page()
    page.add(StyledText(question, .heading))
    let width = String(entries.count).count + 2
    for (index, entry) in entries.enumerated() {
      page.addItem(String(index + 1), StyledText(entry), width: width)
    }
    page.add(.muted("Type a number, or words from the list."), indent: 2)
    return page
  }

  /// The topic that begins, with the replies that are carried over into it.
  public func started(
    _ topic: Topic, known: [Fact], replies: [Identifier<Fact>: Reply]
  ) -> Page {
    var page = Page(StyledText(topic.title, .heading))
    for fact in known {
      guard let reply = replies[fact.id] else { continue }
      page.add(
        .muted("You said before: \(fact.question) ") + StyledText(wording.label(reply, of: fact)),
        indent: 2, hanging: 4)
    }
    if !known.isEmpty {
      page.add(
        .muted("If that is not so this time, type ") + .command("new") + .muted("."), indent: 2)
    }
    return page
  }

  public var afterAnswer: Page {
    Page(
      .muted("Type ") + .command("why") + .muted(" for the reasons, ") + .command("back")
        + .muted(" to change the last reply, ") + .command("topics")
        + .muted(" for another topic, ")
        + .command("new") + .muted(" for another case, ") + .command("quit")
        + .muted(" to leave."))
  }
}

/// What can be typed in a situation.
public struct HelpPage {
  public enum Situation: Sendable {
    case choosing, asking, answered
  }

  public let page: Page

  /// Help for a situation, with the commands that make sense in it.
  public init(_ situation: Situation, commands: [(name: String, summary: String)]) {
    var page = Page()
    switch situation {
    case .choosing: page.add("Type the number of an entry, or words from it.")
    case .asking:
      page.add(
        "Reply with the number of an option, with its words, or with other words for it. The answer comes once nothing you could add would change what you should do."
      )
    case .answered: page.add("This is the answer. Go on from here:")
    }
    let width = (commands.map(\.name.count).max() ?? 0) + 2
    for command in commands {
      let padding = String(repeating: " ", count: width - command.name.count)
      page.add(
        .command(command.name) + StyledText(padding + command.summary), indent: 2,
        hanging: 2 + width)
    }
    page.add(.muted("Tab completes what you type and shows what there is."), indent: 2)
    self.page = page
  }
}
