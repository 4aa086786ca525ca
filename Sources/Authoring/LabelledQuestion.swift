import PolicyModel

/// A question of which it is known what it is about, to measure the routing by.
public struct LabelledQuestion: Hashable, Sendable {
  public let id: String
  /// The manner in which it is written.
  public let style: String
  public let question: String
  /// Its topic, nil if it belongs to none.
  public let topic: Identifier<Topic>?
  /// Other topics that are as good.
  public let alsoRight: [Identifier<Topic>]
  /// The facts that it states, by name; nil where nobody has said which those are.
  public let facts: [String: Set<String>]?

  /// The topics that are right.
  public var rightTopics: [Identifier<Topic>] { (topic.map { [$0] } ?? []) + alsoRight }

  /// The word for a question that belongs to no topic.
  static let noTopic = "none"
  /// The word for a question that states no fact.
  static let noFacts = "none"
}
