import PolicyModel

/// How a sentence was understood, as part of the JSON of a one-shot question.
public struct UnderstandingJSON: Encodable, Sendable {
  struct Topic: Encodable {
    let topic: String
    /// From 0 to 1, to three places.
    let confidence: Double
    let words: [String]
  }

  struct Fact: Encodable {
    let fact: String
    let options, words: [String]
    /// Whether nothing else can hold besides, so that it is not asked.
    let isWhole: Bool
  }

  /// A further matter that the sentence asks, and that is not answered here.
  struct Matter: Encodable {
    let topic, title: String
    let words: [String]
    /// The words to ask it with.
    let question: String
  }

  let topic: String
  let confidence: Double
  let words: [String]
  let alternatives: [Topic]
  let facts: [Fact]
  let also: [Matter]

  public init(_ routing: Routing, heard: [HeardFact], also others: [FurtherMatter] = []) {
    also = others.map {
      Matter(
        topic: $0.topic.id.text, title: $0.topic.title, words: $0.words, question: $0.question)
    }
    let candidates = routing.candidates.prefix(3).map { Topic($0) }
    topic = candidates.first?.topic ?? ""
    confidence = candidates.first?.confidence ?? 0
    words = candidates.first?.words ?? []
    alternatives = Array(candidates.dropFirst())
    facts = heard.map {
      Fact(
        fact: $0.fact.text, options: $0.options.map(\.text), words: $0.words, isWhole: $0.isWhole)
    }
  }
}

extension UnderstandingJSON.Topic {
  init(_ candidate: Routing.Candidate) {
    self.init(
      topic: candidate.topic.text, confidence: (candidate.confidence * 1_000).rounded() / 1_000,
      words: candidate.words)
  }
}

/// A matter that a sentence asks beside the one that is answered.
public struct FurtherMatter: Sendable {
  let topic: Topic
  /// The words that spoke most for the topic.
  let words: [String]
  /// The part of the sentence that asks it.
  let question: String

  public init(_ topic: Topic, words: [String], question: String) {
    self.topic = topic
    self.words = words
    self.question = question
  }
}

/// A sentence that leads to no answer, as versioned JSON.
public struct NoTopicJSON: Encodable {
  let version = 1
  /// `unclear` if it may be any of some topics, `not-covered` if it is none.
  let status: String
  let organisation: String
  let contacts: [String]
  let understood: UnderstandingJSON?

  public init(_ routing: Routing, organisation: Organisation) {
    self.organisation = organisation.id.text
    if case .far = routing.outcome {
      status = "not-covered"
      contacts = organisation.fallbacks.first?.contacts.map(\.text) ?? []
      understood = nil
    } else {
      status = "unclear"
      contacts = []
      understood = UnderstandingJSON(routing, heard: [])
    }
  }
}
