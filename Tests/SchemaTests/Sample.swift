import YAMLReading

/// A text made of a shape alone, with every field that it has.
struct Sample {
  /// Which of two ways to write a value is taken.
  var takesSecond = false
  /// A field that is left out, by its path.
  var without: String?
  /// A field with a value that it cannot have, by its path.
  var spoiling: String?
  /// A mapping with a field that nobody knows, by its path.
  var surprising: String?

  /// The name under which everything stands that has one.
  static let name = "some-id"
  private static let words = [name, "2026-01-31", "policy 1"]

  func text(_ shape: MappingShape, at path: String = "") -> String {
    var entries: [String] = []
    for field in shape.fields where path + "/" + field.key != without {
      let place = path + "/" + field.key
      let value = place == spoiling ? Self.spoilt(field.value) : text(field.value, at: place)
      entries.append("\(field.key): \(value)")
    }
    if let names = shape.names {
      let key = names.pattern.contains("a-z") ? Self.name : "1.1"
      entries.append("\"\(key)\": \(text(names.value, at: path + "/*"))")
    }
    if path == surprising { entries.append("surprise: x") }
    return "{ \(entries.joined(separator: ", ")) }"
  }

  private func text(_ shape: ValueShape, at path: String) -> String {
    switch shape {
    case .text: return "some text"
    case .word(let words): return "\"\(words[0])\""
    case .pattern(let pattern):
      let fitting = Self.words.first { word in
        (try? Regex(pattern)).map { word.contains($0) } ?? false
      }
      return "\"\(fitting ?? "")\""
    case .mapping(let shape): return text(shape, at: path)
    case .list(let item): return "[\(text(item, at: path))]"
    case .oneOrMore(let item):
      return takesSecond ? "[\(text(item, at: path))]" : text(item, at: path)
    case .either(let first, let second): return text(takesSecond ? second : first, at: path)
    case .defined: return "{ \(Self.name): x }"
    }
  }

  private static func spoilt(_ shape: ValueShape) -> String {
    switch shape {
    case .mapping, .defined, .list: "a text"
    default: "{ a: [b] }"
    }
  }

  /// The paths of all fields, with whether each must be there, and of the mappings that hold them.
  static func paths(
    _ shape: MappingShape, at path: String = ""
  ) -> [(path: String, isRequired: Bool)] {
    shape.fields.flatMap { field in
      [(path + "/" + field.key, field.isRequired)] + paths(field.value, at: path + "/" + field.key)
    } + (shape.names.map { paths($0.value, at: path + "/*") } ?? [])
  }

  private static func paths(
    _ shape: ValueShape, at path: String
  ) -> [(path: String, isRequired: Bool)] {
    switch shape {
    case .mapping(let shape): paths(shape, at: path)
    case .list(let item), .oneOrMore(let item): paths(item, at: path)
    case .either(let first, let second): paths(first, at: path) + paths(second, at: path)
    case .text, .word, .pattern, .defined: []
    }
  }
}
