/// How people ask: what a sentence is compared with to find its topic and the facts in it.
public struct Words: Sendable {
  /// Words that count as one and the same.
  public struct Synonyms: Hashable, Sendable {
    /// The name by which an option's phrases call them, as in `<client>`.
    public let name: String
    public let words: [String]

    public init(name: String, words: [String]) {
      self.name = name
      self.words = words
    }
  }

  /// How people ask about one topic.
  public struct Questions: Hashable, Sendable {
    public let topic: Identifier<Topic>
    /// Short words and phrases that tell the topic, one a line.
    public let cues: String
    /// Example questions, one a line.
    public let questions: String

    public init(topic: Identifier<Topic>, cues: String = "", questions: String) {
      self.topic = topic
      self.cues = cues
      self.questions = questions
    }
  }

  /// Words that count as one wherever they stand.
  public let synonyms: [Synonyms]
  /// Words that count as one in the phrases of options only.
  public let groups: [Synonyms]
  /// The examples in the order of the file, at most one entry for each topic.
  public let questions: [Questions]
  /// What people ask that belongs to no topic, one a line.
  public let elsewhere: String

  public init(
    synonyms: [Synonyms] = [], groups: [Synonyms] = [], questions: [Questions],
    elsewhere: String = ""
  ) {
    self.synonyms = synonyms
    self.groups = groups
    self.questions = questions
    self.elsewhere = elsewhere
  }
}
