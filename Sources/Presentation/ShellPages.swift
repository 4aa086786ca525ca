import Diagnostics
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
      "Ask in your own words; you get a verdict, the reason, the clauses and whom to go to.")
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

  /// The organisation whose employee a screen greets, of which the text is given; nil where it greets
  /// none.
  public func organisation(greetedOn screen: String) -> Identifier<Organisation>? {
    // A narrow window has broken the greeting into lines.
    func words(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let shown = words(screen)
    return knowledge.organisations.first { organisation in
      [true, false].contains { isUnicode in
        let greeting = PageRenderer(isUnicode: isUnicode).render(welcome(organisation))
        return shown.contains(words(greeting))
      }
    }?.id
  }

  public var organisations: Page {
    menu("Which organisation do you work for?", knowledge.organisations.map(\.name))
  }

  public func chosen(_ organisation: Organisation) -> Page {
    Page(
      StyledText("The documents of \(organisation.name) apply. ")
        + .muted("To change that, type ") + .command("organisation") + .muted("."))
  }

  /// Asks for a question in the person's own words.
  public var invitation: Page {
    var page = Page(StyledText("What do you want to know?", .heading))
    let example = knowledge.topics.first?.asks.map { ", such as “\($0)”" } ?? ""
    page.add(
      .muted("Ask in your own words\(example) Or type ") + .command("topics")
        + .muted(" for a list."), indent: 2)
    return page
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

  /// The topic that begins.
  public func heading(of topic: Topic) -> Page { Page(StyledText(topic.title, .heading)) }

  /// The verdict on a topic while another that waited is asked.
  public func soFar(_ topic: Topic, _ verdict: Verdict) -> Page {
    Page(
      StyledText(topic.title, .heading) + StyledText(": ")
        + StyledText(Wording.headline(verdict), .verdict(verdict))
        + .muted(". What that means for you comes at the end, with the rest."))
  }

  /// The replies that are carried over from an earlier topic.
  public func carriedOver(_ known: [Fact], _ replies: [Identifier<Fact>: Reply]) -> Page {
    var page = Page()
    for fact in known {
      guard let reply = replies[fact.id] else { continue }
      page.add(
        .muted("You said before: \(fact.question) ") + StyledText(wording.label(reply, of: fact)),
        indent: 2, hanging: 4)
    }
    page.add(
      .muted("If that is not so this time, type ") + .command("new") + .muted("."), indent: 2)
    return page
  }

  /// Everything that was said, with the numbers by which it is changed.
  public func replies(_ said: [(fact: Fact, reply: Reply)], isToChoose: Bool) -> Page {
    var page = Page()
    guard !said.isEmpty else { return Page("You have not said anything yet.") }
    page.add(StyledText("What you said", .heading))
    let width = String(said.count).count + 2
    for (index, one) in said.enumerated() {
      page.addItem(
        String(index + 1),
        .muted(one.fact.question + " ") + StyledText(wording.label(one.reply, of: one.fact)),
        width: width)
    }
    let hint: StyledText =
      isToChoose
      ? .muted("Type a number; Enter alone changes none.")
      : .muted("To change one, type ") + .command("change 1") + .muted(".")
    page.add(hint, indent: 2)
    return page
  }

  /// What was said of a fact before, which may no longer hold.
  public func confirming(_ fact: Fact, _ reply: Reply) -> Page {
    var page = Page()
    page.add(
      .muted("Enter alone keeps what you said before: ")
        + StyledText(wording.label(reply, of: fact)), indent: 2)
    return page
  }

  /// What was said of a fact before, to which the reply adds.
  public func adding(to fact: Fact, _ reply: Reply) -> Page {
    var page = Page()
    page.add(
      .muted("You have said already: ") + StyledText(wording.label(reply, of: fact))
        + .muted(". Enter alone adds nothing to that."), indent: 2)
    return page
  }

  /// What a changed reply has done to the verdict.
  public func changed(
    _ fact: Fact, from before: Reply?, to reply: Reply, verdict: Verdict, now: Verdict
  ) -> Page {
    let old = before.map { "“\(wording.label($0, of: fact))”" } ?? "no reply"
    let change = "\(fact.question) \(old) became “\(wording.label(reply, of: fact))”."
    let outcome =
      verdict == now
      ? StyledText("The verdict stays: ") + StyledText(Wording.headline(now), .verdict(now))
      : StyledText("The verdict was ") + StyledText(Wording.headline(verdict), .verdict(verdict))
        + StyledText(" and is now ") + StyledText(Wording.headline(now), .verdict(now))
    return Page(.muted(change + " ") + outcome + StyledText("."))
  }

  /// What to type at an answer; with several matters, which commands are about the last alone.
  public func afterAnswer(ofSeveral last: String?) -> Page {
    var page = Page(
      .muted("Type ") + .command("why") + .muted(" for the reasons, ") + .command("answers")
        + .muted(" to see and change what you said, ") + .command("topics")
        + .muted(" for another topic, ") + .command("new") + .muted(" for another case, ")
        + .command("quit") + .muted(" to leave."))
    guard let last else { return page }
    page.add(
      .command("why not") + .muted(", ") + .command("compare") + .muted(" and the numbers of ")
        + .command("cite") + .muted(" are about “\(last)” alone; for another of these, type ")
        + .command("open") + .muted(" and its case code."))
    return page
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
    case .choosing:
      page.add("Ask in your own words, or type the number of an entry or words from it.")
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
