/// Texts as they are written into YAML, whatever stands in them.
enum YAMLText {
  /// A text as one scalar, in quotation marks unless it can do without.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A key of a mapping; those that begin with a digit stand in quotation marks, as ours do.
  static func key(_ text: String) -> String { scalar(text) }

  private static func isPlain(_ text: String) -> Bool {
    // A plain null is read as nothing at all.
    guard let first = text.unicodeScalars.first, first.isLetter, text.last != " ",
      text.lowercased() != "null"
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isLetter || " -./()0123456789".unicodeScalars.contains($0)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }

  /// Whether every reader of YAML takes the character as it stands, and a person can see it.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
