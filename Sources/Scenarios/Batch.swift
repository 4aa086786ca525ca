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
    var kinds: [AnswerKind: [UInt8]] = [:]
    /// The case of the present line.
    var known: CanonicalCase

    init(_ table: DecisionTable) {
      index = ReplyIndex(table)
      reader = CaseReader(table)
      known = index.empty
    }

    /// Turns to the case of a plain line; false where something about it is at fault.
    mutating func take(_ plain: PlainCase, of line: Span<UInt8>, _ names: FactNames) -> Bool {
      known.clear()
      for (place, one) in plain.values.enumerated() {
        guard let fact = index.fact(named: line.extracting(one.fact)) else {
          // A fact on which nothing hangs here may be given.
          guard names.has(plain, at: place, of: line) else { return false }
          continue
        }
        let isFirst = place == 0 || plain.values[place - 1].fact != one.fact
        if isFirst, known.says(fact) { return false }
        let value = line.extracting(one.value)
        guard
          index.add(value, to: fact, of: &known)
            || FactNames.isNotSure(value) && index.addNotSure(of: fact, to: &known)
        else { return false }
      }
      return true
    }

    /// Appends the line for the present case.
    mutating func append(to output: inout [UInt8]) {
      if let answer = answers[known] {
        output += answer
        return
      }
      let answer = self.answer()
      output += answer
      if answers.count >= Batch.mostAnswers { answers = [:] }
      answers[known] = answer
    }

    private mutating func answer() -> [UInt8] {
      reader.read(known)
      let kind = reader.kind()
      if let kind, let answer = kinds[kind] { return answer }
      let answer = Batch.line(reader.answer())
      if kinds.count >= Batch.mostAnswers { kinds = [:] }
      if let kind { kinds[kind] = answer }
      return answer
    }
  }

  private static let mostAnswers = 20_000

  private let knowledge: Knowledge
  private let organisationNames: NameTable
  private let topicNames: NameTable
  private let factNames: FactNames
  /// By the numbers of organisation and topic, each made when it is first asked for.
  private var topics: [[Topic?]]
  private var plain = PlainCase()

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    organisationNames = NameTable(knowledge.organisations.map(\.id.text))
    topicNames = NameTable(knowledge.topics.map(\.id.text))
    factNames = FactNames(knowledge.facts)
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
      let organisation = organisationNames.number(of: line.extracting(named)),
      let topic = topicNames.number(of: line.extracting(about)),
      topics[organisation][topic]?.take(plain, of: line, factNames) ?? false
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
    if let stray = entries.first(where: { !Self.fields.contains($0.key) }) {
      throw JSONFault("'\(stray.key)' is no field of a case")
    }
    let organisation = try Self.text("organisation", in: request)
    let topic = try Self.text("topic", in: request)
    let place = try load(organisation, topic)
    let known = try topics[place.organisation][place.topic].map { (found) throws(JSONFault) in
      try self.known(request["facts"], found.index)
    }
    guard let known else { return }
    topics[place.organisation][place.topic]?.known = known
    topics[place.organisation][place.topic]?.append(to: &output)
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

  /// Makes what answers on a topic unless it is there, and gives its place.
  private mutating func load(
    _ organisation: String, _ topic: String
  ) throws(JSONFault) -> (organisation: Int, topic: Int) {
    guard let first = organisationNames.number(of: organisation) else {
      throw JSONFault("there is no organisation '\(organisation)'")
    }
    guard let second = topicNames.number(of: topic) else {
      throw JSONFault("there is no topic '\(topic)'")
    }
    if topics[first][second] == nil {
      let table = DecisionTable(
        knowledge, organisation: Identifier(organisation), topic: Identifier(topic))
      guard let table else { throw JSONFault("there is no topic '\(topic)'") }
      topics[first][second] = Topic(table)
    }
    return (first, second)
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
    var json = JSONText(room: 1024)
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
