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

  /// What it says of one scenario.
  struct Document {
    let root: YAMLNode
    /// Whether something of it could not be read, so that it may say less than was meant.
    var isFaulty = false
  }

  /// What it says of each scenario, in the same form for both kinds of files.
  ///
  /// The columns of a table can be named after the given facts, or after any where none are given.
  func documents(
    facts: Set<String>? = nil
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    if isTable { return ScenarioTable.documents(bytes, file: name, facts: facts) }
    let (roots, diagnostics, faulty) = YAMLReader.readAll(bytes, file: name)
    let documents = roots.enumerated().map {
      Document(root: $0.element, isFaulty: faulty.contains($0.offset))
    }
    return (documents.filter { !$0.root.isNothing }, diagnostics)
  }
}
