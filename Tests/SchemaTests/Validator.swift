import Foundation
import Testing
import YAMLReading

@testable import KnowledgeLoading
@testable import Scenarios

/// Holds a document against a JSON Schema, as far as ours have need of it.
struct Validator {
  private typealias Object = [String: Any]
  private let root: [String: Any]

  init(_ kind: String) throws {
    let schema =
      KnowledgeFileKind(rawValue: kind)?.schema
      ?? (kind == "demo" ? DemoShape.schema : ScenarioShape.schema)
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(schema))
    root = try #require(object as? Object)
  }

  /// The places and reasons of what is wrong.
  func faults(of node: YAMLNode) -> [String] { faults(of: node, root, "") }

  private func faults(of node: YAMLNode, _ schema: Object, _ path: String) -> [String] {
    var faults: [String] = []
    for (word, value) in schema {
      switch word {
      case "$schema", "title", "description", "definitions", "properties", "additionalProperties":
        break
      case "$ref":
        let name = (value as? String)?.split(separator: "/").last.map(String.init) ?? ""
        let definitions = root["definitions"] as? Object
        faults += self.faults(of: node, definitions?[name] as? Object ?? ["not known": ""], path)
      case "allOf":
        for part in value as? [Object] ?? [] { faults += self.faults(of: node, part, path) }
      case "anyOf":
        let parts = (value as? [Object] ?? []).map { self.faults(of: node, $0, path) }
        if !parts.contains([]) { faults += ["\(path): none of \(parts)"] }
      case "enum":
        if !(value as? [String] ?? []).contains(text(of: node) ?? "") { faults += ["\(path) word"] }
      case "pattern":
        guard let text = text(of: node) else { break }
        if !matches(text, value) { faults += ["\(path): \(text)"] }
      case "type":
        let types = value as? [String] ?? [value as? String ?? ""]
        if !types.contains(type(of: node)) { faults += ["\(path): no \(types)"] }
      case "items":
        guard case .sequence(let items) = node.content else { break }
        for item in items { faults += self.faults(of: item, value as? Object ?? [:], path + "/-") }
      case "required":
        guard case .mapping(let entries) = node.content else { break }
        for key in value as? [String] ?? [] where !entries.contains(where: { $0.key == key }) {
          faults += ["\(path): no \(key)"]
        }
      case "propertyNames":
        guard case .mapping(let entries) = node.content else { break }
        for entry in entries where !matches(entry.key, (value as? Object)?["pattern"]) {
          faults += ["\(path): key \(entry.key)"]
        }
      default: faults += ["\(path): the word \(word) is not known"]
      }
    }
    guard case .mapping(let entries) = node.content else { return faults }
    let properties = schema["properties"] as? Object ?? [:]
    for entry in entries {
      let place = "\(path)/\(entry.key)"
      if let own = properties[entry.key] as? Object {
        faults += self.faults(of: entry.value, own, place)
      } else if let other = schema["additionalProperties"] as? Object {
        faults += self.faults(of: entry.value, other, place)
      } else if schema["additionalProperties"] != nil {
        faults += ["\(place): unknown"]
      }
    }
    return faults
  }

  private func text(of node: YAMLNode) -> String? {
    guard case .scalar(let text) = node.content else { return nil }
    return text
  }

  private func type(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar: "string"
    case .sequence: "array"
    case .mapping: "object"
    }
  }

  private func matches(_ text: String, _ pattern: Any?) -> Bool {
    (try? Regex(pattern as? String ?? "")).map { text.contains($0) } ?? false
  }
}
