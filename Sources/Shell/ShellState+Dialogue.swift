import DecisionEngine
import PolicyModel
import Presentation

/// The way from the choice of a topic to its answer.
extension ShellState {
  mutating func chooseOrganisation(_ text: String) -> ShellReply {
    let organisations = knowledge.organisations
    let matcher = ChoiceMatcher(
      organisations.map { .init(label: $0.name, otherWords: [$0.id.text]) })
    switch matcher.match(text) {
    case .exact(let index), .likely(let index): return enter(organisations[index])
    case .several(let indices):
      return ShellReply(.ambiguous(text, indices.map { ($0 + 1, organisations[$0].name) }))
    case .none(let nearest):
      return ShellReply(.notUnderstood(text, nearest: nearest.map { organisations[$0].name }))
    }
  }

  private mutating func enter(_ chosen: Organisation) -> ShellReply {
    organisation = chosen
    table = nil
    given = []
    situation = .choosingTopic
    let views = ShellPages(knowledge)
    return ShellReply(
      views.chosen(chosen).followed(by: views.topics), chosenOrganisation: chosen.id)
  }

  mutating func chooseTopic(_ text: String) -> ShellReply {
    let topics = knowledge.topics
    let matcher = ChoiceMatcher(
      topics.map { .init(label: $0.title, otherWords: [$0.id.text] + ($0.asks.map { [$0] } ?? [])) }
    )
    switch matcher.match(text) {
    case .exact(let index), .likely(let index): return start(topics[index])
    case .several(let indices):
      return ShellReply(.ambiguous(text, indices.map { ($0 + 1, topics[$0].title) }))
    case .none(let nearest):
      return ShellReply(.unknownTopic(text, nearest: nearest.map { topics[$0].title }))
    }
  }

  /// Begins a topic with what is known already, but afresh if it is the one just answered.
  mutating func start(_ topic: Topic) -> ShellReply {
    guard let organisation else {
      situation = .choosingOrganisation
      return ShellReply(ShellPages(knowledge).organisations)
    }
    if table?.topic.id == topic.id { for fact in topic.facts { replies[fact] = nil } }
    guard let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
    else { return ShellReply(.unknownTopic(topic.title, nearest: nil)) }
    self.table = table
    given = []
    let known = table.facts.filter { replies[$0.id] != nil }
    let views = ShellPages(knowledge)
    return ShellReply(
      views.started(topic, known: known, replies: replies).followed(by: proceed()))
  }

  /// Asks what still matters, or shows the answer.
  mutating func proceed() -> Page {
    guard let table else { return Page() }
    if let fact = table.nextFact(after: replies) {
      situation = .asking(fact)
      return current
    }
    situation = .answered(table.answer(to: replies))
    return current
  }

  mutating func reply(_ text: String, to fact: Fact) -> ShellReply {
    guard let table else { return ShellReply(Page()) }
    let matcher = ReplyMatcher(fact, offered: table.offeredOptions(of: fact))
    switch matcher.match(text) {
    case .options(let options, let isPlain):
      let reply = Reply.options(options.map(\.id))
      let taken = isPlain ? Page() : Page.taken(options.map(\.label))
      return ShellReply(taken.followed(by: accept(reply, for: fact)))
    case .several(let words, let options):
      let entries = matcher.options.enumerated().filter { options.contains($1) }
        .prefix(table.offeredOptions(of: fact).count)
      return ShellReply(.ambiguous(words, entries.map { ($0 + 1, $1.label) }))
    case .notAlone(let option): return ShellReply(.notAlone(option.label))
    case .tooMany: return ShellReply(.onlyOne(fact.question))
    case .none(let words, let nearest):
      // A topic's own name is a new question, not a reply.
      let names = [words.lowercased()]
      if let topic = knowledge.topics.first(where: {
        names.contains($0.id.text) || names.contains($0.title.lowercased())
      }) {
        return start(topic)
      }
      return ShellReply(.notUnderstood(words, nearest: nearest?.label))
    }
  }

  mutating func accept(_ reply: Reply, for fact: Fact) -> Page {
    replies[fact.id] = reply
    given.append(fact.id)
    return proceed()
  }

  /// Takes the last reply back, or leaves the topic if there is none.
  mutating func goBack() -> ShellReply {
    let views = ShellPages(knowledge)
    switch situation {
    case .choosingOrganisation where organisation == nil:
      return ShellReply(.nothingBefore)
    case .choosingOrganisation:
      situation = .choosingTopic
      return ShellReply(views.topics)
    case .choosingTopic:
      // The topic that the list was called up from is still where it was left.
      return ShellReply(table == nil ? .nothingBefore : proceed())
    case .asking, .answered:
      guard let last = given.popLast() else {
        situation = .choosingTopic
        table = nil
        return ShellReply(views.topics)
      }
      replies[last] = nil
      return ShellReply(proceed())
    }
  }
}
