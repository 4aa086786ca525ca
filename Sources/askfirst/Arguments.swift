import Diagnostics

/// An argument that makes no sense, with what to do about it.
struct UsageError: Error, Equatable {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// An option of the command line.
struct OptionDefinition: Sendable {
  let name: String
  let short: Character?
  /// What its value is called in help; nil if it takes none.
  let value: String?
  let summary: String

  init(_ name: String, short: Character? = nil, value: String? = nil, _ summary: String) {
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
  }

  /// The same option with the names that one command knows.
  func offering(_ names: String) -> OptionDefinition { saying(names) }

  /// The same option with what it does in one command.
  func saying(_ summary: String) -> OptionDefinition {
    OptionDefinition(name, short: short, value: value, summary)
  }

  static let help = OptionDefinition("help", short: "h", "show this help and exit")
  static let version = OptionDefinition("version", short: "V", "show the version and exit")
  static let knowledge = OptionDefinition(
    "knowledge", value: "DIR", "the folder of the knowledge")
  static let organisation = OptionDefinition(
    "organisation", value: "ID", "whose documents apply")
  static let fact = OptionDefinition(
    "fact", value: "NAME=VALUE",
    "a fact of the case; several values after commas, or not-sure; may be repeated")
  static let all = OptionDefinition("all", "show every situation, agreements too")
  static let format = OptionDefinition(
    "format", value: "NAME", "how the result looks, such as text")
  static let out = OptionDefinition(
    "out", value: "FILE", "write the result to FILE, whole or not at all")
  static let name = OptionDefinition(
    "name", value: "WORDS", "only scenarios with this in their name")
  static let topic = OptionDefinition("topic", value: "ID", "only scenarios on this topic")
  static let tag = OptionDefinition("tag", value: "WORD", "only scenarios with this tag")
  static let failFast = OptionDefinition("fail-fast", "stop at the first that fails")
  static let accept = OptionDefinition(
    "accept", "rewrite the expectations that fail, once their changes have been confirmed")
  static let yes = OptionDefinition("yes", short: "y", "confirm beforehand")
  static let fix = OptionDefinition(
    "fix", "take out what no advice hangs on, once the changes have been confirmed")
  static let verbose = OptionDefinition("verbose", "name every scenario, not only those that fail")
  static let fromTranscript = OptionDefinition(
    "from-transcript", value: "FILE",
    "turn the lines of a dialogue (- for standard input) into scenarios, and try them")
  static let strict = OptionDefinition("strict", "stop at the first line that is at fault")
  static let watch = OptionDefinition("watch", "check again whenever a file is saved")
  static let jsonLines = OptionDefinition("json-lines", "requests and events as lines of JSON")
  static let crossValidate = OptionDefinition(
    "cross-validate", "ask every fifth example of the rest, five times over")
  static let json = OptionDefinition("json", "print JSON")
  static let plain = OptionDefinition("plain", "no colour, no line editing, nothing redrawn")
  static let color = OptionDefinition("color", value: "WHEN", "auto, always or never")
  static let documents = OptionDefinition(
    "documents", value: "DIR", "the folder of the original documents as plain text")
  static let document = OptionDefinition(
    "document", value: "NAME", "the id of the document to import, else made of the file's name")
  static let check = OptionDefinition(
    "check", "try demo files without playing them: those named, or all that ship")
  static let noWait = OptionDefinition(
    "no-wait", "go through the demo at once, as a test with an exit status")
  static let pace = OptionDefinition(
    "pace", value: "WHO", "normal, or presenter: any key types the next character")
  static let seed = OptionDefinition(
    "seed", value: "NUMBER", "the same number gives the same run")
  static let notes = OptionDefinition(
    "notes", value: "FILE", "write the notes to FILE, or to the terminal of that name")
  static let record = OptionDefinition(
    "record", value: "FILE", "record the screen, what is typed included, as an asciicast")
  static let count = OptionDefinition("count", value: "NUMBER", "how many there shall be")
  static let asOf = OptionDefinition(
    "as-of", value: "DATE", "take DATE (such as 2026-01-31) for today")
}

/// The arguments of a command, taken apart as GNU programs do.
struct Arguments: Equatable {
  /// What stands beside the options.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes arguments apart.
  ///
  /// Options stand anywhere, with their value behind `=` or in the next argument; after `--`
  /// nothing is an option.
  init(_ arguments: [String], options: [OptionDefinition]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let (name, attached) = Self.split(argument)
      let option = options.first {
        "--\($0.name)" == name || $0.short.map { "-\($0)" == name } ?? false
      }
      guard let option else {
        throw UsageError(
          "unrecognised option '\(name)'",
          hint: SpellingSuggestion.hint(for: name, among: options.map { "--\($0.name)" }))
      }
      guard option.value != nil else {
        guard attached == nil else { throw UsageError("option '\(name)' takes no value") }
        values[option.name, default: []].append("")
        continue
      }
      guard let value = attached ?? rest.popFirst() else {
        throw UsageError("option '\(name)' needs a value")
      }
      values[option.name, default: []].append(value)
    }
  }

  func has(_ option: OptionDefinition) -> Bool { values[option.name] != nil }

  /// The last value given, as the last of several options counts.
  func value(of option: OptionDefinition) -> String? { values[option.name]?.last }

  func allValues(of option: OptionDefinition) -> [String] { values[option.name] ?? [] }

  private static func split(_ argument: String) -> (name: String, value: String?) {
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return (argument, nil)
    }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }
}
