/// What a sentence may be about.
public struct Routing: Hashable, Sendable {
  public struct Candidate: Hashable, Sendable {
    public let topic: Identifier<Topic>
    /// From 0 to 1; all candidates and `elsewhere` make 1 together.
    public let confidence: Double
    /// The words of the sentence that spoke most for it, none where hardly anything did.
    public let words: [String]

    public init(topic: Identifier<Topic>, confidence: Double, words: [String]) {
      self.topic = topic
      self.confidence = confidence
      self.words = words
    }
  }

  /// What is to be made of the sentence.
  public enum Outcome: Hashable, Sendable {
    /// One topic it is.
    case sure(Candidate)
    /// Two or three it may be, the likeliest first.
    case close([Candidate])
    /// None of the topics.
    case far
  }

  /// Every topic, the likeliest first.
  public let candidates: [Candidate]
  /// How sure it is that the sentence belongs to no topic, from 0 to 1.
  public let elsewhere: Double

  public init(candidates: [Candidate], elsewhere: Double) {
    self.candidates = candidates
    self.elsewhere = elsewhere
  }

  public var outcome: Outcome {
    guard let best = candidates.first, elsewhere < 0.5 else { return .far }
    let near = candidates.prefix(3).filter { $0.confidence * Lead.close > best.confidence }
    guard near.count > 1, near[1].confidence * Lead.sure > best.confidence else {
      return .sure(best)
    }
    return .close(near)
  }

  /// How many times as likely as the next a topic must be; with five times, about nineteen of
  /// twenty are right.
  private enum Lead {
    static let sure = 5.0
    static let close = 10.0
  }
}
