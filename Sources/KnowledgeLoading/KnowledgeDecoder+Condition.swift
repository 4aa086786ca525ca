import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// A condition: facts with their options, and `not`, `any`, `all` beside them.
  mutating func condition(from node: YAMLNode, topic: Topic?) -> Condition {
    var fields = FieldReader(node, of: "a condition")
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
    guard case .sequence(let items) = entry.value.content, !items.isEmpty else {
      diagnostics.append(.emptyCondition(at: entry.value.location))
      return []
    }
    return items.map { condition(from: $0, topic: topic) }
  }

  private mutating func factCondition(
    from entry: YAMLNode.Entry, fields: inout FieldReader, topic: Topic?
  ) -> Condition {
    var texts: [(text: String, location: SourceLocation)] = []
    let nodes: [YAMLNode] =
      if case .sequence(let items) = entry.value.content { items } else { [entry.value] }
    for node in nodes {
      if let text = fields.text(node, of: "an option") { texts.append((text, node.location)) }
    }
    if nodes.isEmpty { diagnostics.append(.emptyCondition(at: entry.value.location)) }
    let fact = knownFact(entry, topic: topic)
    var options: [Identifier<Option>] = []
    for (text, location) in texts {
      let option = Identifier<Option>(text)
      if let fact, fact[option: option] == nil {
        diagnostics.append(
          .unknownName(
            text, of: "option", known: fact.options.map(\.id.text), at: location))
      } else if !options.contains(option) {
        options.append(option)
      }
    }
    return .fact(Identifier(entry.key), isAnyOf: options)
  }

  /// The fact that a condition names, nil if it has none or none is known.
  private mutating func knownFact(_ entry: YAMLNode.Entry, topic: Topic?) -> Fact? {
    guard let facts = names.facts else { return nil }
    guard let fact = facts[entry.key] else {
      diagnostics.append(
        .unknownName(
          entry.key, of: "fact", known: topic?.facts.map(\.text) ?? facts.keys.sorted(),
          at: entry.keyLocation))
      return nil
    }
    if let topic, !topic.facts.contains(fact.id) {
      diagnostics.append(
        .factOutsideTopic(entry.key, topic: topic.id.text, at: entry.keyLocation))
    }
    return fact
  }
}
