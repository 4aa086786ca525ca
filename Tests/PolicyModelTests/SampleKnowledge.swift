import PolicyModel

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension Fact {
  static func sample(
    _ id: Identifier<Fact>, _ kind: Kind, _ options: [Identifier<Option>], asks: String = "Is it?"
  ) -> Fact {
    Fact(
      id: id, question: asks, kind: kind,
      options: options.map { Option(id: $0, label: "Option \($0)") })
  }
}

extension Rule {
  static func sample(
    _ id: Identifier<Rule>, when condition: Condition = .always, verdict: Verdict? = .no,
    overrides: [Identifier<Rule>] = [], say: String = "Do not."
  ) -> Rule {
    Rule(
      id: id, condition: condition, overrides: overrides,
      advice: Advice(verdict: verdict, say: say))
  }
}

extension Knowledge {
  /// Knowledge of two organisations and two topics; each part can be set to see what hangs on it.
  static func sample(
    organisation: Identifier<Organisation> = "woking", topic: Identifier<Topic> = "friend-request",
    facts: [Fact] = sampleFacts, asked: [Identifier<Fact>]? = nil,
    rules: [Rule] = [.sample("conflict", when: .fact("requester", isAnyOf: ["stranger"]))],
    otherwise: Advice = Advice(verdict: .silent, say: "Nothing is said."),
    fallbackContacts: [Identifier<Contact>] = ["line-manager"], clauses: [Clause] = []
  ) -> Knowledge {
    let entry = TopicRules(
      topic: topic, rules: rules, otherwise: otherwise, fallback: "general")
    let fallback = Fallback(
      id: "general", say: "Ask.", contacts: fallbackContacts, citations: [])
    let document = Document(
      id: "policy", title: "Policy",
      clauses: Dictionary(clauses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    return Knowledge(
      facts: facts,
      topics: [
        Topic(id: topic, title: "Requests", facts: asked ?? facts.map(\.id)),
        Topic(id: "monitoring", title: "Monitoring", facts: []),
      ],
      organisations: [organisation, "swansea"].map {
        Organisation(
          id: $0, name: "Council", documents: [document], contacts: [], fallbacks: [fallback],
          rules: [topic: entry])
      })
  }

  static let sampleFacts: [Fact] = [
    .sample("requester", .one, ["service-user", "contractor", "stranger"]),
    .sample("vulnerable", .yesNo, ["yes", "no"]),
    .sample("content", .several, ["rant", "photo", "advert", "secret", "none"]),
    .sample("direction", .one, ["received", "sent"]),
    .sample("youth", .yesNo, ["yes", "no"]),
  ]

  /// Knowledge with up to 20 facts of up to 64 options.
  static func generated(by numbers: inout SeededNumbers) -> Knowledge {
    let facts = (0..<Int.random(in: 0...20, using: &numbers)).map { place in
      let kind = Fact.Kind.allCases.randomElement(using: &numbers) ?? .one
      let most = kind == .yesNo ? 2 : [3, 6, 64].randomElement(using: &numbers) ?? 2
      let options = (0..<Int.random(in: 2...most, using: &numbers)).map { "option-\($0)" }
      return Fact.sample(Identifier("fact-\(place)"), kind, options.map { Identifier($0) })
    }
    return .sample(
      organisation: Identifier("council-\(Int.random(in: 0...99, using: &numbers))"),
      topic: Identifier("topic-\(Int.random(in: 0...99, using: &numbers))"),
      facts: facts, rules: [.sample("rule", say: "Sentence \(numbers.next())")])
  }
}

extension Case {
  /// A case on the first topic in which about the given share of the facts has a reply.
  static func generated(
    in knowledge: Knowledge, answering share: Double, by numbers: inout SeededNumbers
  ) -> Case {
    var result = Case(organisation: knowledge.organisations[0].id, topic: knowledge.topics[0].id)
    for fact in knowledge.facts where Double.random(in: 0..<1, using: &numbers) < share {
      let picked = fact.options.map(\.id).filter { _ in Bool.random(using: &numbers) }
      let single = fact.options.randomElement(using: &numbers).map { [$0.id] } ?? []
      let several = fact.kind == .several && !picked.isEmpty
      let isUnsure = Int.random(in: 0..<8, using: &numbers) == 0
      result.facts[fact.id] = isUnsure ? .notSure : .options(several ? picked : single)
    }
    return result
  }
}
