import Foundation
import Testing

@testable import Presentation

/// The JSON of our own encoder is that of Foundation's, byte for byte.
@Suite struct JSONNodeTests {
  struct Shop: Encodable {
    enum Kind: String, Encodable { case stall, house }

    struct Item: Encodable {
      let name: String
      let price: Double?
      let count: Int
      let isFresh: Bool
    }

    let name: String
    let kind: Kind
    let items: [Item]
    let empty: [Item]
    let shelves: [[Int]]
    let byName: [String: [String: Int]]
    let nothing: String?
    let maybe: [Int?]
    let small: UInt8
    let large: UInt64
    let ratio: Float
    let nested: Nested
  }

  /// A value that writes into containers inside containers.
  struct Nested: Encodable {
    enum Key: String, CodingKey { case list, object, parent, null }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      var list = container.nestedUnkeyedContainer(forKey: .list)
      try list.encode(1)
      try list.encodeNil()
      var inner = list.nestedUnkeyedContainer()
      try inner.encode("deep")
      var object = container.nestedContainer(keyedBy: Key.self, forKey: .object)
      try object.encode(true, forKey: .null)
      try container.encodeNil(forKey: .null)
      try [2, 3].encode(to: container.superEncoder(forKey: .parent))
    }
  }

  static let shop = Shop(
    name: "a \"b\" \\ / \u{8}\u{C}\n\r\t\u{0}\u{1F} é ‘’ 😀", kind: .stall,
    items: [
      .init(name: "", price: nil, count: -1, isFresh: true),
      .init(name: "x", price: 0.1, count: .max, isFresh: false),
    ], empty: [], shelves: [[], [1], [2, 3]],
    byName: ["b": [:], "B": ["z": 1], "a b": ["é": 2], "ze\u{301}a": [:], "zé": [:], "$": [:]],
    nothing: nil, maybe: [1, nil], small: 255, large: .max, ratio: 0.5, nested: Nested())

  static func foundation(_ value: some Encodable, _ more: JSONEncoder.OutputFormatting) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = more.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func valuesAreWrittenOnLinesOfTheirOwn() throws {
    #expect(try Self.shop.jsonText == Self.foundation(Self.shop, .prettyPrinted) + "\n")
  }

  @Test func valuesAreWrittenInOneLine() throws {
    #expect(try Self.shop.jsonLine == Self.foundation(Self.shop, []))
  }

  static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.1, 1e16, 1e15, 1e-7, 1e300, .leastNonzeroMagnitude, 123_456_789_012_345_680,
    0.1 + 0.2, 1 / 3, .greatestFiniteMagnitude, 100, 1_234_567.25,
  ]

  @Test(arguments: numbers) func numbersAreWrittenShortly(_ number: Double) throws {
    #expect(try [number].jsonLine == Self.foundation([number], []))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatJSONLacksAreNotWritten(_ number: Double) {
    #expect([number].jsonText.isEmpty)
  }

  @Test func whatDrivesATerminalIsEscaped() {
    #expect(
      ["a\u{7F}\u{202E}\u{2028}\u{E0001}"].jsonLine == #"["a\u007f\u202e\u2028\udb40\udc01"]"#)
  }
}
