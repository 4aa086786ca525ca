/// JSON as it is written, byte by byte.
public struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether the next value is the first of its object or list.
  private var isFirst = true
  /// Whether a key has just been written, whose value follows.
  private var isAfterKey = false
  /// Whether every value stands on a line of its own.
  private let isPretty: Bool
  /// How many objects and lists are open.
  private var depth = 0

  /// What has been written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
    depth += 1
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if isPretty {
      // Something stands between the brackets, be it an empty line.
      if isFirst { bytes.append(UInt8(ascii: "\n")) }
      beginLine()
    }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  package mutating func key(_ key: String) {
    separate()
    Self.append(key, to: &bytes)
    bytes += isPretty ? " : ".utf8 : ":".utf8
    isAfterKey = true
  }

  package mutating func string(_ text: String) {
    separate()
    Self.append(text, to: &bytes)
  }

  /// A text with room for so many bytes before it has to grow.
  package init(room: Int = 0, isPretty: Bool = false) {
    self.isPretty = isPretty
    bytes.reserveCapacity(room)
  }

  /// A number or truth value.
  package mutating func plain(_ text: String) {
    separate()
    bytes += text.utf8
  }

  mutating func strings(_ key: String, _ texts: [String]) {
    self.key(key)
    list { for text in texts { $0.string(text) } }
  }

  mutating func string(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  package mutating func list(_ write: (inout Self) -> Void) {
    separate()
    open("[")
    write(&self)
    close("]")
  }

  package mutating func object(_ write: (inout Self) -> Void) {
    separate()
    open("{")
    write(&self)
    close("}")
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if isPretty, depth > 0 { beginLine() }
  }

  private mutating func beginLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// A text in quotes; control characters are escaped, and so are those that turn the direction of
  /// writing, as the line may be shown on a terminal.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard hasSpecial(text.utf8.span) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\r": bytes += "\\r".utf8
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case _ where scalar.value < 0x7F && scalar.value >= 0x20:
        bytes.append(UInt8(scalar.value))
      case _ where scalar.drivesATerminal: bytes += scalar.asJSON.utf8
      default: bytes += String(scalar).utf8
      }
    }
  }

  /// Whether a byte may have to be escaped, or is part of a character that may.
  private static func hasSpecial(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return true
      }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether a terminal does something else with it than to show it, such as to turn the direction of
  /// writing.
  fileprivate var drivesATerminal: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The escape by which JSON writes it, two of them beyond the first 65,536 characters.
  fileprivate var asJSON: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    }.joined()
  }
}
