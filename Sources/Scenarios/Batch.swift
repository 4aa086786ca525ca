import DecisionEngine
import PolicyModel

/// Answers cases that are given as lines of JSON, each by a line of JSON.
///
/// A copy answers side by side with the first, and shares with it what is made for each topic.
public struct Batch: Sendable {
  private let shared: BatchTopics
  /// By the numbers of organisation and topic, each made when it is first asked for.
  private var topics: [[TopicCases?]]
  private var plain = PlainCase()

  public init(_ knowledge: Knowledge) {
    shared = BatchTopics(knowledge)
    topics = knowledge.organisations.map { _ in knowledge.topics.map { _ in nil } }
  }

  /// Appends the answer to a line, ended; false if the line is at fault.
  public mutating func answer(
    _ line: ArraySlice<UInt8>, number: Int, into output: inout [UInt8]
  ) -> Bool {
    output += "{\"line\":".utf8
    Self.append(number, to: &output)
    return answerPlain(line.span, into: &output) || answerAny(line, into: &output)
  }

  /// Appends the rest of the answer to a line, whatever is in it; false if it is at fault.
  mutating func answerAny(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) -> Bool {
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

  // MARK: - Plain lines

  /// Appends the rest of the answer to a line that is plain and right; false, and nothing is
  /// appended, for any other.
  mutating func answerPlain(_ line: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    guard plain.read(line), let named = plain.organisation, let about = plain.topic,
      let organisation = shared.organisationNames.number(of: line.extracting(named)),
      let topic = shared.topicNames.number(of: line.extracting(about)),
      topics[organisation][topic]?.take(plain, of: line, shared.factNames) ?? false
    else { return false }
    if let id = plain.id {
      output += ",\"id\":".utf8
      for place in id { output.append(line[place]) }
    }
    topics[organisation][topic]?.append(to: &output)
    output += "}\n".utf8
    return true
  }

  private static func append(_ number: Int, to output: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &output) }
    output.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  // MARK: - Any line

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
    var faults = JSONFaults()
    for (key, _) in entries where !Self.fields.contains(key) {
      faults.append("'\(key)' is no field of a case")
    }
    let organisation = faults.gather { () throws(JSONFault) in
      try organisationNumber(try Self.text("organisation", in: request))
    }
    let topic = faults.gather { () throws(JSONFault) in
      try topicNumber(try Self.text("topic", in: request))
    }
    guard let organisation, let topic else { throw faults.all }
    let index = faults.gather { () throws(JSONFault) in try load(organisation, topic) }
    let known = index.map { self.known(request["facts"], $0, &faults) }
    guard faults.isEmpty, let known else { throw faults.all }
    topics[organisation][topic]?.known = known
    topics[organisation][topic]?.append(to: &output)
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

  private func organisationNumber(_ name: String) throws(JSONFault) -> Int {
    guard let number = shared.organisationNames.number(of: name) else {
      throw JSONFault("there is no organisation '\(name)'")
    }
    return number
  }

  private func topicNumber(_ name: String) throws(JSONFault) -> Int {
    guard let number = shared.topicNames.number(of: name) else {
      throw JSONFault("there is no topic '\(name)'")
    }
    return number
  }

  /// Makes what answers on a topic of an organisation unless it is there, and gives its replies.
  private mutating func load(_ organisation: Int, _ topic: Int) throws(JSONFault) -> ReplyIndex {
    if let index = topics[organisation][topic]?.index { return index }
    guard let found = shared.topic(organisation, topic) else {
      let name = shared.knowledge.topics[topic].id
      throw JSONFault("there is no topic '\(name)'")
    }
    topics[organisation][topic] = TopicCases(found)
    return found.index
  }

  // MARK: - Facts

  private func known(
    _ facts: JSONValue?, _ index: ReplyIndex, _ faults: inout JSONFaults
  ) -> CanonicalCase {
    var known = index.empty
    guard let facts else { return known }
    guard case .object(let entries) = facts else {
      faults.append("'facts' must be an object, found \(facts.shape)")
      return known
    }
    for (name, value) in entries {
      faults.gather { () throws(JSONFault) in try take(value, to: name, index, &known) }
    }
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
    guard let fact = shared.knowledge[fact: Identifier(name)] else {
      throw JSONFault("there is no fact '\(name)'")
    }
    if let option = options.first(where: { fact[option: Identifier($0)] == nil }) {
      throw JSONFault("the fact '\(name)' has no option '\(option)'")
    }
  }
}
