/// A value of JSON, with the keys of objects in their order.
///
/// Foundation's decoder takes ten times as long to read a case, and a batch is to run at hundreds of
/// thousands a second; the program has figures in `.ci/benchmark`.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value of a key, nil where there is none or the value is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// What the value is, in the words of a message.
  public var shape: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Why something is no JSON, or not the JSON that is wanted.
public struct JSONFault: Error, Equatable {
  public let message: String
  /// The byte at which it shows, from 1; nil where the whole is at fault.
  public let column: Int?

  public init(_ message: String, column: Int? = nil) {
    self.message = message
    self.column = column
  }
}
