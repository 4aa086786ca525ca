import Glibc

/// The signs that libyaml takes for ends of lines, as YAML 1.1 did: YAML 1.2 and editors do not.
///
/// Text that is pasted from elsewhere has them. So libyaml is handed other characters in their place,
/// which no text should hold, and they are put back into what it has read. Columns stay what they are.
enum LineSigns {
  private static let standIns: [(sign: Unicode.Scalar, standIn: Unicode.Scalar)] = [
    ("\u{85}", "\u{1FFFE}"), ("\u{2028}", "\u{1FFFF}"), ("\u{2029}", "\u{2FFFE}"),
  ]

  /// A text in UTF-8 without these signs; nil for one that has none, as nearly all.
  static func hidden(in bytes: [UInt8]) -> [UInt8]? {
    guard areIn(bytes) else { return nil }
    return exchanged(bytes) { scalar in
      standIns.first { $0.sign == scalar }?.standIn ?? scalar
    }
  }

  /// A text in UTF-8 with the signs put back.
  static func shown(_ bytes: some Collection<UInt8>) -> [UInt8] {
    exchanged(bytes) { scalar in standIns.first { $0.standIn == scalar }?.sign ?? scalar }
  }

  /// Whether one of the signs stands in a text, by the bytes with which they begin.
  private static func areIn(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { text in
      guard let start = text.baseAddress else { return false }
      for first in [UInt8(0xC2), 0xE2] {
        var place = 0
        while let found = unsafe memchr(start + place, Int32(first), text.count - place) {
          place = unsafe UnsafeRawPointer(found) - start + 1
          let rest = unsafe text[place...].prefix(2)
          let isSign =
            first == 0xC2
            ? unsafe rest.first == 0x85
            : unsafe rest.elementsEqual([0x80, 0xA8])
              || rest.elementsEqual([0x80, 0xA9])
          if isSign { return true }
        }
      }
      return false
    }
  }

  private static func exchanged(
    _ bytes: some Collection<UInt8>, _ exchange: (Unicode.Scalar) -> Unicode.Scalar
  ) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      scalars.append(exchange(scalar))
    }
    return Array(String(scalars).utf8)
  }
}
