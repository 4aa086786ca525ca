import Authoring
import Foundation
import KnowledgeLoading
import PolicyModel
import Testing

/// The originals of the shipped documents, which are no part of the project, read by guesses alone.
@Suite struct DocumentImportTests {
  /// The folder of the originals as plain text; without it there is nothing to measure.
  static let folder = ProcessInfo.processInfo.environment["ASKFIRST_ORIGINALS"]

  @Test(.enabled(if: folder != nil, "ASKFIRST_ORIGINALS names no folder of originals"))
  func nearlyAllClausesOfTheOriginalsGetTheirIds() throws {
    let folder = try #require(Self.folder)
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    let knowledge = try #require(
      KnowledgeLoader.load(folder: ShippedTopic.folder).knowledge)
    for organisation in knowledge.organisations {
      for document in organisation.documents {
        let wanted = document.clauses
        // A part counts only if the words by which the clause is found stand in it.
        let found = texts.map { text in
          let read = ImportedDocument(text, id: document.id.text)
          return wanted.values.count { read.has($0.anchor, in: $0.id) }
        }
        let best = try #require(found.max())
        let share = Double(best) / Double(wanted.count)
        #expect(share >= 0.95, "\(organisation.id) \(document.id): \(best) of \(wanted.count)")
      }
    }
  }
}
