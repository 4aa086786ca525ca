import DecisionEngine
import Diagnostics
import Foundation
import GrownKnowledge
import KnowledgeLoading
import PolicyModel
import QuestionRouting
import Testing

/// The knowledge that growth is measured with is knowledge like any other.
@Suite struct GrownKnowledgeTests {
  /// Small knowledge that has one of everything; the shipped one is grown by `.ci/benchmark`.
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Kitchen").path

  /// So many copies of topics that there are three of their facts.
  private static let topics = 2 * GrownKnowledge.topicsSharingFacts + 1

  /// Three times the organisations, and many times the topics.
  private static func grow(_ folder: String) throws -> GrownKnowledge.Size {
    var grown = GrownKnowledge(of: small, organisations: 3, topics: topics)
    return try grown.write(to: folder)
  }

  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  @Test func itLoadsWithoutAFaultAndIsAsLargeAsWasAsked() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let size = try Self.grow(folder)
    let loaded = KnowledgeLoader.load(folder: folder)
    #expect(loaded.diagnostics.map(\.description) == [])
    let one = try #require(KnowledgeLoader.load(folder: Self.small).knowledge)
    let many = try #require(loaded.knowledge)
    #expect(many.topics.count == one.topics.count * Self.topics)
    #expect(many.organisations.count == one.organisations.count * 3)
    #expect(many.facts.count == one.facts.count * 3)
    #expect(clauses(many) == clauses(one) * 3 * Self.topics)
    #expect(size.files == 4 + Self.topics + 3 * (1 + 2 * Self.topics))
  }

  private func clauses(_ knowledge: Knowledge) -> Int {
    knowledge.organisations.flatMap(\.documents).reduce(0) { $0 + $1.clauses.count }
  }

  @Test func aCopyOfATopicIsAnsweredAsTheTopicIsFromClausesOfItsOwn() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Self.grow(folder)
    let one = try #require(KnowledgeLoader.load(folder: Self.small).knowledge)
    let many = try #require(KnowledgeLoader.load(folder: folder).knowledge)
    let last = Self.topics - 1
    let original = try #require(DecisionTable(one, organisation: "kitchen", topic: "pans"))
    let copy = try #require(
      DecisionTable(many, organisation: "kitchen-2", topic: Identifier("pans-\(last)")))
    #expect(copy.facts.map(\.id.text) == original.facts.map { "\($0.id)-2" })
    for (fact, same) in zip(original.facts, copy.facts) {
      for option in fact.options {
        let answer = original.answer(to: [fact.id: .options([option.id])])
        let other = copy.answer(to: [same.id: .options([option.id])])
        #expect(other.possibleVerdicts == answer.possibleVerdicts)
        #expect(cited(other) == cited(answer).map { $0.replacing("rules", with: "rules-\(last)") })
      }
    }
  }

  private func cited(_ answer: Answer) -> [String] {
    let advice = answer.findings.map(\.advice) + answer.undecided.map(\.advice)
    return advice.flatMap(\.allCitations).map(\.description)
  }

  @Test func copiesOfATopicAreToldApartByTheirWords() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Self.grow(folder)
    let knowledge = KnowledgeLoader.load(folder: folder).knowledge
    let loaded = KnowledgeLoader.loadWords(folder: folder, checkingAgainst: knowledge)
    #expect(loaded.diagnostics.map(\.description) == [])
    let words = try #require(loaded.words)
    let router = QuestionRouter(words)
    #expect(words.questions.count == Self.topics)
    for questions in words.questions {
      let sentence = try #require(questions.examples.texts.last)
      #expect(router.route(sentence).candidates.first?.topic == questions.topic)
    }
  }

  @Test func theSameNumbersGiveTheSameBytes() throws {
    let again = folder + "-again"
    defer { for one in [folder, again] { try? FileManager.default.removeItem(atPath: one) } }
    _ = try Self.grow(folder)
    _ = try Self.grow(again)
    #expect(FileManager.default.contentsEqual(atPath: folder, andPath: again))
  }
}
