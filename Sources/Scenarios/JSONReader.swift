/// Reads one value of JSON as RFC 8259 describes it, and refuses what it leaves open: keys that stand
/// twice, text that is no UTF-8, and more than 32 values inside each other.
public struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  public static func read(_ bytes: ArraySlice<UInt8>) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == bytes.endIndex else {
      throw reader.fault("something follows the value")
    }
    return value
  }

  private static let deepest = 32

  private func fault(_ message: String) -> JSONFault {
    JSONFault(
      index < bytes.endIndex ? message : "the line ends too early",
      column: index - bytes.startIndex + 1)
  }

  private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < Self.deepest else { throw fault("too many values stand inside each other") }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object(try entries(depth: depth))
    case UInt8(ascii: "["): return .array(try items(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || byte &- 0x30 < 10:
      return .number(try number())
    case nil: throw fault("the line ends too early")
    default: throw fault("no value begins here")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("no value begins here") }
    index += word.utf8.count
    return value
  }

  // MARK: - Objects and lists

  private mutating func entries(depth: Int) throws(JSONFault) -> [(String, JSONValue)] {
    var entries: [(String, JSONValue)] = []
    index += 1
    skipBlanks()
    if take("}") { return entries }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw fault("a key in double quotes must follow") }
      let key = try string()
      if entries.contains(where: { $0.0 == key }) { throw fault("the key '\(key)' stands twice") }
      skipBlanks()
      guard take(":") else { throw fault("a colon must follow the key") }
      entries.append((key, try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return entries }
      guard take(",") else { throw fault("a comma or a closing brace must follow") }
    }
  }

  private mutating func items(depth: Int) throws(JSONFault) -> [JSONValue] {
    var items: [JSONValue] = []
    index += 1
    skipBlanks()
    if take("]") { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return items }
      guard take(",") else { throw fault("a comma or a closing bracket must follow") }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  // MARK: - Texts and numbers

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    while let byte = current {
      if byte == UInt8(ascii: "\"") {
        let text = String(validating: bytes[start..<index], as: UTF8.self)
        guard let text else { throw fault("the text is no UTF-8") }
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw fault("a control character must be escaped") }
      index += 1
    }
    throw fault("the quotes never close")
  }

  /// A text with escapes in it; the position is at the first of them.
  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var text = Array(bytes[start..<index])
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw fault("the text is no UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"): text += try escaped().utf8
      case 0..<0x20: throw fault("a control character must be escaped")
      default: text.append(byte)
      }
    }
    throw fault("the quotes never close")
  }

  private mutating func escaped() throws(JSONFault) -> String {
    guard let byte = current else { throw fault("the quotes never close") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fault("no escape is written like this")
    }
    let first = try unit()
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault("half a character is escaped") }
      return String(scalar)
    }
    guard take("\\"), take("u") else { throw fault("half a character is escaped") }
    let second = try unit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half a character is escaped") }
    return String(scalar)
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits must follow")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = index
    _ = take("-")
    let zero = current == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !zero || whole == 1 else { throw fault("no number is written like this") }
    if take("."), digits() == 0 { throw fault("no number is written like this") }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard digits() > 0 else { throw fault("no number is written like this") }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = current, byte &- 0x30 < 10 { index += 1 }
    return index - start
  }
}
