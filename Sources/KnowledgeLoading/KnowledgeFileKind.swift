import PolicyModel
import YAMLReading

/// The kinds of files that a knowledge folder has.
public enum KnowledgeFileKind: String, CaseIterable, Sendable {
  case facts, topics, words, invariants, organisation, document, rules

  /// What editors are told of it, as a JSON Schema made of the shape by which it is decoded.
  public var schema: any Encodable & Sendable {
    JSONSchema(
      titled: "askfirst: \(rawValue)", shape,
      defining: self == .rules || self == .invariants ? ["condition": .condition] : [:])
  }

  var shape: MappingShape {
    switch self {
    case .facts: MappingShape(names: MappingShape.ids, to: .mapping(.fact))
    case .topics: MappingShape(names: MappingShape.ids, to: .mapping(.topic))
    case .words: .words
    case .invariants: MappingShape(names: MappingShape.ids, to: .mapping(.invariant))
    case .organisation: .organisation
    case .document: MappingShape(names: MappingShape.clauses, to: .mapping(.clause))
    case .rules: .topicRules
    }
  }
}
