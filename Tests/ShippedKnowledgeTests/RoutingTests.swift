import Authoring
import Foundation
import KnowledgeLoading
import PolicyModel
import QuestionRouting
import Testing

/// How well the shipped words understand questions that their authors never saw.
///
/// Three people wrote 224 questions on the topics each, in all manners of writing, and 70 on
/// something else, with what they state; a fourth wrote 203 on the topics. The first two tables were
/// used to find phrases for facts, the others only to measure: phrases that stand in them word for
/// word and nowhere else must not be added.
@Suite struct RoutingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static let knowledgeFolder = folder.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Knowledge").path

  private static let knowledge = KnowledgeLoader.load(folder: knowledgeFolder).knowledge

  private static let words = KnowledgeLoader.loadWords(
    folder: knowledgeFolder, checkingAgainst: knowledge
  ).words

  private static let router = words.map { QuestionRouter($0) }

  /// Every table measured, one after the other.
  private static let evaluations: [RoutingEvaluation] = {
    guard let knowledge, let router else { return [] }
    return ["one", "two", "three", "four", "five"].compactMap { name in
      let file = folder.appending(path: "Questions/\(name).tsv")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      let (questions, faults) = LabelledQuestion.read(
        text, file: file.path, topics: knowledge.topics)
      guard faults.isEmpty else { return nil }
      return RoutingEvaluation(questions, by: router, knowledge: knowledge)
    }
  }()

  private func share(
    of tables: Range<Int> = 0..<3, _ share: (RoutingEvaluation) -> RoutingEvaluation.Share
  ) throws -> Double {
    try #require(Self.evaluations.count == 5)
    let sum = Self.evaluations[tables].map(share).reduce(RoutingEvaluation.Share(), +)
    return try #require(sum.value)
  }

  @Test func theTopicIsFound() throws {
    #expect(try share(\.first) >= 0.84)
    #expect(try share(\.firstThree) >= 0.95)
    #expect(try share(\.sure) >= 0.95)
    #expect(try share(of: 3..<5, \.first) >= 0.75)
    #expect(try share(of: 3..<5, \.firstThree) >= 0.9)
  }

  @Test func whatIsNotCoveredIsRefusedAndLittleElse() throws {
    #expect(try share(\.refusedElsewhere) >= 0.92)
    #expect(try share(\.refusedTopics) <= 0.05)
  }

  @Test func whatIsHeardIsMostlyStated() throws {
    #expect(try share(\.factsRight) >= 0.95)
    #expect(try share(\.factsFound) >= 0.8)
    #expect(try share(of: 2..<4, \.factsRight) >= 0.93)
    #expect(try share(of: 2..<4, \.factsFound) >= 0.74)
    // The last table was written, and labelled, by somebody who has seen no phrase, and none was since
    // changed because of it.
    #expect(try share(of: 4..<5, \.factsRight) >= 0.88)
    #expect(try share(of: 4..<5, \.factsFound) >= 0.55)
  }

  @Test func everyTopicHasManyDifferentExamples() throws {
    let words = try #require(Self.words)
    let knowledge = try #require(Self.knowledge)
    #expect(Set(words.questions.map(\.topic)) == Set(knowledge.topics.map(\.id)))
    var seen: Set<String> = []
    for questions in words.questions {
      // Tell-tale words may tell of two topics.
      let lines = questions.examples.texts.map { $0.lowercased() }
        .filter { $0.split(separator: " ").count > 4 }
      #expect(Set(lines).count >= 60, "\(questions.topic)")
      #expect(Set(lines).isDisjoint(with: seen), "\(questions.topic)")
      seen.formUnion(lines)
    }
  }
}
