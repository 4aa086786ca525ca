import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// A condition: facts with their options, and `not`, `any`, `all` beside them.
  mutating func condition(from node: YAMLNode, topic: Topic?) -> Condition {
    var fields = reader(node, of: "a condition", shape: .condition)
    var parts: [Condition] = []
    for entry in fields.takeRest() {
      switch entry.key {
      case "not": parts.append(.not(condition(from: entry.value, topic: topic)))
      case "any": parts.append(.any(conditions(in: entry, fields: &fields, topic: topic)))
      case "all": parts.append(.all(conditions(in: entry, fields: &fields, topic: topic)))
      default: parts.append(factCondition(from: entry, fields: &fields, topic: topic))
      }
    }
    if fields.isMapping, parts.isEmpty { diagnostics.append(.emptyCondition(at: node.location)) }
    diagnostics += fields.finish()
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func conditions(
    in entry: YAMLNode.Entry, fields: inout FieldReader, topic: Topic?
  ) -> [Condition] {
    guard entry.value.isSequence else {
      fields.report(
        .listExpected(
          entry.key, of: "conditions", found: entry.value.shape, at: entry.value.location))
      return []
    }
    let items = entry.value.items
    if items.isEmpty {
      fields.report(.emptyList(entry.key, of: "condition", at: entry.value.location))
    }
    return items.map { condition(from: $0, topic: topic) }
  }

  private mutating func factCondition(
    from entry: YAMLNode.Entry, fields: inout FieldReader, topic: Topic?
  ) -> Condition {
    let value = entry.value
    let nodes = value.isSequence ? value.items : value.isNothing ? [] : [value]
    var texts: [(text: String, node: YAMLNode)] = []
    for node in nodes {
      if let text = fields.text(node, of: "an option") { texts.append((text, node)) }
    }
    if nodes.isEmpty {
      fields.report(.emptyList(entry.key, of: "option", at: entry.value.location))
    }
    let fact = knownFact(entry, topic: topic)
    var options = DistinctList<Identifier<Option>>()
    for (text, node) in texts {
      let option = Identifier<Option>(text)
      if let fact, !fact.options.contains(option), !names.factsWithoutOptions.contains(entry.key) {
        diagnostics.append(
          .unknownOption(
            text, of: entry.key, known: fact.options.map(\.text), at: node.location))
      }
      if !options.append(option) {
        let first = texts.first { $0.text == text }?.node.location ?? node.location
        diagnostics.append(.duplicateID(text, of: "option", at: node.location, first: first))
      }
    }
    return .fact(Identifier(entry.key), isAnyOf: options.elements)
  }

  /// The fact that a condition names, nil if it has none or none is known.
  private mutating func knownFact(_ entry: YAMLNode.Entry, topic: Topic?) -> FactNames? {
    guard let facts = names.facts else { return nil }
    guard let fact = facts[entry.key] else {
      diagnostics.append(
        .unknownName(
          entry.key, of: "fact", known: (topic?.facts.map(\.text) ?? []) + facts.keys.sorted(),
          at: entry.keyLocation, declaredIn: "facts.yaml"))
      return nil
    }
    if let topic, !topic.facts.contains(fact.id),
      !names.topicsWithFaultyFacts.contains(topic.id.text),
      factsToldOutside.insert("\(entry.keyLocation.file):\(entry.key)").inserted
    {
      diagnostics.append(
        .factOutsideTopic(entry.key, topic: topic.id.text, at: entry.keyLocation))
    }
    return fact
  }
}
