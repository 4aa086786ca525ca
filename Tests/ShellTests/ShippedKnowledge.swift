import Foundation
import KnowledgeLoading
import PolicyModel
import QuestionRouting
import Testing

@testable import Shell

/// The knowledge of this project, loaded once.
enum ShippedKnowledge {
  static let loaded = KnowledgeLoader.load(folder: folder)

  /// The same, to be loaded in parts.
  static let copy = KnowledgeCopy(folder: folder)

  /// What understands questions, made once.
  static let router = KnowledgeLoader.loadWords(folder: folder).words.map { QuestionRouter($0) }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Knowledge").path

  /// A dialogue on a fixed day, after these lines were typed.
  static func state(organisation: String? = nil, after lines: [String] = []) throws -> ShellState {
    let knowledge = try #require(loaded.knowledge, "\(loaded.diagnostics)")
    let today = try #require(CalendarDate("2026-11-21"))
    var state = ShellState(
      knowledge, organisation: organisation.map { Identifier($0) }, today: today,
      understand: { router })
    for line in lines { _ = state.handle(line) }
    return state
  }
}
