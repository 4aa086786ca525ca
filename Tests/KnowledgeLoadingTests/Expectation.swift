import Diagnostics
import FoundationEssentials

/// A diagnostic that a fixture says it gives.
///
/// It stands in a comment of the file that it is about, in the form
/// `expect-error K005 @+1:14 {part of the message} note {part} hint {part}`. A line with a sign is
/// counted from the comment, one without from the top of the file.
struct Expectation: CustomStringConvertible {
  let description: String
  let file: String
  let severity: String
  let code: String
  let line: Int
  let column: Int
  let message: String
  let note: String?
  let hint: String?

  /// All that the text of a file expects.
  static func all(in text: [String], file: String) -> [Expectation] {
    text.enumerated().filter { $0.element.contains("# expect-") }.flatMap { index, line in
      line.components(separatedBy: "# ").compactMap { comment in
        Expectation(comment, file: file, line: index + 1)
      }
    }
  }

  init?(_ comment: String, file: String, line number: Int) {
    let pattern =
      /^expect-(\w+) (\w+) @([+-]?)(\d+):(\d+) \{([^}]*)\}(?: note \{([^}]*)\})?(?: hint \{([^}]*)\})?/
    guard let match = comment.firstMatch(of: pattern)?.output, let offset = Int(match.4),
      let column = Int(match.5)
    else { return nil }
    description = "\(file): \(comment)"
    self.file = file
    severity = String(match.1)
    code = String(match.2)
    line =
      switch match.3 {
      case "+": number + offset
      case "-": number - offset
      default: offset
      }
    self.column = column
    message = String(match.6)
    note = match.7.map(String.init)
    hint = match.8.map(String.init)
  }

  func isMet(by fault: Diagnostic) -> Bool {
    fault.location
      == SourceLocation(file: file, position: SourcePosition(line: line, column: column))
      && fault.code.rawValue == code && fault.severity.rawValue == severity
      && fault.message.contains(message)
      && note.map { note in fault.notes.contains { $0.message.contains(note) } } ?? true
      && hint.map { fault.hint?.contains($0) == true } ?? true
  }
}
