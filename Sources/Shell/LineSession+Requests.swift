import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting
import Scenarios

/// What each request of a program does.
extension LineSession {
  mutating func start(_ request: JSONValue) throws(JSONFault) -> SessionEvent {
    let organisation = try organisation(of: request)
    let name = try Self.text("topic", in: request)
    return try begin(Identifier(name), organisation, hearing: nil)
  }

  mutating func ask(_ request: JSONValue) throws(JSONFault) -> SessionEvent {
    let organisation = try organisation(of: request)
    let sentence = try Self.text("question", in: request)
    guard let router = understand() else {
      throw JSONFault("nothing is known of how people ask; request start")
    }
    let matters = router.matters(in: sentence)
    let routing = matters[0].routing
    guard case .sure(let candidate) = routing.outcome else {
      guard let found = knowledge[organisation: organisation] else {
        throw JSONFault("there is no organisation '\(organisation)'")
      }
      return SessionEvent(event: "topics", topics: NoTopicJSON(routing, organisation: found))
    }
    return try begin(candidate.topic, organisation, hearing: (router, matters))
  }

  private func organisation(of request: JSONValue) throws(JSONFault) -> Identifier<Organisation> {
    if request["organisation"] == nil, let table { return table.organisation.id }
    let name = try Self.text("organisation", in: request)
    guard knowledge[organisation: Identifier(name)] != nil else {
      throw JSONFault("there is no organisation '\(name)'")
    }
    return Identifier(name)
  }

  /// Begins a topic; what was said in earlier topics is known already, unless it is the same one.
  private mutating func begin(
    _ topic: Identifier<Topic>, _ organisation: Identifier<Organisation>,
    hearing heard: (router: QuestionRouter, matters: [AskedMatter])?
  ) throws(JSONFault) -> SessionEvent {
    guard let next = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      throw JSONFault("there is no topic '\(topic)'")
    }
    if table?.topic.id == topic { for fact in next.facts { replies[fact.id] = nil } }
    table = next
    given = []
    guard let heard else { return try current(nil) }
    let asked = heard.matters[0]
    let facts = heard.router.listener(for: next.facts).hear(asked.words)
    for one in facts where one.isWhole { replies[one.fact] = one.reply }
    let others = heard.matters.dropFirst().compactMap { matter in
      matter.routing.candidates.first.flatMap { best in
        knowledge[topic: best.topic].map {
          FurtherMatter($0, words: best.words, question: matter.words)
        }
      }
    }
    return try current(UnderstandingJSON(asked.routing, heard: facts, also: others))
  }

  /// The question that comes next, or the answer.
  func current(_ understood: UnderstandingJSON? = nil) throws(JSONFault) -> SessionEvent {
    let table = try openTable()
    if let fact = table.nextFact(after: replies) {
      return SessionEvent(
        event: "question",
        question: QuestionJSON(fact, after: replies, in: table, understood: understood))
    }
    return SessionEvent(
      event: "answer",
      answer: AnswerJSON(
        table.answer(to: replies), to: replies, from: table, knowledge: knowledge, today: today,
        understood: understood))
  }

  mutating func answer(_ request: JSONValue, isChange: Bool) throws(JSONFault) -> SessionEvent {
    let table = try openTable()
    let next = table.nextFact(after: replies)
    let id: Identifier<Fact>
    if request["fact"] == nil, !isChange, let next {
      id = next.id
    } else {
      id = Identifier(try Self.text("fact", in: request))
    }
    let (fact, reply) = try self.reply(request, to: id, in: table)
    if isChange, replies[fact.id] == nil {
      throw JSONFault("nothing has been said of the fact '\(fact.id)' yet")
    }
    replies[fact.id] = reply
    if !given.contains(fact.id) { given.append(fact.id) }
    return try current()
  }

  private func reply(
    _ request: JSONValue, to id: Identifier<Fact>, in table: DecisionTable
  ) throws(JSONFault) -> (Fact, Reply) {
    guard let fact = table.facts.first(where: { $0.id == id }) else {
      throw JSONFault("no rule hangs on a fact '\(id)' here")
    }
    guard let value = request["options"] else { throw JSONFault("'options' is missing") }
    if value.text == ReplyFormat.notSure { return (fact, .notSure) }
    let words: [String]
    switch value {
    case .string(let text): words = [text]
    case .array(let items): words = items.compactMap(\.text)
    default: throw JSONFault("'options' must be a text or a list of texts")
    }
    if words == [ReplyFormat.notSure] { return (fact, .notSure) }
    let options = words.map { Identifier<Option>($0) }
    if let unknown = options.first(where: { fact[option: $0] == nil }) {
      let known = fact.options.map(\.id.text).joined(separator: ", ")
      throw JSONFault("the fact '\(id)' has no option '\(unknown)'; it has \(known)")
    }
    guard !options.isEmpty else { throw JSONFault("'options' names none") }
    if let what = ReplyFormat.fault(of: options, to: fact) { throw JSONFault(what) }
    return (fact, .options(options))
  }

  mutating func back() throws(JSONFault) -> SessionEvent {
    _ = try openTable()
    guard let last = given.popLast() else { throw JSONFault("there is nothing to take back") }
    replies[last] = nil
    return try current()
  }

  /// The rules with what became of them, and what would change the verdict.
  func why() throws(JSONFault) -> SessionEvent {
    let table = try openTable()
    return SessionEvent(event: "why", why: WhyJSON(table, replies))
  }

  /// The answer to other facts; the dialogue stays as it is.
  func whatIf(_ request: JSONValue) throws(JSONFault) -> SessionEvent {
    let table = try openTable()
    guard case .object(let entries)? = request["facts"] else {
      throw JSONFault("'facts' must be an object of facts and their options")
    }
    var other = self
    for (name, value) in entries {
      let wanted = JSONValue.object([("options", value)])
      let (fact, reply) = try self.reply(wanted, to: Identifier(name), in: table)
      other.replies[fact.id] = reply
    }
    return try other.current().renamed("what-if")
  }
}
