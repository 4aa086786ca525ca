/// A JSON Schema (draft 7) for a file, by which editors complete and check what is typed.
public struct JSONSchema: Encodable, Sendable {
  private let root: Value

  /// The schema of files that are made like a shape.
  public init(
    titled title: String, _ shape: MappingShape, defining definitions: [String: MappingShape] = [:]
  ) {
    guard case .object(var fields) = Self.value(.mapping(shape)) else {
      root = .object([:])
      return
    }
    fields["$schema"] = .text("http://json-schema.org/draft-07/schema#")
    fields["title"] = .text(title)
    if !definitions.isEmpty {
      fields["definitions"] = .object(definitions.mapValues { Self.value(.mapping($0)) })
    }
    root = .object(fields)
  }

  public func encode(to encoder: any Encoder) throws { try root.encode(to: encoder) }

  private static func value(_ shape: ValueShape) -> Value {
    switch shape {
    case .text: return text(matching: #"\S"#)
    case .pattern(let pattern): return text(matching: pattern)
    case .word(let words): return .object(["enum": .list(words.map { .text($0) })])
    case .mapping(let shape): return value(shape)
    case .list(let item): return .object(["type": .text("array"), "items": value(item)])
    case .oneOrMore(let item): return either([item, .list(item)])
    case .either(let first, let second): return either([first, second])
    case .defined(let name): return .object(["$ref": .text("#/definitions/\(name)")])
    }
  }

  /// A scalar is text to us, whatever an editor takes it for.
  private static func text(matching pattern: String) -> Value {
    .object([
      "type": .list([.text("string"), .text("number"), .text("boolean")]),
      "pattern": .text(pattern),
    ])
  }

  private static func either(_ shapes: [ValueShape]) -> Value {
    .object(["anyOf": .list(shapes.map { value($0) })])
  }

  private static func value(_ shape: MappingShape) -> Value {
    var properties: [String: Value] = [:]
    for field in shape.fields {
      var described = value(field.value)
      // Beside a reference draft 7 takes notice of nothing else.
      if case .object(let own) = described, own["$ref"] != nil {
        described = .object(["allOf": .list([described])])
      }
      if case .object(var own) = described {
        own["description"] = .text(field.says)
        described = .object(own)
      }
      properties[field.key] = described
    }
    var object: [String: Value] = ["type": .text("object"), "additionalProperties": .flag(false)]
    if !properties.isEmpty { object["properties"] = .object(properties) }
    let required = shape.fields.filter(\.isRequired).map { Value.text($0.key) }
    if !required.isEmpty { object["required"] = .list(required) }
    if let names = shape.names {
      object["additionalProperties"] = value(names.value)
      object["propertyNames"] = .object(["pattern": .text(names.pattern)])
    }
    return .object(object)
  }

  private enum Value: Encodable {
    case text(String)
    case flag(Bool)
    case list([Value])
    case object([String: Value])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .flag(let flag): try container.encode(flag)
      case .list(let list): try container.encode(list)
      case .object(let fields): try container.encode(fields)
      }
    }
  }
}
