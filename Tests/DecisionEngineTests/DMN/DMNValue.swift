import Foundation

/// What the reader cannot take, in words for the report.
struct Unsupported: Error, Hashable {
  let reason: String
}

/// A value of a published table or test case.
indirect enum DMNValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case truth(Bool)
  /// DMN's null.
  case nothing
  case list([DMNValue])
  case structure([String: DMNValue])
  /// A value of a type that no supported table can compare.
  case foreign(String)

  /// The value of a literal in an expression: a string in quotes, a number, true, false or null.
  init(literal: String) throws(Unsupported) {
    let text = literal.trimmingCharacters(in: .whitespacesAndNewlines)
    switch text {
    case "true": self = .truth(true)
    case "false": self = .truth(false)
    case "null": self = .nothing
    default:
      if let string = Self.unquoted(text) {
        self = .text(string)
      } else if let number = Self.number(text) {
        self = .number(number)
      } else {
        throw Unsupported(reason: "an expression that is no literal")
      }
    }
  }

  static func number(_ text: String) -> Double? {
    // What Swift takes beyond the digits of FEEL, such as "nan" or "0x1", is no number there.
    text.wholeMatch(of: /[-+]?[0-9]*\.?[0-9]+/) == nil ? nil : Double(text)
  }

  private static func unquoted(_ text: String) -> String? {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
    var string = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if isEscaped {
        // Of the escapes only these two stand for themselves.
        guard character == "\"" || character == "\\" else { return nil }
        string.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return nil
      } else {
        string.append(character)
      }
    }
    return isEscaped ? nil : string
  }

  /// The value below an element of a test case: a value, a list or components.
  init(casesElement element: Markup) {
    if let list = element["list"] {
      let isNil = list.attributes["xsi:nil"] == "true"
      self = isNil ? .nothing : .list(list.all("item").map(DMNValue.init(casesElement:)))
    } else if !element.all("component").isEmpty {
      let parts = element.all("component").map {
        ($0.attributes["name"] ?? "", DMNValue(casesElement: $0))
      }
      self = .structure(Dictionary(parts, uniquingKeysWith: { first, _ in first }))
    } else if let value = element["value"], value.attributes["xsi:nil"] != "true" {
      self = Self.typed(value.text, value.attributes["xsi:type"])
    } else {
      self = .nothing
    }
  }

  private static func typed(_ text: String, _ type: String?) -> DMNValue {
    let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch type?.split(separator: ":").last {
    case "string", nil: return .text(text)
    case "boolean": return ["true", "1"].contains(plain) ? .truth(true) : .truth(false)
    case "decimal", "double", "float", "integer", "int", "long":
      return Double(plain).map { .number($0) } ?? .foreign("a number written '\(plain)'")
    case .some(let type): return .foreign("a value of type \(type)")
    }
  }

  /// The part of a structure that a path leads to, nil if there is none.
  subscript(path path: ArraySlice<Substring>) -> DMNValue? {
    guard let first = path.first else { return self }
    guard case .structure(let parts) = self else { return nil }
    return parts[String(first)]?[path: path.dropFirst()]
  }

  /// Whether two results are the same; numbers may differ by what rounding does to them.
  func agrees(with other: DMNValue) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): abs(one - two) <= 1e-9 * max(1, abs(one))
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.agrees(with: $1) }
    case (.structure(let one), .structure(let two)):
      one.keys == two.keys && one.allSatisfy { two[$0.key]?.agrees(with: $0.value) == true }
    default: self == other
    }
  }
}
