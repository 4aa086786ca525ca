import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// The way from the choice of a topic to its answer.
extension ShellState {
  mutating func chooseOrganisation(_ text: String) -> ShellReply {
    let organisations = knowledge.organisations
    let matcher = ChoiceMatcher(
      organisations.map { .init(label: $0.name, otherWords: [$0.id.text]) })
    let match = matcher.match(text)
    if case .exact = match {} else { usesOwnWords = true }
    switch match {
    case .exact(let index), .likely(let index), .partly(let index):
      return enter(organisations[index])
    case .several(let indices):
      return ShellReply(.ambiguous(text, indices.map { ($0 + 1, organisations[$0].name) }))
    case .none(let nearest):
      return ShellReply(.notUnderstood(text, nearest: nearest.map { organisations[$0].name }))
    }
  }

  private mutating func enter(_ listed: Organisation) -> ShellReply {
    guard bring(.organisation(listed.id)), let chosen = knowledge[organisation: listed.id] else {
      return ShellReply(.unusable(listed.name))
    }
    keep()
    var page = ShellPages(knowledge).chosen(chosen)
    if table != nil { page.append(.caseLeft) }
    ownOrganisationID = chosen.id
    foreignOrganisationID = nil
    answered = []
    queue = []
    changing = nil
    table = nil
    given = []
    situation = .choosingTopic(TopicChoice())
    return ShellReply(
      page.followed(by: ShellPages(knowledge).invitation), chosenOrganisation: chosen.id)
  }

  /// Begins a topic with what is known already, but afresh if it is the one just answered.
  mutating func start(_ topic: Topic, hearing sentence: String? = nil) -> ShellReply {
    start([QueuedTopic(topic: topic, sentence: sentence)])
  }

  /// Begins topics, one after the other, with what was understood so far in front.
  mutating func start(_ asked: [QueuedTopic], lead: Page = Page()) -> ShellReply {
    guard let first = asked.first else { return ShellReply(current) }
    let ruling = isHalfway ? organisationID : ownOrganisationID
    if let refusal = refusal(of: first.topic, in: ruling) {
      return ShellReply(lead.followed(by: refusal))
    }
    keep()
    let waiting = makeWay(for: asked)
    queue.insert(contentsOf: asked.dropFirst(), at: 0)
    let begun = begin(first, lead: lead)
    return ShellReply(waiting.followed(by: begun.page))
  }

  /// Begins a topic beside those that have been answered.
  ///
  /// What was understood so far leads the page; the facts that the sentence states follow it. What the
  /// organisation says on the topic must be there.
  mutating func begin(_ next: QueuedTopic, lead: Page = Page()) -> ShellReply {
    let topic = next.topic
    let sentence = next.sentence
    guard let organisationID else {
      situation = .choosingOrganisation
      return ShellReply(ShellPages(knowledge).organisations)
    }
    changing = nil
    verdictBeforeChange = nil
    toConfirm = [:]
    if table?.topic.id == topic.id { for fact in topic.facts { replies[fact] = nil } }
    replies.merge(next.said ?? [:]) { $1 }
    let part = KnowledgePart.topic(topic.id, of: organisationID)
    tables[part] =
      tables[part] ?? DecisionTable(knowledge, organisation: organisationID, topic: topic.id)
    guard let table = tables[part] else {
      return ShellReply(.unknownTopic(topic.title, nearest: nil))
    }
    self.table = table
    self.sentence = sentence
    given = []
    var heard = sentence.map { hear($0) } ?? []
    // What was said since of a topic that had to wait counts more than the sentence that began it.
    if next.said != nil { heard.removeAll { replies[$0.fact] != nil } }
    let known = table.facts.filter { fact in
      replies[fact.id] != nil && !heard.contains { $0.fact == fact.id }
    }
    for one in heard { take(one) }
    let views = ShellPages(knowledge)
    var page = lead.isEmpty ? views.heading(of: topic) : lead
    if !known.isEmpty { page.append(views.carriedOver(known, replies)) }
    let isNew = sentence != nil && next.said == nil
    if isNew || !heard.isEmpty { page.append(UnderstandingPages(knowledge).facts(heard)) }
    return ShellReply(page.followed(by: proceed()))
  }

  /// Asks what still matters, or shows the answer.
  mutating func proceed() -> Page {
    guard let table else { return Page() }
    if let fact = table.nextFact(after: replies) {
      situation = .asking(fact)
      return current
    }
    let answer = table.answer(to: replies)
    if let next = queue.first { return proceed(to: next, after: answer) }
    situation = .answered(answer)
    return current
  }

  mutating func reply(_ text: String, to fact: Fact) -> ShellReply {
    guard let table else { return ShellReply(Page()) }
    let matcher = ReplyMatcher(fact, offered: table.offeredOptions(of: fact))
    let match = matcher.match(text)
    if case .options(_, isPlain: true) = match {} else { usesOwnWords = true }
    switch match {
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
    case .partly(let words, let option):
      return notAnOption(text, words, named: option, of: fact)
    case .none(let words, let nearest):
      return notAnOption(text, words, nearest: nearest, of: fact)
    }
  }

  mutating func accept(_ reply: Reply, for fact: Fact) -> Page {
    if let change = changing { return finish(change, with: reply, for: fact) }
    keep()
    replies[fact.id] = joined(reply, to: fact)
    toConfirm[fact.id] = nil
    given.append(fact.id)
    let page = proceed()
    guard let change = verdictBeforeChange, case .answered(let answer) = situation else {
      return page
    }
    verdictBeforeChange = nil
    return said(of: change, answer).followed(by: page)
  }

  /// Takes the last reply back, or leaves the topic if there is none.
  mutating func goBack() -> ShellReply {
    let views = ShellPages(knowledge)
    switch situation {
    case .choosingOrganisation where organisationID == nil:
      return ShellReply(.nothingBefore)
    case .choosingOrganisation:
      situation = .choosingTopic(TopicChoice())
      return ShellReply(views.invitation)
    case .choosingTopic:
      // The topic that the list was called up from is still where it was left.
      return ShellReply(table == nil ? .nothingBefore : proceed())
    case .asking, .answered:
      if changing != nil { return undo() }
      guard let last = given.last else {
        keep()
        situation = .choosingTopic(TopicChoice())
        table = nil
        return ShellReply(views.invitation)
      }
      keep()
      given.removeLast()
      replies[last] = nil
      return ShellReply(proceed())
    }
  }
}
