import Diagnostics
import PolicyModel
import YAMLReading

/// Turns documents into scenarios and gathers what is wrong with them.
struct ScenarioDecoder {
  let knowledge: Knowledge
  private(set) var diagnostics = FaultList()
  /// Where each name was met first.
  private var names: [String: SourceLocation] = [:]

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// The scenario of a document, nil once its faults have been noted.
  mutating func scenario(from root: YAMLNode) -> Scenario? {
    let before = diagnostics.count
    var fields = FieldReader(
      root, of: "the scenario", shape: ScenarioShape.scenario, keeping: diagnostics.room)
    let name = fields.required("scenario").flatMap { node in
      fields.text(node, of: "'scenario'").map { ($0, node.location) }
    }
    let organisation = fields.organisation(in: knowledge)
    let asks = fields.optionalText("asks")
    let tags = fields.texts("tags").map(\.text)
    let notes = fields.optionalText("notes")
    let factsNode = fields.optional("facts")
    let expectNode = fields.required("expect")
    diagnostics += fields.finish()

    let facts = factsNode.map { self.facts(from: $0) } ?? ([:], [:])
    let expectation = expectNode.flatMap { self.expectation(from: $0, organisation) }
    if let name { note(name.0, at: name.1) }
    guard let name, let organisation, let (topic, expected) = expectation else { return nil }
    check(topic, organisation, at: root.location)
    if asks == nil, let place = expected.understood?.location {
      diagnostics.append(.textNeeded("understood", at: place))
    }
    guard diagnostics.count == before else { return nil }
    return Scenario(
      name: name.0, organisation: organisation.id, topic: topic, asks: asks, facts: facts.0,
      tags: tags, notes: notes, expectation: expected, location: root.location,
      factLocations: facts.1)
  }

  private mutating func note(_ name: String, at place: SourceLocation) {
    if let first = names[name] {
      diagnostics.append(.duplicateScenario(name, at: place, first: first))
    } else {
      names[name] = place
    }
  }

  private mutating func check(
    _ topic: Identifier<Topic>, _ organisation: Organisation, at place: SourceLocation
  ) {
    guard organisation.rules[topic] == nil else { return }
    diagnostics.append(.noRules(topic.text, of: organisation.id.text, at: place))
  }

  // MARK: - Facts

  private mutating func facts(
    from node: YAMLNode
  ) -> ([Identifier<Fact>: Reply], [Identifier<Fact>: SourceLocation]) {
    var fields = FieldReader(
      node, of: "'facts'", shape: ScenarioShape.facts, keeping: diagnostics.room)
    var replies: [Identifier<Fact>: Reply] = [:]
    var places: [Identifier<Fact>: SourceLocation] = [:]
    for entry in fields.takeRest() {
      let isGiven =
        !entry.value.isNothing && (!entry.value.isSequence || !entry.value.items.isEmpty)
      let words = isGiven ? fields.texts(of: entry.value, called: "'\(entry.key)'") : []
      guard let fact = knowledge[fact: Identifier(entry.key)] else {
        diagnostics.append(
          .unknownName(
            entry.key, of: "fact", known: knowledge.facts.map(\.id.text), at: entry.keyLocation))
        continue
      }
      guard isGiven else {
        let values = fact.options.map(\.id.text) + [ReplyFormat.notSure]
        diagnostics.append(.factWithoutValue(fact.id.text, values, at: entry.value.location))
        continue
      }
      if let reply = reply(words, to: fact, at: entry.value.location) {
        replies[fact.id] = reply
        places[fact.id] = entry.keyLocation
      }
    }
    diagnostics += fields.finish()
    return (replies, places)
  }

  private mutating func reply(
    _ words: [FieldReader.Text], to fact: Fact, at place: SourceLocation
  ) -> Reply? {
    if words.map(\.text) == [ReplyFormat.notSure] { return .notSure }
    let faults = diagnostics.count
    for word in words where fact[option: Identifier(word.text)] == nil {
      diagnostics.append(
        .unknownOption(
          word.text, of: fact.id.text, known: fact.options.map(\.id.text), at: word.location,
          code: .unknownScenarioName))
    }
    guard diagnostics.count == faults, !words.isEmpty else { return nil }
    if let what = ReplyFormat.fault(of: words.map { Identifier($0.text) }, to: fact) {
      diagnostics.append(.unfittingReply(what, at: place))
      return nil
    }
    return .options(words.map { Identifier($0.text) })
  }

  // MARK: - Expectations

  private mutating func expectation(
    from node: YAMLNode, _ organisation: Organisation?
  ) -> (Identifier<Topic>, Expectation)? {
    var reader = ExpectationReader(
      node, knowledge: knowledge, organisation: organisation, keeping: diagnostics.room)
    let topic = reader.topic()
    let expected = reader.expectation()
    diagnostics += reader.finish()
    return topic.map { ($0, expected) }
  }

  /// Adds faults found elsewhere in the same file.
  mutating func report(_ faults: [Diagnostic]) {
    diagnostics += faults
  }

  /// What was found in the file that ends here.
  mutating func finishFile() -> [Diagnostic] {
    defer { diagnostics = FaultList() }
    return diagnostics.told
  }
}
