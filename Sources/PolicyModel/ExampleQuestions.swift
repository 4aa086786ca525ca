/// Example questions, as their file has them: one a line.
///
/// They are kept as bytes, since there is a megabyte of them and only their words are looked at.
public struct ExampleQuestions: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The file's bytes; whatever is no letter or digit parts words.
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// Where the questions stand; empty lines and those that begin with `#` are none.
  public var lines: [Range<Int>] {
    let text = bytes.span
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start, text[start] != UInt8(ascii: "#") { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }

  /// The questions one by one.
  public var texts: [String] { lines.map { String(decoding: bytes[$0], as: UTF8.self) } }
}
