import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// A dialogue at some point: whose documents apply, what is asked, and what has been said.
///
/// It is a value: one line goes in by `handle`, one reply comes out, and nothing else happens.
public struct ShellState: Sendable {
  /// What the next line is taken for.
  enum Situation: Hashable, Sendable {
    case choosingOrganisation
    case choosingTopic(TopicChoice)
    case asking(Fact)
    case answered(Answer)
  }

  /// What is known so far; the dialogue brings more of it when it comes to need that.
  var knowledge: Knowledge
  /// Brings a part of the knowledge, nil once its faults have been told; nil where all is there.
  let bringing: (@Sendable (KnowledgePart) -> Knowledge?)?
  /// The parts that have been brought.
  var brought: Set<KnowledgePart> = []
  /// Understands sentences; nil where nothing is known of how people ask.
  let understand: @Sendable () -> QuestionRouter?
  let today: CalendarDate
  /// The part of an original document that a clause stands for, where it is at hand.
  let original: @Sendable (Organisation, Citation) -> String?
  var situation: Situation
  /// Where the person works.
  var ownOrganisationID: Identifier<Organisation>?
  /// Whose documents apply to an opened case, where that is another organisation.
  var foreignOrganisationID: Identifier<Organisation>?
  var table: DecisionTable?
  /// The tables that have been made: a topic may come again, in another case.
  var tables: [KnowledgePart: DecisionTable] = [:]
  /// What has been said of facts, in this topic and in earlier ones.
  var replies: [Identifier<Fact>: Reply] = [:]
  /// The facts replied to in this topic, in order, so that `back` can take them back.
  var given: [Identifier<Fact>] = []
  /// Earlier replies that may no longer hold or may not be all, offered when their fact is asked.
  var toConfirm: [Identifier<Fact>: EarlierReply] = [:]
  /// The matters that were answered before this one and belong with it.
  var answered: [Matter] = []
  /// The topics that are still to come, with the sentences that asked for them.
  var queue: [QueuedTopic] = []
  /// The reply that is being changed.
  var changing: Change?
  /// Whether it was asked which reply is to be changed, so that a number names one.
  var isChoosingReply = false
  /// The change whose outcome has still to be told, once the answer is there again.
  var verdictBeforeChange: Change?
  /// The dialogue as it stood, latest last, to go back to and forth.
  var done: [Snapshot] = []
  var undone: [Snapshot] = []
  /// What was asked in plain words and led to the topic in hand, if anything did.
  var sentence: String?
  /// Whether the line in hand says something that is neither a command nor anything listed.
  var usesOwnWords = false

  /// A dialogue that has not begun, with an organisation remembered from an earlier one.
  ///
  /// The knowledge must have the topics, the organisations by name, and the one remembered with its
  /// documents and contacts. If it has no more, `bring` brings the rest in parts, or nil for a part with
  /// faults once it has told them; what it brings is as it was at the beginning.
  public init(
    _ knowledge: Knowledge, organisation: Identifier<Organisation>? = nil, today: CalendarDate,
    understand: @escaping @Sendable () -> QuestionRouter? = { nil },
    original: @escaping @Sendable (Organisation, Citation) -> String? = { _, _ in nil },
    bring: (@Sendable (KnowledgePart) -> Knowledge?)? = nil
  ) {
    self.knowledge = knowledge
    bringing = bring
    self.today = today
    self.understand = understand
    self.original = original
    let own = organisation.flatMap { knowledge[organisation: $0]?.id }
    ownOrganisationID = own
    situation = own == nil ? .choosingOrganisation : .choosingTopic(TopicChoice())
    if let own { brought.insert(.organisation(own)) }
  }

  var organisationID: Identifier<Organisation>? { foreignOrganisationID ?? ownOrganisationID }

  /// The organisation whose documents apply, as far as it is known.
  var organisation: Organisation? { organisationID.flatMap { knowledge[organisation: $0] } }

  /// What is shown before the first line.
  public var opening: Page {
    let views = ShellPages(knowledge)
    guard let organisation else { return views.greeting.followed(by: views.organisations) }
    return views.welcome(organisation).followed(by: views.invitation)
  }

  /// The words in front of the next line, in ASCII so that they can be shown anywhere.
  public var prompt: String {
    if isChoosingReply { return "change>" }
    return switch situation {
    case .choosingOrganisation: "organisation>"
    case .choosingTopic: "question>"
    case .asking: changing == nil ? "reply \(progress)>" : "new reply>"
    case .answered: "askfirst>"
    }
  }

  /// Which question this is, and of how many.
  private var progress: String {
    guard let table else { return "" }
    let left = table.questionsLeft(after: replies)
    let asked = given.count
    return "\(asked + 1) of \(left.isCertain ? "" : "about ")\(asked + left.count)"
  }

  /// Takes one line, of which more may have been typed than was read, and says what is shown for it.
  public mutating func handle(_ line: String, isCut: Bool = false) -> ShellReply {
    usesOwnWords = false
    var reply = take(line)
    reply.isInOwnWords = usesOwnWords
    if isCut || usesOwnWords && QuestionRouter.readsOnlyBeginning(of: line.trimmed) {
      reply.page = Page.onlyBeginningRead.followed(by: reply.page)
    }
    return reply
  }

  private mutating func take(_ line: String) -> ShellReply {
    let text = line.trimmed
    let wasChoosingReply = isChoosingReply
    isChoosingReply = false
    if text.isEmpty {
      guard !wasChoosingReply, case .asking(let fact) = situation,
        let earlier = earlierReply(to: fact)
      else { return ShellReply(current) }
      return ShellReply(accept(earlier.reply, for: fact))
    }
    switch ShellCommand.find(text) {
    case .command(let command, let argument):
      // Words that a command does not find may be a name, so it has to say that it knows them.
      usesOwnWords = !argument.isEmpty && Int(argument) == nil
      return command.run(&self, argument)
    case .unknown(let name, let nearest):
      usesOwnWords = true
      return ShellReply(.unknownCommand(name, nearest: nearest))
    case .none: break
    }
    if wasChoosingReply, Int(text) != nil { return change(text) }
    switch situation {
    case .choosingOrganisation: return chooseOrganisation(text)
    case .choosingTopic(let choice): return chooseTopic(text, among: choice)
    case .asking(let fact): return reply(text, to: fact)
    case .answered: return chooseTopic(text, among: TopicChoice())
    }
  }

  /// The page that belongs to the situation, shown again.
  var current: Page {
    let views = ShellPages(knowledge)
    switch situation {
    case .choosingOrganisation: return views.organisations
    case .choosingTopic(let choice):
      return page(of: choice)
    case .asking(let fact):
      guard let table else { return Page() }
      let question = QuestionView(fact, in: table, knowledge: knowledge).page
      guard let earlier = earlierReply(to: fact) else { return question }
      let pages = ShellPages(knowledge)
      return question.noting(
        earlier.isPart
          ? pages.adding(to: fact, earlier.reply) : pages.confirming(fact, earlier.reply))
    case .answered(let answer):
      return card(answer).followed(by: foreignCase)
        .followed(by: views.afterAnswer(ofSeveral: answered.isEmpty ? nil : table?.topic.title))
    }
  }

  /// What was said of a fact before, which Enter confirms.
  func earlierReply(to fact: Fact) -> EarlierReply? {
    changing?.fact == fact.id
      ? changing?.before.map { EarlierReply(reply: $0, isPart: false) } : toConfirm[fact.id]
  }

  func card(_ answer: Answer) -> Page {
    guard let table else { return Page() }
    let matters =
      answered + [Matter(table: table, answer: answer, replies: replies, sentence: sentence)]
    let cards = matters.map { card(of: $0) }
    return cards.count == 1 ? cards[0].page : CombinedCard(cards).page
  }

  func card(of matter: Matter) -> AnswerCard {
    AnswerCard(
      matter.answer, to: matter.replies, from: matter.table, knowledge: knowledge, today: today)
  }
}

/// What comes of one line.
public struct ShellReply: Sendable {
  /// What is shown.
  public internal(set) var page: Page
  /// Whether the dialogue is over.
  public let isOver: Bool
  /// Whether what was typed is to be forgotten, and the screen to be cleared.
  public let forgets: Bool
  /// Whether the line was in the person's own words, which may hold names.
  public internal(set) var isInOwnWords = false
  /// The organisation that the person has chosen, to be remembered.
  public let chosenOrganisation: Identifier<Organisation>?
  /// What the person wants to keep in a file.
  public let saving: SaveRequest?

  init(
    _ page: Page, isOver: Bool = false, forgets: Bool = false,
    chosenOrganisation: Identifier<Organisation>? = nil, saving: SaveRequest? = nil
  ) {
    self.saving = saving
    self.page = page
    self.forgets = forgets
    self.isOver = isOver
    self.chosenOrganisation = chosenOrganisation
  }
}
