import Diagnostics
import PolicyModel

/// A case with a story and what is expected of its answer.
public struct Scenario: Sendable {
  /// The name, which no other scenario of a run has.
  public let name: String
  public let organisation: Identifier<Organisation>
  public let topic: Identifier<Topic>
  /// What the person types, if the story gives it.
  public let asks: String?
  public let facts: [Identifier<Fact>: Reply]
  /// Words by which scenarios are picked for a run.
  public let tags: [String]
  /// What a trainer may say about it.
  public let notes: String?
  public let expectation: Expectation
  /// Where it begins.
  public let location: SourceLocation
  /// Where each fact is given.
  let factLocations: [Identifier<Fact>: SourceLocation]

  public var `case`: Case { Case(organisation: organisation, topic: topic, facts: facts) }
}

/// A value with where it stands, so that it can be blamed and replaced.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let location: SourceLocation
  /// The place behind its last character.
  let end: SourcePosition
  /// The entries of a list, none where the value is no list.
  var entries: [ListEntry] = []
}

/// An entry of a list as it stands in a file.
struct ListEntry: Sendable {
  let text: String
  let range: Range<SourcePosition>
}

/// What a scenario expects; nil for what it says nothing about.
public struct Expectation: Sendable {
  /// How the text that the person types has to be understood.
  public enum Understanding: String, CaseIterable, Sendable {
    /// It goes to the topic at once.
    case sure
    /// The topic is one of those that are offered.
    case close
    /// It is refused.
    case far
  }

  public var verdict: Located<Verdict>?
  /// Every verdict that facts which are not known leave possible.
  public var possible: Located<[Verdict]>?
  /// Clauses that must be cited; more may be.
  public var cite: Located<[Citation]>?
  public var neverCite: Located<[Citation]>?
  /// Contacts that must be named; more may be.
  public var contacts: Located<[Identifier<Contact>]>?
  public var neverContacts: Located<[Identifier<Contact>]>?
  /// Words of conditions that must be among those of a yes-if.
  public var provided: Located<[String]>?
  /// Words of steps that must be ordered, in this order.
  public var steps: Located<[String]>?
  /// Exactly the facts that the dialogue asks, in this order.
  public var asked: Located<[Identifier<Fact>]>?
  /// Facts that must be among those that the dialogue asks.
  public var askedAtLeast: Located<[Identifier<Fact>]>?
  /// The fact that the dialogue asks next, where the facts are not all given.
  public var next: Located<Identifier<Fact>>?
  public var understood: Located<Understanding>?

  public init() {}

  /// Whether it needs to know how people ask.
  var needsWords: Bool { asked != nil || askedAtLeast != nil || understood != nil }
}
