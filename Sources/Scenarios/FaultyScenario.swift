import Diagnostics
import YAMLReading

/// A scenario that cannot be tried as something is wrong with it, or a file of which that can be said.
public struct FaultyScenario: Sendable {
  /// Its name, nil where that cannot be told.
  public let name: String?
  public let location: SourceLocation
  /// What is wrong with it, as far as that is listed.
  public internal(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) {
    name = root["scenario"]?.text
    location = root.location
  }

  private init(fileOf diagnostic: Diagnostic) {
    name = nil
    location = diagnostic.location
    diagnostics = [diagnostic]
  }

  /// The faulty scenarios of a file with what is wrong with each, and the file where more is wrong.
  ///
  /// Given are all documents of the file, the numbers of those that cannot be tried, and what is wrong
  /// with the file, as far as it is listed.
  static func all(
    in documents: [ScenarioFile.Document], faulty: [Int], _ diagnostics: [Diagnostic]
  ) -> [FaultyScenario] {
    var scenarios = faulty.map { FaultyScenario(documents[$0].root) }
    var others: [FaultyScenario] = []
    for diagnostic in diagnostics {
      let place = diagnostic.location.position
      let number = documents.lastIndex { $0.root.location.position <= place }
      if let owner = faulty.firstIndex(where: { $0 == number }) {
        scenarios[owner].diagnostics.append(diagnostic)
      } else if others.isEmpty {
        others.append(FaultyScenario(fileOf: diagnostic))
      } else {
        others[0].diagnostics.append(diagnostic)
      }
    }
    return (scenarios + others).sorted { $0.location < $1.location }
  }
}
