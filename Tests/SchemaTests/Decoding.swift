import Diagnostics
import Foundation
import PolicyModel
import YAMLReading

@testable import KnowledgeLoading
@testable import Scenarios

/// The kinds of files with their shapes, and what the decoders say to a text.
enum Decoding {
  /// The shapes of all kinds, a scenario's too.
  static let shapes: [String: MappingShape] = {
    let kinds = KnowledgeFileKind.allCases.map { ($0.rawValue, $0.shape) }
    return Dictionary(uniqueKeysWithValues: kinds + [("scenario", ScenarioShape.scenario)])
  }()

  static let kinds = shapes.keys.sorted()

  private static let places = [
    "facts": "facts.yaml", "topics": "topics.yaml", "invariants": "invariants.yaml",
    "words": "words.yaml", "organisation": "council/organisation.yaml",
    "document": "council/\(Sample.name).yaml", "rules": "council/rules/\(Sample.name).yaml",
  ]

  /// What is wrong with a text of a kind; the other files are samples.
  static func diagnostics(_ kind: String, _ text: String, takesSecond: Bool) throws -> [Diagnostic]
  {
    if kind == "scenario" {
      let file = ScenarioFile(name: "a.yaml", bytes: Array(text.utf8))
      return ScenarioSet(
        [file], knowledge: Knowledge(facts: [], topics: [], organisations: [])
      ).diagnostics
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "askfirst-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/council/rules", withIntermediateDirectories: true)
    for (other, place) in places {
      let own = Sample(takesSecond: takesSecond).text(shapes[other] ?? MappingShape([]))
      try (other == kind ? text : own).write(
        toFile: "\(folder)/\(place)", atomically: true, encoding: .utf8)
    }
    let file = "\(folder)/\(places[kind] ?? "")"
    let found =
      kind == "words"
      ? KnowledgeLoader.loadWords(folder: folder).diagnostics
      : KnowledgeLoader.load(folder: folder).diagnostics
    return found.filter { $0.location.file == file }
  }
}
