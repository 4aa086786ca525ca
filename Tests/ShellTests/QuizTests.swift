import DecisionEngine
import Foundation
import KnowledgeLoading
import PolicyModel
import Presentation
import Scenarios
import Testing

@testable import Shell

/// Quizzes made of the shipped scenarios.
@Suite struct QuizTests {
  private static let scenarios: [Scenario] = {
    guard let knowledge = ShippedKnowledge.loaded.knowledge else { return [] }
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Knowledge/scenarios")
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        ScenarioFile(name: name, bytes: Array($0))
      }
    }
    return ScenarioSet(files, knowledge: knowledge).scenarios
  }()

  private func quiz(_ count: Int, seed: UInt64, from scenarios: [Scenario] = scenarios) throws
    -> Quiz
  {
    let knowledge = try #require(ShippedKnowledge.loaded.knowledge)
    return Quiz(scenarios, knowledge: knowledge, count: count, seed: seed)
  }

  private func text(_ quiz: Quiz) -> [String] {
    quiz.rounds.map { PageRenderer().render($0.page(number: 1, of: 1)) }
  }

  @Test func aSeedMakesTheSameQuizWhateverTheOrderOfTheFiles() throws {
    let first = try text(quiz(10, seed: 3))
    #expect(first == (try text(quiz(10, seed: 3, from: Self.scenarios.reversed()))))
    #expect(first != (try text(quiz(10, seed: 4))))
    #expect(Set(first).count == 10)
  }

  @Test(arguments: 1...12)
  func thePairsComeLaterAndTellWhatChanged(_ count: Int) throws {
    let quiz = try quiz(count, seed: UInt64(count))
    #expect(quiz.rounds.count == count)
    let isPair = text(quiz).map { $0.contains("before one thing changed") }
    let half = (count + 1) / 2
    #expect(
      isPair == Array(repeating: false, count: half) + Array(repeating: true, count: count - half))
  }

  @Test func inAPairTheVerdictIsAnother() throws {
    for round in try quiz(40, seed: 5).rounds {
      for contrast in round.contrasts { #expect(contrast.answer.verdict != round.answer.verdict) }
    }
  }

  @Test func theScoreCountsWhatWasFound() throws {
    var quiz = try quiz(6, seed: 9)
    for (number, round) in quiz.rounds.enumerated() {
      let right = round.answer.verdict
      let wrong = VerdictChoice.all.first { $0 != right }
      let page = PageRenderer().render(quiz.take([right, wrong, nil][number % 3]))
      #expect(page.hasPrefix(["Right: ", "You chose ", "The answer is "][number % 3]), "\(page)")
    }
    #expect(quiz.score == 2 && quiz.played == 6 && quiz.current == nil)
    #expect(quiz.take(.no).isEmpty && quiz.played == 6)
  }

  @Test func fewScenariosMakeAShortQuizAndNoneNone() throws {
    let one = Array(Self.scenarios.filter { $0.name.hasPrefix("A client's mother") }.prefix(1))
    // The case itself, and the one pair that it makes.
    #expect(try quiz(10, seed: 1, from: one).rounds.count == 2)
    #expect(try quiz(10, seed: 1, from: []).rounds.isEmpty)
  }

  @Test(arguments: [
    ("1", Verdict.act), ("2", .no), ("ask first", .askFirst), ("YES IF", .yesIf), ("5", .yes),
    ("silent", .silent), ("7", .note),
  ])
  func aVerdictIsChosenByNumberOrWords(_ typed: String, _ verdict: Verdict) {
    #expect(VerdictChoice.named(typed) == verdict)
    #expect(VerdictChoice.named("8") == nil && VerdictChoice.named("maybe") == nil)
  }
}
