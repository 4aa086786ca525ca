/// What a sentence states of a fact.
public struct HeardFact: Hashable, Sendable {
  public let fact: Identifier<Fact>
  /// One option, or several of a fact that can have several.
  public let options: [Identifier<Option>]
  /// The words that state it, as they were typed.
  public let words: [String]
  /// Whether nothing else can hold besides, so that it need not be asked.
  public let isWhole: Bool

  public init(
    fact: Identifier<Fact>, options: [Identifier<Option>], words: [String], isWhole: Bool
  ) {
    self.fact = fact
    self.options = options
    self.words = words
    self.isWhole = isWhole
  }

  public var reply: Reply { .options(options) }
}
