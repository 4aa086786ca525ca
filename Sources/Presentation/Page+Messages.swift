/// Short replies to a line that could not be taken as it stands: what happened, and what to type.
extension Page {
  /// Typed text as it is quoted: cut where it is long.
  private static func quoted(_ text: String) -> String {
    let most = 60
    return text.count > most ? "“\(text.prefix(most))…”" : "“\(text)”"
  }

  /// That what an organisation says, on a topic or at all, has faults; they have been told elsewhere.
  public static func unusable(_ organisation: String, on topic: String? = nil) -> Page {
    var page = Page(
      "What \(organisation) says\(topic.map { " on “\($0)”" } ?? "") cannot be used: "
        + "the knowledge has a fault there.")
    page.add(
      .muted("Whoever keeps the knowledge has to mend it. Everything else can still be asked."),
      indent: 2)
    return page
  }

  public static func notUnderstood(_ text: String, nearest: String?) -> Page {
    var page = Page("I could not match \(quoted(text)) with anything listed.")
    if let nearest { page.add("Did you mean “\(nearest)”?", indent: 2) }
    page.add(
      StyledText("Type a number or words from the list; ") + .command("repeat")
        + StyledText(" shows it again, ") + .command("help")
        + StyledText(" says what else you can do."),
      indent: 2)
    return page
  }

  /// A file has to be named to save into.
  public static let saveWhere = Page(
    StyledText("Name the file to save into, such as ") + .command("save calls.yaml")
      + StyledText("."))

  /// No topic goes by these words.
  public static func unknownTopic(_ text: String, nearest: String?) -> Page {
    var page = Page("I could not find a topic for \(quoted(text)).")
    if let nearest { page.add("Did you mean “\(nearest)”?", indent: 2) }
    page.add(
      StyledText("Type ") + .command("topics") + StyledText(" to see the list, then a number."),
      indent: 2)
    return page
  }

  /// Words that fit several entries of a list, which are given with their numbers in it.
  public static func ambiguous(_ text: String, _ entries: [(number: Int, label: String)]) -> Page {
    var page = Page("\(quoted(text)) could be more than one of these:")
    let width = (entries.map { String($0.number).count }.max() ?? 1) + 2
    for entry in entries {
      page.addItem(String(entry.number), StyledText(entry.label), width: width)
    }
    page.add("Type the number of the one you mean.", indent: 2)
    return page
  }

  /// A reply names an option, but says more, so that it is left to the person whether that is meant.
  public static func perhaps(_ text: String, _ number: Int?, _ label: String) -> Page {
    var page = Page("I am not sure what you mean by \(quoted(text)).")
    page.add(
      StyledText("If it is “\(label)”, type ") + .command(number.map(String.init) ?? label)
        + StyledText("; if you do not know, type ") + .command("not sure") + StyledText("."),
      indent: 2)
    return page
  }

  /// A line may be the reply to the question that is open, or a question on another topic.
  public static func replyOrQuestion(_ number: Int?, _ label: String, topic: String) -> Page {
    var page = Page("That may be your reply, or a new question.")
    page.add(
      StyledText("For the reply “\(label)”, type ")
        + .command(number.map(String.init) ?? label) + StyledText("."), indent: 2)
    page.add(
      StyledText("For a question on “\(topic)”, type it again with ") + .command("also")
        + StyledText(" in front."), indent: 2)
    return page
  }

  public static func unknownCommand(_ name: String, nearest: String?) -> Page {
    var page = Page("There is no command \(quoted(name)).")
    if let nearest { page.add(StyledText("Did you mean ") + .command(nearest) + "?", indent: 2) }
    page.add(.command("help") + StyledText(" lists what you can type here."), indent: 2)
    return page
  }

  public static func notAlone(_ label: String) -> Page {
    Page("“\(label)” stands alone: either that, or the others.")
  }

  public static func onlyOne(_ question: String) -> Page {
    Page("Only one of these can hold. \(question) Type one number.")
  }

  /// What a reply was taken for, if it was not named as it stands.
  public static func taken(_ labels: [String]) -> Page {
    Page(
      .muted("Taken as: ") + StyledText(labels.joined(separator: "; "))
        + .muted(". To correct it, type ")
        + .command("back") + .muted("."))
  }

  public static func unknownClause(_ text: String, numbered count: Int) -> Page {
    var page =
      text.isEmpty
      ? Page("Which clause?")
      : Page("There is no clause \(quoted(text)) in your organisation's documents.")
    page.add(
      count > 0
        ? "Type cite and a number from 1 to \(count), or the clause as it stands in brackets."
        : "Type cite and the clause as it stands in brackets in an answer.", indent: 2)
    return page
  }

  /// The topic that words were taken for which are not its name.
  public static func takenTopic(_ title: String) -> Page {
    Page(
      .muted("Taken as: ") + StyledText(title) + .muted(". If that is not it, type ")
        + .command("topics") + .muted("."))
  }

  public static let noQuestion = Page(
    StyledText("No question is open. Ask one in your own words, or type ") + .command("topics")
      + StyledText(" for a list."))

  public static func whichReply(_ text: String) -> Page {
    Page(
      text.isEmpty
        ? "Which reply do you want to change?" : "\(quoted(text)) is none of your replies.")
  }

  /// How to try another reply, with the facts that can be tried.
  public static func howToTry(_ facts: [String]) -> Page {
    var page = Page(
      StyledText("Type a fact, an equals sign and a reply, such as ")
        + .command("what if \(facts.first ?? "fact") = 1") + StyledText("."))
    if !facts.isEmpty {
      page.add(.muted("The facts here are \(facts.joined(separator: ", "))."), indent: 2)
    }
    return page
  }

  public static func ambiguousValue(_ text: String, _ ids: [String]) -> Page {
    Page("\(quoted(text)) could be \(Wording.list(ids, "or")).")
  }

  public static func whichVerdict(_ verdicts: [String]) -> Page {
    Page(
      StyledText("Why not what? Type ") + .command("why not")
        + StyledText(" and one of \(Wording.list(verdicts, "or"))."))
  }

  public static let howToHandOff = Page(
    StyledText("Type ") + .command("handoff") + StyledText(" for plain text or ")
      + .command("handoff markdown") + StyledText("."))

  public static let alsoWhat = Page(
    StyledText("What else? Type ") + .command("also") + StyledText(" and a topic, such as ")
      + .command("also 14") + StyledText("; ") + .command("topics") + StyledText(" lists them."))

  public static func alreadyAsked(_ title: String) -> Page {
    Page("“\(title)” is among your matters already.")
  }

  public static func queued(_ title: String) -> Page {
    Page("“\(title)” comes next. First this:")
  }

  public static func ambiguousTopic(_ text: String, _ ids: [String]) -> Page {
    var page = Page("\(quoted(text)) could be more than one topic. Type one of these:")
    for id in ids { page.addItem("•", .command("also \(id)")) }
    return page
  }

  /// What a line at a question was taken for that is no reply to it.
  public static let takenForQuestion = Page(
    .muted("I took that as a new question. To go back to the one that was open, type ")
      + .command("undo") + .muted("."))

  /// The topics that a new question goes in front of.
  public static func comesAfterwards(_ titles: [String]) -> Page {
    let quoted = titles.map { "“\($0)”" }
    return Page(
      .muted("What you asked before comes afterwards: ")
        + StyledText(Wording.list(quoted, "and")) + .muted(". To ask this alone, type ")
        + .command("new") + .muted(" and ask again."))
  }

  /// The case that was open when another organisation was chosen.
  public static let caseLeft = Page(
    .muted("To go back to the case you had, type ") + .command("undo") + .muted("."))

  /// A number was typed that none of a few topics has.
  public static func onlySoMany(_ count: Int) -> Page {
    let numbers = Wording.list((1...max(1, count)).map(String.init), "or")
    return Page(
      StyledText("There are only \(count) here. Type \(numbers), or ") + .command("topics")
        + StyledText(" for all there are."))
  }

  /// Some of a few topics were named, but not which.
  public static let whichOfThem = Page(
    StyledText("Which of them? Type one number, or several such as ") + .command("1, 2")
      + StyledText("; they come one after the other."))

  /// Why it is asked which topic is meant.
  public static let whyClose = Page(
    "What you typed fits each of these about as well, and a guess might give you wrong advice.")

  public static let nothingToUndo = Page("There is nothing to undo.")

  public static let nothingToRedo = Page("There is nothing to redo.")

  public static let nothingBefore = Page("There is nothing to go back to.")

  public static let forgotten = Page("What you said is forgotten.")

  public static let notRemembered = Page(
    "Your organisation could not be saved, so you will be asked again next time.")

  public static let howToLeave = Page(
    StyledText("To leave, type ") + .command("quit") + StyledText(" or press Ctrl-D."))

  public static let onlyBeginningRead = Page(
    "That was more than I can take in at once, so I read only its beginning. If what matters stood "
      + "further on, please type that alone, in a sentence or two.")

  public static let farewell = Page("Goodbye.")
}
