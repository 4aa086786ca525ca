import PolicyModel
import Testing

@testable import DecisionEngine

/// The knowledge of one topic of one organisation, as small as a test needs it.
struct RuleSet: Sendable {
  var facts: [Fact]
  var rules: [Rule]
  var otherwise = Advice(verdict: .silent, say: "otherwise")
  var fallback: [Identifier<Contact>] = ["desk"]
  /// The order of asking, where it is not that of the facts.
  var asked: [Identifier<Fact>]?

  init(
    _ facts: [Fact], _ rules: [Rule], otherwise: Advice = Advice(verdict: .silent, say: "otherwise")
  ) {
    self.facts = facts
    self.rules = rules
    self.otherwise = otherwise
  }

  var knowledge: Knowledge {
    let topicRules = TopicRules(
      topic: "topic", rules: rules, otherwise: otherwise, fallback: "fallback")
    let organisation = Organisation(
      id: "council", name: "The council", documents: [], contacts: [],
      fallbacks: [Fallback(id: "fallback", say: "Ask.", contacts: fallback, citations: [])],
      rules: ["topic": topicRules])
    let topic = Topic(id: "topic", title: "Topic", facts: asked ?? facts.map(\.id))
    return Knowledge(facts: facts, topics: [topic], organisations: [organisation])
  }

  func table() throws -> DecisionTable {
    try #require(DecisionTable(knowledge, organisation: "council", topic: "topic"))
  }

  func answer(_ replies: Replies = [:]) throws -> Answer { try table().answer(to: replies) }
}

typealias Replies = [Identifier<Fact>: Reply]

extension Fact {
  static func yesNo(_ id: Identifier<Fact>) -> Fact {
    Fact(id: id, question: "?", kind: .yesNo, options: ["yes", "no"].map { $0.option })
  }

  static func one(_ id: Identifier<Fact>, _ options: String...) -> Fact {
    Fact(id: id, question: "?", kind: .one, options: options.map { $0.option })
  }

  static func several(_ id: Identifier<Fact>, _ options: String...) -> Fact {
    Fact(id: id, question: "?", kind: .several, options: options.map { $0.option })
  }
}

extension String {
  fileprivate var option: Option { Option(id: Identifier(self), label: self) }
}

extension Reply {
  static func of(_ options: Identifier<Option>...) -> Reply { .options(options) }

  static let yes = Reply.of("yes")
  static let no = Reply.of("no")
}

extension Condition {
  static func when(_ fact: Identifier<Fact>, _ options: Identifier<Option>...) -> Condition {
    .fact(fact, isAnyOf: options)
  }

  /// The condition that a yes-no fact is yes.
  static func when(_ fact: Identifier<Fact>) -> Condition { .fact(fact, isAnyOf: ["yes"]) }

  /// The condition that a yes-no fact is no.
  static func unless(_ fact: Identifier<Fact>) -> Condition { .fact(fact, isAnyOf: ["no"]) }
}

extension Advice {
  static func saying(
    _ verdict: Verdict?, do steps: [Step] = [], provided: [String] = [], cite: [String] = [],
    contacts: [Identifier<Contact>] = []
  ) -> Advice {
    Advice(
      verdict: verdict, say: "say", steps: steps,
      provided: provided.map { Proviso(that: $0, citations: cite.map(Citation.policy)) },
      citations: cite.map(Citation.policy), contacts: contacts)
  }
}

extension Citation {
  static func policy(_ clause: String) -> Citation {
    Citation(document: "policy", clause: Identifier(clause))
  }
}

extension Step {
  static func to(_ what: String, by deadline: String? = nil, cite: [String] = []) -> Step {
    Step(what: what, deadline: deadline.map(Deadline.init), citations: cite.map(Citation.policy))
  }
}

extension Rule {
  /// A rule; without a condition it always holds, without a verdict it is a remark.
  static func rule(
    _ id: Identifier<Rule>, _ verdict: Verdict?, _ condition: Condition = .always,
    over overrides: [Identifier<Rule>] = [], do steps: [Step] = [], provided: [String] = [],
    cite: [String] = [], contacts: [Identifier<Contact>] = []
  ) -> Rule {
    Rule(
      id: id, condition: condition, overrides: overrides,
      advice: .saying(verdict, do: steps, provided: provided, cite: cite, contacts: contacts))
  }
}

extension Answer {
  /// The rules of the findings in their order; nil stands for what is said otherwise.
  var found: [Identifier<Rule>?] { findings.map(\.rule) }
}
