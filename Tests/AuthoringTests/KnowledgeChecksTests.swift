import PolicyModel
import Testing

@testable import Authoring

@Suite struct KnowledgeChecksTests {
  static func advice(
    _ verdict: Verdict, cite clauses: [String] = ["1"], contacts: [String] = []
  ) -> Advice {
    Advice(
      verdict: verdict, say: "Say.",
      citations: clauses.map { Citation(document: "policy", clause: Identifier($0)) },
      contacts: contacts.map { Identifier($0) })
  }

  static func knowledge(
    _ rules: [Rule], invariants: [Invariant] = [], background: [String] = []
  ) -> Knowledge {
    let clauses = ["1", "2", "3"].map { id in
      Clause(
        id: Identifier(id), label: id, kind: "duty", force: .must, gist: "Gist.", anchor: "anchor",
        background: background.contains(id) ? "A heading." : nil)
    }
    let topic = TopicRules(
      topic: "topic", rules: rules, otherwise: Advice(verdict: .silent, say: "Nothing."),
      fallback: "all")
    let organisation = Organisation(
      id: "council", name: "Council",
      documents: [
        Document(
          id: "policy", title: "Policy",
          clauses: Dictionary(uniqueKeysWithValues: clauses.map { ($0.id, $0) }))
      ],
      contacts: [Contact(id: "boss", name: "Boss", purpose: "All")],
      fallbacks: [
        Fallback(
          id: "all", say: "Ask.", contacts: ["boss"],
          citations: [Citation(document: "policy", clause: "2")])
      ], rules: ["topic": topic])
    let facts = [
      Fact(
        id: "size", question: "Size?", kind: .one,
        options: ["small", "large"].map { Option(id: Identifier($0), label: $0) }),
      Fact(
        id: "wet", question: "Wet?", kind: .yesNo,
        options: ["yes", "no"].map { Option(id: Identifier($0), label: $0) }),
    ]
    return Knowledge(
      facts: facts, topics: [Topic(id: "topic", title: "Topic", facts: ["size", "wet"])],
      organisations: [organisation], invariants: invariants)
  }

  static let large = Rule(
    id: "large", condition: .fact("size", isAnyOf: ["large"]), advice: advice(.askFirst))

  @Test func everyClauseIsCitedOrMarkedOrReported() throws {
    let cited = try #require(Self.knowledge([Self.large]).organisations.first)
    #expect(ClauseAccounting(cited).unaccounted.map(\.clause) == ["3"])
    let marked = try #require(
      Self.knowledge([Self.large], background: ["2", "3"]).organisations.first)
    #expect(ClauseAccounting(marked).unaccounted.isEmpty)
    #expect(ClauseAccounting(marked).markedAndCited.map(\.clause) == ["2"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let demand: Invariant.Demand
    var condition = Condition.always
    var topics: [Identifier<Topic>] = []
    let facts: [Identifier<Fact>: Reply]?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a verdict that occurs", demand: .never([.askFirst]),
      facts: ["size": .options(["large"])]),
    Case(name: "a verdict that does not occur", demand: .never([.act, .note]), facts: nil),
    Case(
      name: "a verdict that occurs elsewhere", demand: .never([.askFirst]),
      condition: .fact("size", isAnyOf: ["small"]), facts: nil),
    Case(
      name: "a condition on a fact that no rule names", demand: .never([.silent]),
      condition: .fact("wet", isAnyOf: ["yes"]),
      facts: ["size": .options(["small"]), "wet": .options(["yes"])]),
    Case(
      name: "a topic that it is not about", demand: .never([.askFirst]), topics: ["other"],
      facts: nil),
    Case(
      name: "nobody named", demand: .contact([.askFirst]), facts: ["size": .options(["large"])]),
    Case(name: "a clause cited", demand: .citation([.askFirst]), facts: nil),
  ])
  func anInvariantIsTriedOnAllCases(_ one: Case) {
    let invariant = Invariant(
      id: "invariant", says: "It holds.", topics: one.topics, condition: one.condition,
      demand: one.demand)
    let violations = InvariantViolation.all(
      in: Self.knowledge([Self.large], invariants: [invariant]))
    #expect(violations.first?.replies == one.facts)
  }

  @Test func adviceWithoutAClauseIsFound() {
    let bare = Rule(id: "bare", condition: .always, advice: Self.advice(.yes, cite: []))
    let invariant = Invariant(id: "cites", says: "Cites.", demand: .citation([.yes]))
    #expect(
      InvariantViolation.all(in: Self.knowledge([bare], invariants: [invariant])).count == 1)
  }
}
