/// Values as they are written into YAML.
enum YAMLText {
  /// A text of one line, in quotes where it could be taken for something else.
  static func scalar(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain), let first = text.utf8.first, isLetterOrDigit(first),
      text.utf8.last != UInt8(ascii: " "), !meaning.contains(text.lowercased())
    {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator
        || scalar.properties.generalCategory == .privateUse
        || scalar.properties.isNoncharacterCodePoint:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || " -.()/?!'".utf8.contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Words that other programs take for a truth value or for nothing.
  private static let meaning: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "null", "y", "n",
  ]
}
