import DecisionEngine
import PolicyModel

/// Answers cases that are given as lines of JSON, each by a line of JSON.
///
/// Answers are kept by what a case comes to for the rules, so that cases which the rules do not tell
/// apart are worked out once; no more than a fixed number of them, whatever the length of the batch.
public struct Batch {
  private struct Topic {
    let index: ReplyIndex
    var reader: CaseReader
    /// Finished lines but for their beginning.
    var answers: [CanonicalCase: [UInt8]] = [:]
  }

  private let knowledge: Knowledge
  private var topics: [String: [String: Topic]] = [:]
  private static let mostAnswers = 20_000

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Appends the answer to a line, ended; false if the line is at fault.
  public mutating func answer(
    _ line: ArraySlice<UInt8>, number: Int, into output: inout [UInt8]
  ) -> Bool {
    output += "{\"line\":\(number)".utf8
    do throws(JSONFault) {
      let request = try JSONReader.read(line)
      if let id = request["id"] { Self.append(id, to: &output) }
      try append(answerTo: request, to: &output)
      output += "}\n".utf8
      return true
    } catch {
      let place = error.column.map { " at byte \($0)" } ?? ""
      output += ",\"status\":\"error\",\"error\":".utf8
      JSONText.append(error.message + place, to: &output)
      output += "}\n".utf8
      return false
    }
  }

  private static func append(_ id: JSONValue, to output: inout [UInt8]) {
    output += ",\"id\":".utf8
    switch id {
    case .string(let text): JSONText.append(text, to: &output)
    case .number(let text): output += text.utf8
    case .bool(let value): output += "\(value)".utf8
    case .null, .array, .object: output += "null".utf8
    }
  }

  private static let fields: Set<String> = ["id", "organisation", "topic", "facts"]

  private mutating func append(
    answerTo request: JSONValue, to output: inout [UInt8]
  ) throws(JSONFault) {
    guard case .object(let entries) = request else {
      throw JSONFault("a case must be an object, found \(request.shape)")
    }
    if let stray = entries.first(where: { !Self.fields.contains($0.key) }) {
      throw JSONFault("'\(stray.key)' is no field of a case")
    }
    let organisation = try Self.text("organisation", in: request)
    let topic = try Self.text("topic", in: request)
    if topics[organisation]?[topic] == nil { try load(organisation, topic) }
    guard
      let known = try topics[organisation]?[topic].map({ (found) throws(JSONFault) in
        try self.known(request["facts"], found.index)
      })
    else { return }
    if let answer = topics[organisation]?[topic]?.answers[known] {
      output += answer
      return
    }
    guard let found = topics[organisation]?[topic]?.reader.answer(to: known) else { return }
    let answer = Self.line(found)
    output += answer
    if topics[organisation]?[topic]?.answers.count ?? 0 >= Self.mostAnswers {
      topics[organisation]?[topic]?.answers = [:]
    }
    topics[organisation]?[topic]?.answers[known] = answer
  }

  private static func text(
    _ key: String, in request: JSONValue
  ) throws(JSONFault) -> String {
    guard let value = request[key] else { throw JSONFault("'\(key)' is missing") }
    guard let text = value.text else {
      throw JSONFault("'\(key)' must be a text, found \(value.shape)")
    }
    return text
  }

  private mutating func load(_ organisation: String, _ topic: String) throws(JSONFault) {
    guard knowledge[organisation: Identifier(organisation)] != nil else {
      throw JSONFault("there is no organisation '\(organisation)'")
    }
    let table = DecisionTable(
      knowledge, organisation: Identifier(organisation), topic: Identifier(topic))
    guard let table else { throw JSONFault("there is no topic '\(topic)'") }
    topics[organisation, default: [:]][topic] = Topic(
      index: ReplyIndex(table), reader: CaseReader(table))
  }

  // MARK: - Facts

  private func known(_ facts: JSONValue?, _ index: ReplyIndex) throws(JSONFault) -> CanonicalCase {
    var known = index.empty
    guard let facts else { return known }
    guard case .object(let entries) = facts else {
      throw JSONFault("'facts' must be an object, found \(facts.shape)")
    }
    for (name, value) in entries { try take(value, to: name, index, &known) }
    return known
  }

  private func take(
    _ value: JSONValue, to fact: String, _ index: ReplyIndex, _ known: inout CanonicalCase
  ) throws(JSONFault) {
    let options: [String]
    switch value {
    case .string(let text): options = [text]
    case .array(let items):
      options = items.compactMap(\.text)
      guard !items.isEmpty, options.count == items.count else {
        throw JSONFault("the values of '\(fact)' must be texts")
      }
    default: throw JSONFault("the value of '\(fact)' must be a text or a list of texts")
    }
    if options == [ReplyFormat.notSure] {
      guard !index.takeNotSure(of: fact, into: &known) else { return }
      return try check(fact, [])
    }
    do throws(ReplyIndex.Fault) {
      if try index.take(options, to: fact, into: &known) { return }
    } catch {
      switch error {
      case .unknownOption(let option):
        throw JSONFault("the fact '\(fact)' has no option '\(option)'")
      case .severalOptions: throw JSONFault("the fact '\(fact)' can have one value only")
      case .notAlone(let option):
        throw JSONFault("the value '\(option)' of '\(fact)' stands alone")
      }
    }
    try check(fact, options)
  }

  /// Refuses what does not exist; a fact on which nothing hangs here may be given.
  private func check(_ name: String, _ options: [String]) throws(JSONFault) {
    guard let fact = knowledge[fact: Identifier(name)] else {
      throw JSONFault("there is no fact '\(name)'")
    }
    if let option = options.first(where: { fact[option: Identifier($0)] == nil }) {
      throw JSONFault("the fact '\(name)' has no option '\(option)'")
    }
  }

  // MARK: - Answers

  private static func line(_ answer: Answer) -> [UInt8] {
    var json = JSONText()
    json.open("{")
    // The first fact that is still to be asked is the one that is asked next.
    let next = answer.unasked.first
    json.string("status", next == nil ? "answered" : "undecided")
    if let next { json.string("next", next.text) }
    json.string("verdict", answer.verdict.rawValue)
    json.strings("possible", answer.possibleVerdicts.map(\.rawValue))
    json.strings("citations", answer.citations.map(\.description))
    json.strings("contacts", answer.contacts.map(\.text))
    json.strings("conditions", answer.provided.map(\.that))
    json.key("steps")
    json.list { list in
      for step in answer.steps {
        list.object { object in
          object.string("what", step.what)
          if let deadline = step.deadline { object.string("by", deadline.text) }
          if let who = step.who { object.string("who", who) }
        }
      }
    }
    // The line's own fields stand in front, which the opening brace gives way to.
    return [UInt8(ascii: ",")] + json.bytes.dropFirst()
  }
}
