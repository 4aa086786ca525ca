import DecisionEngine
import PolicyModel
import Testing

@testable import Authoring

/// The comparison against brute force over all cases of generated knowledge.
@Suite struct TopicComparisonTests {
  /// Two organisations with rules of their own on one topic.
  private static func knowledge(_ seed: Int) throws -> Knowledge {
    let sides = DecisionDifferenceTests.sides(seed)
    let organisations = try [(sides.old, "council"), (sides.new, "town")].map { side, id in
      let own = try #require(side.organisations.first)
      return Organisation(
        id: Identifier(id), name: id, documents: own.documents, contacts: own.contacts,
        fallbacks: own.fallbacks, rules: own.rules)
    }
    return Knowledge(
      facts: sides.old.facts, topics: sides.old.topics, organisations: organisations)
  }

  private static func comparison(_ seed: Int) throws -> TopicComparison {
    let knowledge = try knowledge(seed)
    return try #require(TopicComparison(of: knowledge.topics[0], in: knowledge))
  }

  /// What is told first in each organisation.
  private static func told(
    _ comparison: TopicComparison, _ replies: [Identifier<Fact>: Reply]
  ) -> [[String]] {
    comparison.tables.map { table in
      let answer = table.answer(to: replies)
      let advice = answer.deciding.first?.advice
      return [answer.verdict.rawValue, advice?.say ?? ""]
        + (advice?.citations ?? []).map(\.description)
        + (answer.verdict == .silent ? table.fallback.citations.map(\.description) : [])
    }
  }

  private static func told(_ situation: TopicComparison.Situation) -> [[String]] {
    situation.told.map {
      [$0.verdict.rawValue, $0.advice.say] + $0.citations.map(\.description)
    }
  }

  @Test(arguments: 0..<60) func everyCaseIsInOneOfTheSituations(_ seed: Int) throws {
    let comparison = try Self.comparison(seed)
    let brute = Set(CoverageTests.cases.map { Self.told(comparison, $0) })
    #expect(Set(comparison.situations.map(Self.told)) == brute)
    #expect(comparison.situations.count == brute.count, "each of them once")
    let sum = comparison.situations.compactMap(\.count).reduce(0, +)
    #expect(sum == comparison.cases)
  }

  @Test(arguments: 0..<60) func theFactsNamedAreEnough(_ seed: Int) throws {
    let comparison = try Self.comparison(seed)
    let examples = comparison.examples(of: comparison.situations)
    for (situation, known) in zip(comparison.situations, examples) {
      let cases = CoverageTests.cases.filter { one in
        known.allSatisfy { fact, reply in one[fact] == reply }
      }
      #expect(!cases.isEmpty)
      for one in cases { #expect(Self.told(comparison, one) == Self.told(situation)) }
    }
  }

  @Test(arguments: 0..<60) func disagreementsComeFirstAndNoVerdictsTwiceBeforeOthers(
    _ seed: Int
  ) throws {
    let comparison = try Self.comparison(seed)
    let differs = comparison.situations.map(\.differs)
    #expect(differs == differs.sorted { $0 && !$1 })
    let verdicts = comparison.disagreements.map { $0.told.map(\.verdict) }
    #expect(Set(verdicts.prefix(Set(verdicts).count)).count == Set(verdicts).count)
  }

  @Test func aTopicThatNobodyHasRulesOnIsNotCompared() throws {
    let knowledge = try Self.knowledge(1)
    #expect(TopicComparison(of: Topic(id: "x", title: "X", facts: []), in: knowledge) == nil)
  }
}
