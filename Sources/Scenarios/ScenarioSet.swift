import Diagnostics
import PolicyModel

/// The scenarios of some files.
public struct ScenarioSet: Sendable {
  /// In the order of the files, and of each file.
  public let scenarios: [Scenario]
  /// What cannot be tried, in the same order.
  public let faulty: [FaultyScenario]
  /// All that is wrong with the files, in the order of files and lines.
  public let diagnostics: [Diagnostic]

  /// Reads files; what is wrong with one does not hide the others.
  public init(_ files: [ScenarioFile], knowledge: Knowledge) {
    var decoder = ScenarioDecoder(knowledge)
    var scenarios: [Scenario] = []
    var faulty: [FaultyScenario] = []
    var diagnostics: [Diagnostic] = []
    let facts = Set(knowledge.facts.map(\.id.text))
    for file in files {
      let (documents, faults) = file.documents(facts: facts)
      decoder.report(faults)
      if documents.isEmpty, faults.isEmpty {
        decoder.report([.noScenarios(at: SourceLocation(file: file.name))])
      }
      var untried: [Int] = []
      for (number, document) in documents.enumerated() {
        // All that is wrong is told, also of one of which something has been read over.
        if let scenario = decoder.scenario(from: document.root), !document.isFaulty {
          scenarios.append(scenario)
        } else {
          untried.append(number)
        }
      }
      let told = decoder.finishFile()
      faulty += FaultyScenario.all(in: documents, faulty: untried, told)
      diagnostics += told
    }
    self.scenarios = scenarios
    self.faulty = faulty
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
