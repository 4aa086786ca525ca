/// Phrases as their file has them, with commas or ends of lines between them.
///
/// There are tens of thousands, of which one sentence needs a handful; so they are kept as bytes, and
/// a phrase becomes a text of its own only where somebody asks for it.
public struct PhraseList: Hashable, Sendable, ExpressibleByArrayLiteral {
  public let bytes: [UInt8]

  public init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  public init(arrayLiteral phrases: String...) {
    self.init(phrases.joined(separator: ","))
  }

  /// Calls a closure with where each phrase stands.
  @inlinable public func forEachRange(_ body: (Range<Int>) -> Void) {
    let text = bytes.span
    var start = 0
    while start < text.count {
      let end = Self.place(of: UInt8(ascii: ","), or: UInt8(ascii: "\n"), in: text, from: start)
      while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
      if start < end { body(start..<end) }
      start = end + 1
    }
  }

  /// Where one of two bytes stands next, or the end.
  @inlinable @inline(__always) static func place(
    of byte: UInt8, or other: UInt8, in text: Span<UInt8>, from start: Int
  ) -> Int {
    var place = start
    while text.count &- place >= 8 {
      let count = EightBytes(text, at: place).count(before: byte, or: other)
      place += count
      if count < 8 { return place }
    }
    while place < text.count, text[place] != byte, text[place] != other { place += 1 }
    return place
  }

  /// The names of the groups of synonyms that phrases call, as in `<client>`.
  public var groupNames: Set<String> {
    var names: Set<String> = []
    forEachGroupName { names.insert(String(decoding: bytes[$0], as: UTF8.self)) }
    return names
  }

  /// Calls a closure with where the name of each group stands that phrases call.
  public func forEachGroupName(_ body: (Range<Int>) -> Void) {
    let text = bytes.span
    let (opening, closing) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    var start = Self.place(of: opening, or: opening, in: text, from: 0)
    while start < text.count {
      let end = Self.place(of: opening, or: closing, in: text, from: start + 1)
      if end < text.count, text[end] == closing { body(start + 1..<end) }
      start = Self.place(of: opening, or: opening, in: text, from: end)
    }
  }

  /// Whether some phrase is such.
  public func contains(where isSuch: (ArraySlice<UInt8>) -> Bool) -> Bool {
    var isFound = false
    forEachRange { isFound = isFound || isSuch(bytes[$0]) }
    return isFound
  }

  /// The phrases one by one.
  public var texts: [String] {
    var texts: [String] = []
    forEachRange { texts.append(String(decoding: bytes[$0], as: UTF8.self)) }
    return texts
  }
}
