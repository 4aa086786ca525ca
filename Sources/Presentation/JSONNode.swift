import Scenarios

/// A value on its way to JSON: it takes what a value tells of itself, and then writes it.
///
/// Texts, truth values, numbers, lists, objects and nothing are what JSON has; a value that tells
/// nothing of itself is an empty object.
final class JSONNode: Encoder {
  private enum Content {
    case plain(String)
    case text(String)
    case list([JSONNode])
    case object([String: JSONNode])
  }

  private var content = Content.object([:])
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// A value as JSON with sorted keys, nil if it holds a number that JSON cannot write.
  static func text(of value: some Encodable, isPretty: Bool) -> String? {
    let node = JSONNode()
    guard (try? node.take(value)) != nil else { return nil }
    var json = JSONText(isPretty: isPretty)
    node.write(to: &json)
    return json.text
  }

  private func write(to json: inout JSONText) {
    switch content {
    case .plain(let text): json.plain(text)
    case .text(let text): json.string(text)
    case .list(let items): json.list { for item in items { item.write(to: &$0) } }
    case .object(let entries):
      // By bytes, which is the same everywhere.
      let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      json.object {
        for (key, value) in sorted {
          $0.key(key)
          value.write(to: &$0)
        }
      }
    }
  }

  // MARK: - What a value tells of itself

  func take(_ value: some Encodable) throws {
    switch value {
    case let text as String: content = .text(text)
    case let flag as Bool: content = .plain(flag ? "true" : "false")
    case let number as Int: take(integer: number)
    case let number as Double: try take(fraction: number)
    default: try value.encode(to: self)
    }
  }

  func take(fraction: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard fraction.isFinite else {
      throw EncodingError.invalidValue(
        fraction, .init(codingPath: [], debugDescription: "JSON has no such number"))
    }
    let text = fraction.description
    content = .plain(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  func take(integer: any FixedWidthInteger) {
    content = .plain(integer.description)
  }

  func takeNil() {
    content = .plain("null")
  }

  /// A new value of the object under a key.
  func entry(_ key: any CodingKey) -> JSONNode {
    let node = JSONNode()
    guard case .object(var entries) = content else { return node }
    content = .object([:])
    entries[key.stringValue] = node
    content = .object(entries)
    return node
  }

  /// A new value at the end of the list.
  func item() -> JSONNode {
    let node = JSONNode()
    guard case .list(var items) = content else { return node }
    content = .list([])
    items.append(node)
    content = .list(items)
    return node
  }

  var count: Int {
    if case .list(let items) = content { items.count } else { 0 }
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONObjectTaker(node: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    content = .list([])
    return JSONListTaker(node: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueTaker(node: self) }
}
