/// Something that people want to know.
public struct Topic: Hashable, Sendable {
  public let id: Identifier<Topic>
  public let title: String
  /// The question that the topic answers, in the words of the person asking.
  public let asks: String?
  /// The facts it may ask, in the order in which they are asked.
  public let facts: [Identifier<Fact>]

  public init(
    id: Identifier<Topic>, title: String, asks: String? = nil, facts: [Identifier<Fact>]
  ) {
    self.id = id
    self.title = title
    self.asks = asks
    self.facts = facts
  }
}

/// What one organisation says on one topic.
public struct TopicRules: Hashable, Sendable {
  public let topic: Identifier<Topic>
  /// The rules in the order of the file.
  public let rules: [Rule]
  /// What is said where no rule with a verdict holds.
  public let otherwise: Advice
  /// The entry of the organisation's fallback that a silent answer names.
  public let fallback: Identifier<Fallback>

  public init(
    topic: Identifier<Topic>, rules: [Rule], otherwise: Advice, fallback: Identifier<Fallback>
  ) {
    self.topic = topic
    self.rules = rules
    self.otherwise = otherwise
    self.fallback = fallback
  }
}

/// All that is known: facts, topics and organisations.
///
/// A value of this type is consistent: whatever one part names exists in another.
public struct Knowledge: Sendable {
  /// The facts in the order of their file.
  public let facts: [Fact]
  /// The topics in the order of their file.
  public let topics: [Topic]
  /// The organisations in the order of their ids.
  public let organisations: [Organisation]
  /// What must hold in every case.
  public let invariants: [Invariant]
  private let factIndex: [Identifier<Fact>: Int]

  public init(
    facts: [Fact], topics: [Topic], organisations: [Organisation], invariants: [Invariant] = []
  ) {
    self.facts = facts
    self.topics = topics
    self.organisations = organisations
    self.invariants = invariants
    factIndex = Dictionary(
      facts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(fact id: Identifier<Fact>) -> Fact? { factIndex[id].map { facts[$0] } }

  public subscript(topic id: Identifier<Topic>) -> Topic? { topics.first { $0.id == id } }

  public subscript(organisation id: Identifier<Organisation>) -> Organisation? {
    organisations.first { $0.id == id }
  }
}

/// What somebody says of a fact.
public enum Reply: Hashable, Sendable {
  /// The options that hold: one, or for a `several` fact one or more.
  case options([Identifier<Option>])
  /// The person does not know, which is always a possible reply.
  case notSure

  /// The word for not being sure where replies are written, so that no option can have this id.
  public static let notSureWord = "not-sure"
}

/// A situation: whose documents, what is asked, and the facts known.
public struct Case: Hashable, Sendable {
  public var organisation: Identifier<Organisation>
  public var topic: Identifier<Topic>
  public var facts: [Identifier<Fact>: Reply]

  public init(
    organisation: Identifier<Organisation>, topic: Identifier<Topic>,
    facts: [Identifier<Fact>: Reply] = [:]
  ) {
    self.organisation = organisation
    self.topic = topic
    self.facts = facts
  }
}
