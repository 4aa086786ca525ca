import DecisionEngine
import PolicyModel
import Scenarios

/// What a program that drives a dialogue is told first.
public struct GreetingEvent: Encodable {
  public struct Named: Encodable {
    let id: String
    let name, title: String?

    public init(id: String, name: String? = nil, title: String? = nil) {
      self.id = id
      self.name = name
      self.title = title
    }
  }

  let event = "greeting"
  let `protocol`: Int
  let program: String
  let organisations, topics: [Named]

  public init(protocol version: Int, program: String, organisations: [Named], topics: [Named]) {
    self.protocol = version
    self.program = program
    self.organisations = organisations
    self.topics = topics
  }
}

/// What a program that drives a dialogue is told in reply to a request.
public struct SessionEvent: Encodable {
  private var event: String
  /// The request's own id, a text or a number.
  private var id: String?
  private var number: Double?
  private var question: QuestionJSON?
  private var answer: AnswerJSON?
  private var why: WhyJSON?
  private var topics: NoTopicJSON?
  private var error: String?
  /// The byte of the request at which the fault shows, from 1.
  private var column: Int?

  public init(
    event: String, question: QuestionJSON? = nil, answer: AnswerJSON? = nil, why: WhyJSON? = nil,
    topics: NoTopicJSON? = nil
  ) {
    self.event = event
    self.question = question
    self.answer = answer
    self.why = why
    self.topics = topics
  }

  public init(error: String, at column: Int?) {
    event = "error"
    self.error = error
    self.column = column
  }

  /// The event under another name.
  public func renamed(_ name: String) -> SessionEvent {
    var event = self
    event.event = name
    return event
  }

  /// The event with the id of the request that it replies to.
  public func tagged(with id: JSONValue?) -> SessionEvent {
    var event = self
    switch id {
    case .string(let text): event.id = text
    case .number(let text): event.number = Double(text)
    default: break
    }
    return event
  }

  private enum Key: String, CodingKey {
    case event, id, question, answer, why, topics, error, column
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(event, forKey: .event)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(number, forKey: .id)
    try container.encodeIfPresent(question, forKey: .question)
    try container.encodeIfPresent(answer, forKey: .answer)
    try container.encodeIfPresent(why, forKey: .why)
    try container.encodeIfPresent(topics, forKey: .topics)
    try container.encodeIfPresent(error, forKey: .error)
    try container.encodeIfPresent(column, forKey: .column)
  }
}

/// Why things stand as they do: what became of every rule, and what would change the verdict.
public struct WhyJSON: Encodable {
  struct RuleOutcome: Encodable {
    let rule, outcome: String
    let citations: [String]
    let setAsideBy: String?
  }

  struct Change: Encodable {
    let facts: [String: [[String]]]
    let verdicts: [String]
  }

  let verdict: String
  let possibleVerdicts: [String]
  let rules: [RuleOutcome]
  let changes: [Change]

  public init(_ table: DecisionTable, _ replies: [Identifier<Fact>: Reply]) {
    let answer = table.answer(to: replies)
    verdict = answer.verdict.rawValue
    possibleVerdicts = answer.possibleVerdicts.map(\.rawValue)
    rules = zip(table.topicRules.rules, table.trace(of: replies)).map { rule, trace in
      var other: String?
      let outcome: String
      switch trace.outcome {
      case .held: outcome = "held"
      case .fell: outcome = "fell"
      case .open: outcome = "open"
      case .setAside(let by):
        outcome = "set-aside"
        other = by.text
      }
      return RuleOutcome(
        rule: rule.id.text, outcome: outcome,
        citations: rule.advice.citations.map(\.description), setAsideBy: other)
    }
    changes = table.smallestChanges(from: replies).map { change in
      Change(
        facts: Dictionary(
          change.changes.map { ($0.fact.text, $0.replies.map(ReplyFormat.words)) },
          uniquingKeysWith: { first, _ in first }),
        verdicts: change.verdicts.map(\.rawValue))
    }
  }
}
