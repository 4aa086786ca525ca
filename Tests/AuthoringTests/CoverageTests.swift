import DecisionEngine
import PolicyModel
import Testing

@testable import Authoring

/// Coverage against brute force over all cases of generated knowledge.
@Suite struct CoverageTests {
  private typealias Replies = [Identifier<Fact>: Reply]

  /// Every case in which each fact is known.
  static let cases: [[Identifier<Fact>: Reply]] = DecisionDifferenceTests.facts.reduce([[:]]) {
    cases, fact in
    let ids = fact.options.map(\.id)
    var values = ids.map { [$0] }
    if fact.kind == .several {
      let ticks = ids.filter { $0 != Option.exclusive }
      values = (1..<1 << ticks.count).map { bits in
        ticks.indices.filter { bits >> $0 & 1 == 1 }.map { ticks[$0] }
      }
      if ids.contains(Option.exclusive) { values.append([Option.exclusive]) }
    }
    return cases.flatMap { known in
      values.map { known.merging([fact.id: .options($0)]) { $1 } }
    }
  }

  private static func coverage(_ knowledge: Knowledge, _ cases: [Replies] = []) -> KnowledgeCoverage
  {
    KnowledgeCoverage(
      of: knowledge,
      by: cases.map { Case(organisation: "council", topic: "topic", facts: $0) })
  }

  @Test(arguments: 0..<60) func whatCanBeReachedIsFoundOut(_ seed: Int) throws {
    let knowledge = DecisionDifferenceTests.sides(seed).new
    let topic = try #require(Self.coverage(knowledge, Self.cases).topics.first)
    for kind in [CaseCoverage.Kind.rules, .clauses] {
      #expect(topic.missed(kind).isEmpty, "\(topic.missed(kind))")
    }
    let met = Set(Self.cases.flatMap { topic.table.answer(to: $0).findings.compactMap(\.rule) })
    let rules = topic.table.topicRules.rules.map(\.id)
    #expect(topic.unreachable == rules.filter { !met.contains($0) })
  }

  @Test func followingTheSuggestionsReachesAllThatCanBe() throws {
    let rest = try (0..<30).map(missedAfterSuggestions)
    for missed in rest { #expect(!missed.contains { $0.kind == .rules || $0.kind == .clauses }) }
    // A fact that matters in few cases may not be found to matter.
    #expect(rest.count { !$0.isEmpty } <= 3, "\(rest.count { !$0.isEmpty }) of 30")
  }

  /// What some case reaches, and none of those that are suggested one after the other.
  private func missedAfterSuggestions(_ seed: Int) throws -> Set<CaseCoverage.Goal> {
    let knowledge = DecisionDifferenceTests.sides(seed).new
    let all = try #require(Self.coverage(knowledge, Self.cases).topics.first).reached
    var cases: [Replies] = []
    while let found = Self.coverage(knowledge, cases).suggestion() {
      let before = try #require(Self.coverage(knowledge, cases).topics.first).reached
      cases.append(found.replies)
      let after = try #require(Self.coverage(knowledge, cases).topics.first).reached
      #expect(after.subtracting(before) == Set(found.gained))
      #expect(!found.gained.isEmpty && cases.count < 60)
      #expect(found.table.nextFact(after: found.replies) == nil)
      #expect(found.table.answer(to: found.replies).notSure.isEmpty)
      guard cases.count < 60 else { break }
    }
    return all.subtracting(try #require(Self.coverage(knowledge, cases).topics.first).reached)
  }

  @Test func aSuggestionIsAsGoodAsTheBestSingleCase() throws {
    var shortfalls = 0
    for seed in 0..<60 {
      let knowledge = DecisionDifferenceTests.sides(seed).new
      let topic = try #require(Self.coverage(knowledge).topics.first)
      let best = Self.cases.map { topic.goals(reachedBy: $0).count }.max() ?? 0
      let found = try #require(Self.coverage(knowledge).suggestion())
      #expect(found.gained.count <= best)
      // Greedy is not always best, but it has to be near.
      if found.gained.count < best { shortfalls += 1 }
      #expect(found.gained.count * 10 >= best * 7, "seed \(seed): \(found.gained.count) of \(best)")
    }
    #expect(shortfalls < 20, "\(shortfalls) of 60")
  }

  @Test func listsAreTickedSparinglyUnlessNothingElseIsLeft() throws {
    let options = (1...5).map { Option(id: Identifier("o\($0)"), label: "o") }
    let list = Fact(id: "list", question: "?", kind: .several, options: options)
    func rule(_ id: Identifier<Rule>, _ ticks: [Identifier<Option>]) -> Rule {
      Rule(
        id: id, condition: .all(ticks.map { .fact("list", isAnyOf: [$0]) }),
        advice: Advice(verdict: .no, say: "No."))
    }
    let rules = options.map { rule(Identifier("r\($0.id)"), [$0.id]) }
    let few = try #require(
      Self.coverage(DecisionDifferenceTests.knowledge(rules, facts: [list])).suggestion())
    #expect(few.replies["list"] == .options(["o1", "o2", "o3"]))
    let all = DecisionDifferenceTests.knowledge(
      [rule("all", options.map(\.id))], facts: [list])
    let known: [Replies] = [
      ["list": .options(["o1", "o2", "o3"])], ["list": .options(["o4", "o5"])],
    ]
    let many = try #require(Self.coverage(all, known).suggestion())
    #expect(many.gained.contains(.rule("all")))
    #expect(many.replies["list"] == .options(options.map(\.id)))
  }

  @Test func whatIsNotKnownAndWhatIsNotAskedReachesNothing() throws {
    let rule = KnowledgeChecksTests.large
    let topic = CaseCoverage(
      try #require(
        DecisionTable(
          KnowledgeChecksTests.knowledge([rule]), organisation: "council", topic: "topic")))
    #expect(topic.goals(reachedBy: ["size": .notSure]) == [])
    #expect(
      topic.goals(reachedBy: ["size": .options(["large"]), "wet": .options(["no"])])
        == topic.goals(reachedBy: ["size": .options(["large"])]))
    #expect(
      topic.goals(reachedBy: ["size": .options(["large"])]) == [
        .rule("large"), .condition(rule.condition, isSo: true), .option("size", "large"),
        .clause(Citation(document: "policy", clause: "1")),
      ])
    #expect(
      topic.goals(reachedBy: ["size": .options(["small"])]) == [
        .rule(nil), .condition(rule.condition, isSo: false), .option("size", "small"),
        .clause(Citation(document: "policy", clause: "2")),
      ])
  }
}
