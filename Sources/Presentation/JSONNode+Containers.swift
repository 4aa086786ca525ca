/// What an object tells of itself goes into a node.
struct JSONObjectTaker<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey] = []

  func encodeNil(forKey key: Key) { node.entry(key).takeNil() }

  func encode(_ value: some Encodable, forKey key: Key) throws { try node.entry(key).take(value) }

  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    node.entry(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    node.entry(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { node }

  func superEncoder(forKey key: Key) -> any Encoder { node.entry(key) }
}

/// What a list tells of itself goes into a node.
struct JSONListTaker: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey] = []

  var count: Int { node.count }

  func encodeNil() { node.item().takeNil() }

  func encode(_ value: some Encodable) throws { try node.item().take(value) }

  func nestedContainer<Inner>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    node.item().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { node.item().unkeyedContainer() }

  func superEncoder() -> any Encoder { node.item() }
}

/// What any other value tells of itself goes into a node.
struct JSONValueTaker: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey] = []

  func encodeNil() { node.takeNil() }

  /// Other numbers than `Int` and `Double` come here to be written, which is looked up last as it
  /// takes long.
  func encode(_ value: some Encodable) throws {
    switch value {
    case let number as any FixedWidthInteger: node.take(integer: number)
    case let number as Float: try node.take(fraction: number)
    default: try node.take(value)
    }
  }
}
