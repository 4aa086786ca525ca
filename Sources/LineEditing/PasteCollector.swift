/// The bytes between the marks a terminal puts around pasted text.
struct PasteCollector: Sendable {
  /// The most that one paste may bring; the rest of it is dropped.
  static let limit = 65_536

  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0
  private(set) var wasCut = false

  /// Takes one byte and answers whether it was the last of the mark that ends the paste.
  mutating func isComplete(after byte: UInt8) -> Bool {
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count
    }
    // Escape stands in the mark only once, so a failed match can begin anew only with this byte.
    for index in 0..<matched { keep(Self.endMark[index]) }
    matched = 0
    if byte == Self.endMark[0] { matched = 1 } else { keep(byte) }
    return false
  }

  /// The pasted text as one line, so that a paste never submits anything.
  var text: String {
    Composition.compose(CleanText.line(String(decoding: bytes.wholeScalars(wasCut), as: UTF8.self)))
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) } else { wasCut = true }
  }
}

extension [UInt8] {
  /// The bytes without a character at their end that a cut has halved.
  func wholeScalars(_ wasCut: Bool) -> ArraySlice<UInt8> {
    guard wasCut, let start = lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return self[...] }
    let length =
      switch self[start] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return start + length > count ? self[..<start] : self[...]
  }
}
