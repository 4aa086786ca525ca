import Diagnostics
import PolicyModel

/// The scenarios of some files.
public struct ScenarioSet: Sendable {
  /// In the order of the files, and of each file.
  public let scenarios: [Scenario]
  /// All that is wrong with the files, in the order of files and lines.
  public let diagnostics: [Diagnostic]

  /// Reads files; what is wrong with one does not hide the others.
  public init(_ files: [ScenarioFile], knowledge: Knowledge) {
    var decoder = ScenarioDecoder(knowledge)
    var scenarios: [Scenario] = []
    var diagnostics: [Diagnostic] = []
    let facts = Set(knowledge.facts.map(\.id.text))
    for file in files {
      let (documents, faults) = file.documents(facts: facts)
      decoder.report(faults)
      if documents.isEmpty, faults.isEmpty {
        decoder.report([.noScenarios(at: SourceLocation(file: file.name))])
      }
      for document in documents {
        if let scenario = decoder.scenario(from: document) { scenarios.append(scenario) }
      }
      diagnostics += decoder.finishFile()
    }
    self.scenarios = scenarios
    self.diagnostics = diagnostics.sorted()
  }
}

/// Which scenarios of a set are tried.
public struct ScenarioFilter: Sendable {
  /// A part of the name, small letters and capitals alike.
  public var name: String?
  public var organisation: Identifier<Organisation>?
  public var topic: Identifier<Topic>?
  public var tag: String?

  public init(
    name: String? = nil, organisation: Identifier<Organisation>? = nil,
    topic: Identifier<Topic>? = nil, tag: String? = nil
  ) {
    self.name = name
    self.organisation = organisation
    self.topic = topic
    self.tag = tag
  }

  public func admits(_ scenario: Scenario) -> Bool {
    (name.map { scenario.name.lowercased().contains($0.lowercased()) } ?? true)
      && (organisation.map { scenario.organisation == $0 } ?? true)
      && (topic.map { scenario.topic == $0 } ?? true)
      && (tag.map { scenario.tags.contains($0) } ?? true)
  }
}
