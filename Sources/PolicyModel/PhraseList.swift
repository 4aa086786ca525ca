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
      var end = start
      while end < text.count, text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "\n") {
        end += 1
      }
      while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
      if start < end { body(start..<end) }
      start = end + 1
    }
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
    var start: Int?
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "<"): start = index + 1
      case UInt8(ascii: ">"):
        if let start { body(start..<index) }
        start = nil
      default: break
      }
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
