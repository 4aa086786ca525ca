/// Crockford's base 32: ten figures and 22 letters that are hard to mistake for each other.
///
/// Case is ignored, `I` and `L` are read as 1 and `O` as 0; `U` is no digit. A check symbol, the
/// number modulo 37, stands at the end. As 37 is a prime that divides neither a difference of two
/// digits nor 32 or 31, a single wrong symbol and a swap of neighbours always change it, whether
/// they touch the check symbol or not; of other mistakes it lets about one in 37 pass.
enum CrockfordBase32 {
  /// The 32 digits; the place of each is its value.
  static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// How many values a check symbol can have; those from 32 on have no digit.
  static let modulus = 37

  /// The value of a digit, or nil for any other character.
  static func value(of character: Character) -> Int? {
    switch character {
    case "O", "o": return 0
    case "I", "i", "L", "l": return 1
    default: break
    }
    guard character.isASCII, let capital = character.uppercased().first else { return nil }
    return digits.firstIndex(of: capital)
  }

  /// Whether a character only parts the symbols from each other, as blanks and hyphens do.
  ///
  /// Word processors turn hyphens into dashes and soft hyphens, which count alike.
  static func isSeparator(_ character: Character) -> Bool {
    if character.isWhitespace { return true }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return false
    }
    switch scalar.value {
    case 0x2D, 0xAD, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// The number that the digits write, modulo 37.
  static func check(_ values: [Int]) -> Int {
    values.reduce(0) { ($0 * 32 + $1) % modulus }
  }

  /// The digits of the values, which lie from 0 to 31, in groups of four.
  static func grouped(_ values: [Int]) -> String {
    var text = ""
    for (place, value) in values.enumerated() {
      if place > 0, place.isMultiple(of: 4) { text.append("-") }
      text.append(digits[value])
    }
    return text
  }
}
