import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting
import Scenarios

/// A dialogue that a program drives: a line of JSON in, a line of JSON out.
///
/// It is a value like the dialogue for people, and knows the same: what is asked next, what is
/// known, why. The README describes the requests and events; a change of meaning raises `version`.
public struct LineSession: Sendable {
  public static let version = 1

  let knowledge: Knowledge
  let today: CalendarDate
  let understand: @Sendable () -> QuestionRouter?
  var table: DecisionTable?
  var replies: [Identifier<Fact>: Reply] = [:]
  /// The facts replied to, in order, so that `back` can take them back.
  var given: [Identifier<Fact>] = []
  /// Whether the program has asked for the end.
  public private(set) var isOver = false

  public init(
    _ knowledge: Knowledge, today: CalendarDate,
    understand: @escaping @Sendable () -> QuestionRouter?
  ) {
    self.knowledge = knowledge
    self.today = today
    self.understand = understand
  }

  /// What is said before the first request.
  public func greeting(program: String) -> String {
    GreetingEvent(
      protocol: Self.version, program: program,
      organisations: knowledge.organisations.map { .init(id: $0.id.text, name: $0.name) },
      topics: knowledge.topics.map { .init(id: $0.id.text, title: $0.title) }
    ).jsonLine
  }

  /// Takes one request and returns the event that replies to it.
  public mutating func handle(_ line: ArraySlice<UInt8>) -> String {
    var id: JSONValue?
    do throws(JSONFault) {
      let request = try JSONReader.read(line)
      id = request["id"]
      return try event(for: request).tagged(with: id).jsonLine
    } catch {
      return SessionEvent(error: error.message, at: error.column).tagged(with: id).jsonLine
    }
  }

  private mutating func event(for request: JSONValue) throws(JSONFault) -> SessionEvent {
    let name = try Self.text("request", in: request)
    try Self.refuseOtherFields(of: request, called: name)
    switch name {
    case "start": return try start(request)
    case "ask": return try ask(request)
    case "answer", "change": return try answer(request, isChange: name == "change")
    case "back": return try back()
    case "why": return try why()
    case "what-if": return try whatIf(request)
    case "reset":
      table = nil
      replies = [:]
      given = []
      return SessionEvent(event: "reset")
    case "quit":
      isOver = true
      return SessionEvent(event: "goodbye")
    default:
      throw JSONFault(
        "there is no request '\(name)'; there is start, ask, answer, change, back, why, what-if, "
          + "reset, quit")
    }
  }

  /// The fields that a request may have besides its name and id.
  private static let fields: [String: [String]] = [
    "start": ["organisation", "topic"], "ask": ["organisation", "question"],
    "answer": ["fact", "options"], "change": ["fact", "options"], "what-if": ["facts"],
    "back": [], "why": [], "reset": [], "quit": [],
  ]

  /// Refuses what would be passed over: a fact that is sent with another request is not known then.
  private static func refuseOtherFields(
    of request: JSONValue, called name: String
  ) throws(JSONFault) {
    guard let fields = fields[name], case .object(let entries) = request else { return }
    for (key, _) in entries where !(["request", "id"] + fields).contains(key) {
      let known = fields.isEmpty ? "" : "; there is \(fields.joined(separator: ", "))"
      throw JSONFault("'\(key)' is no field of the request '\(name)'\(known)")
    }
  }

  static func text(_ key: String, in request: JSONValue) throws(JSONFault) -> String {
    guard case .object = request else {
      throw JSONFault("a request must be an object, found \(request.shape)")
    }
    guard let value = request[key] else { throw JSONFault("'\(key)' is missing") }
    guard let text = value.text else {
      throw JSONFault("'\(key)' must be a text, found \(value.shape)")
    }
    return text
  }

  func openTable() throws(JSONFault) -> DecisionTable {
    guard let table else { throw JSONFault("no topic has been started; request start or ask") }
    return table
  }
}
