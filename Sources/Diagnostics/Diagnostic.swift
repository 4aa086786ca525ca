/// Something that is wrong with a file, told to the person who wrote it.
///
/// Messages are lower case without a final stop, ids stand in single quotes, one fault gives one
/// diagnostic, and what to do about it stands in the hint alone.
public struct Diagnostic: Hashable, Sendable {
  /// Whether the input can still be used.
  public enum Severity: String, Hashable, Sendable {
    /// The input cannot be used, or would give wrong advice.
    case error
    /// The input can be used, and somebody should look at it.
    case warning
  }

  /// A second place that explains the fault.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let location: SourceLocation

    public init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  public let code: DiagnosticCode
  public let message: String
  public let location: SourceLocation
  public let notes: [Note]
  /// How to mend it, if that can be said.
  public let hint: String?

  public init(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation, notes: [Note] = [],
    hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.notes = notes
    self.hint = hint
  }

  public var severity: Severity { code.severity }
}

extension Diagnostic: Comparable {
  /// By place, then code, then words: the order is the same on every run.
  public static func < (left: Self, right: Self) -> Bool {
    (left.location, left.code.rawValue, left.message)
      < (right.location, right.code.rawValue, right.message)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as `file:line:column: error: what [code]`, with notes and hint below it.
  public var description: String {
    var lines = ["\(location): \(severity.rawValue): \(message) [\(code.rawValue)]"]
    lines += notes.map { "\($0.location): note: \($0.message)" }
    if let hint { lines.append("  hint: \(hint)") }
    return lines.map(Self.printable).joined(separator: "\n")
  }

  /// The text with control and direction characters and what is no character spelt out.
  ///
  /// Names from a hostile file must not reach a terminal raw, where they could move the cursor or
  /// turn the reading order.
  public static func printable(_ text: String) -> String {
    // Nearly every text is shown as it is.
    guard text.unicodeScalars.contains(where: isSpeltOut) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isSpeltOut(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpeltOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: return scalar.value < 0x20 || scalar.value == 0x7F
    // Dashes, quotation marks and the like, which most pages have.
    case 0x2010...0x2027: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
    // Such as U+FFFE, which no XML may hold.
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
