import Diagnostics
import YAMLReading

/// A file of scenarios, as its text.
public struct ScenarioFile: Sendable {
  /// The file as it is shown to people.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The endings of files that hold scenarios.
  public static let endings = [".yaml", ".yml", ".csv"]

  /// Whether it is a table with a row for each scenario.
  var isTable: Bool { name.lowercased().hasSuffix(".csv") }

  /// What it says of each scenario, in the same form for both kinds of files.
  ///
  /// The columns of a table can be named after the given facts, or after any where none are given.
  func documents(facts: Set<String>? = nil) -> (documents: [YAMLNode], diagnostics: [Diagnostic]) {
    if isTable { return ScenarioTable.documents(bytes, file: name, facts: facts) }
    let (documents, diagnostics) = YAMLReader.readAll(bytes, file: name)
    return (documents.filter { !$0.isNothing }, diagnostics)
  }
}
