/// How people ask: what a sentence is compared with to find its topic and the facts in it.
public struct Words: Sendable {
  /// Words that count as one and the same.
  public struct Synonyms: Hashable, Sendable {
    /// The name by which an option's phrases call them, as in `<client>`.
    public let name: String
    public let words: PhraseList

    public init(name: String, words: PhraseList) {
      self.name = name
      self.words = words
    }
  }

  /// How people ask about one topic.
  public struct Questions: Hashable, Sendable {
    public let topic: Identifier<Topic>
    /// Whole questions, and words and phrases that tell the topic.
    public let examples: ExampleQuestions

    public init(topic: Identifier<Topic>, examples: ExampleQuestions) {
      self.topic = topic
      self.examples = examples
    }
  }

  /// The name of the questions that belong to no topic, where topics are named.
  public static let elsewhereName = "elsewhere"

  /// Words that count as one wherever they stand.
  public let synonyms: [Synonyms]
  /// Words that count as one in the phrases of options only.
  public let groups: [Synonyms]
  /// The examples in the order of the topics' ids, at most one entry for each topic.
  public let questions: [Questions]
  /// What people ask that belongs to no topic.
  public let elsewhere: ExampleQuestions

  public init(
    synonyms: [Synonyms] = [], groups: [Synonyms] = [], questions: [Questions],
    elsewhere: ExampleQuestions = ""
  ) {
    self.synonyms = synonyms
    self.groups = groups
    self.questions = questions
    self.elsewhere = elsewhere
  }
}
