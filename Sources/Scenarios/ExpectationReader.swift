import Diagnostics
import PolicyModel
import YAMLReading

/// Reads what stands below `expect`.
struct ExpectationReader {
  private let knowledge: Knowledge
  private let organisation: Organisation?
  private let place: SourceLocation
  private var fields: FieldReader
  private var diagnostics: FaultList
  private var isEmpty = true

  init(
    _ node: YAMLNode, knowledge: Knowledge, organisation: Organisation?,
    keeping mostFaults: Int = FaultList.mostTold
  ) {
    self.knowledge = knowledge
    self.organisation = organisation
    place = node.location
    diagnostics = FaultList(keeping: mostFaults)
    fields = FieldReader(
      node, of: "'expect'", shape: ScenarioShape.expectation, keeping: mostFaults)
  }

  mutating func topic() -> Identifier<Topic>? {
    guard let node = fields.required("topic"), let name = fields.text(node, of: "'topic'") else {
      return nil
    }
    return known(name, of: "topic", among: knowledge.topics.map(\.id), at: node.location)
  }

  mutating func expectation() -> Expectation {
    let facts = knowledge.facts.map(\.id)
    let contacts = organisation?.contacts.map(\.id)
    var expected = Expectation()
    expected.verdict = one("verdict") { $0.word($1, of: "verdict", at: $2) }
    expected.possible = list("possible") { $0.word($1, of: "verdict", at: $2) }
    expected.cite = list("cite") { $0.citation($1, at: $2) }
    expected.neverCite = list("never-cite") { $0.citation($1, at: $2) }
    expected.contacts = list("contacts") { $0.known($1, of: "contact", among: contacts, at: $2) }
    expected.neverContacts = list("never-contacts") {
      $0.known($1, of: "contact", among: contacts, at: $2)
    }
    expected.provided = list("provided") { _, text, _ in text }
    expected.steps = list("steps") { _, text, _ in text }
    expected.asked = list("asked") { $0.known($1, of: "fact", among: facts, at: $2) }
    expected.askedAtLeast = list("asked-at-least") {
      $0.known($1, of: "fact", among: facts, at: $2)
    }
    expected.next = one("next") { $0.known($1, of: "fact", among: facts, at: $2) }
    expected.understood = one("understood") { $0.word($1, of: "understanding", at: $2) }
    return expected
  }

  /// All that was found wrong.
  mutating func finish() -> FaultList {
    var found = fields.finish()
    found += diagnostics
    if isEmpty, found.isEmpty { found.append(.nothingExpected(at: place)) }
    return found
  }

  // MARK: - Values

  private typealias Read<Value> = (inout Self, String, SourceLocation) -> Value?

  private mutating func one<Value>(_ key: String, _ read: Read<Value>) -> Located<Value>? {
    guard let node = fields.optional(key) else { return nil }
    isEmpty = false
    guard let text = fields.text(node, of: "'\(key)'"),
      let value = read(&self, text, node.location)
    else { return nil }
    return Located(value: value, location: node.location, end: node.end)
  }

  private mutating func list<Value>(_ key: String, _ read: Read<Value>) -> Located<[Value]>? {
    guard let node = fields.optional(key) else { return nil }
    isEmpty = false
    let values = fields.texts(of: node, called: "'\(key)'").compactMap {
      read(&self, $0.text, $0.location)
    }
    let entries = node.items.map { item in
      let start = item.location.position
      return ListEntry(text: item.text ?? "", range: start..<max(start, item.end))
    }
    return Located(value: values, location: node.location, end: node.end, entries: entries)
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, of what: String, at location: SourceLocation
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    diagnostics.append(
      .unknownName(text, of: what, known: Word.allCases.map(\.rawValue), at: location))
    return nil
  }

  /// The id of something that exists; nothing is checked where it is not known what does.
  private mutating func known<Subject>(
    _ name: String, of kind: String, among ids: [Identifier<Subject>]?, at location: SourceLocation
  ) -> Identifier<Subject>? {
    guard let ids else { return nil }
    if let id = ids.first(where: { $0.text == name }) { return id }
    diagnostics.append(.unknownName(name, of: kind, known: ids.map(\.text), at: location))
    return nil
  }

  private mutating func citation(_ text: String, at location: SourceLocation) -> Citation? {
    guard let organisation else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let documents = organisation.documents
    guard parts.count == 2 else {
      diagnostics.append(.malformedCitation(text, at: location))
      return nil
    }
    let name = documents.map(\.id)
    guard let id = known(parts[0], of: "document", among: name, at: location) else { return nil }
    let clauses = documents.first { $0.id == id }?.clauses ?? [:]
    guard clauses[Identifier(parts[1])] != nil else {
      diagnostics.append(
        .unknownClause(
          parts[1], of: parts[0], known: clauses.keys.map(\.text).sorted(), at: location,
          code: .unknownScenarioName))
      return nil
    }
    return Citation(document: id, clause: Identifier(parts[1]))
  }
}
