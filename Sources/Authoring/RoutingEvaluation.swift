import PolicyModel
import QuestionRouting

/// How well sentences are understood, measured by questions of which the right reading is known.
public struct RoutingEvaluation: Sendable {
  /// How many of some questions.
  public struct Share: Hashable, Sendable {
    public internal(set) var count = 0
    public internal(set) var total = 0

    public init() {}

    /// Both together.
    public static func + (left: Share, right: Share) -> Share {
      var sum = left
      sum.count += right.count
      sum.total += right.total
      return sum
    }

    /// From 0 to 1, nil where there is nothing to count.
    public var value: Double? { total == 0 ? nil : Double(count) / Double(total) }

    mutating func add(_ holds: Bool) {
      total += 1
      if holds { count += 1 }
    }
  }

  /// Questions on a topic whose likeliest topic is right; those refused as well.
  public private(set) var first = Share()
  /// Questions on a topic of which one of the three likeliest topics is right.
  public private(set) var firstThree = Share()
  /// Questions on no topic that are refused.
  public private(set) var refusedElsewhere = Share()
  /// Questions on a topic that are refused.
  public private(set) var refusedTopics = Share()
  /// Questions on a topic that go there at once, among those that go anywhere at once.
  public private(set) var sure = Share()
  /// Options heard that were stated.
  public private(set) var factsRight = Share()
  /// Options stated that were heard.
  public private(set) var factsFound = Share()
  /// Options stated by names that the knowledge does not have, which are not measured.
  public private(set) var unknownFacts = 0
  /// The likeliest topic right, by the style of the question.
  public private(set) var byStyle: [String: Share] = [:]
  /// What was taken for something else.
  public private(set) var confusions: [Confusion] = []
  /// Options that were heard though nobody stated them.
  public private(set) var misheard: [FactFault] = []
  /// Options that were stated and not heard.
  public private(set) var unheard: [FactFault] = []

  public struct Confusion: Hashable, Sendable {
    public let question: LabelledQuestion
    /// The likeliest topics, nil if the question was refused.
    public let taken: [Identifier<Topic>]?
  }

  private let router: QuestionRouter
  private let knowledge: Knowledge
  private var listeners: [Identifier<Topic>: FactListener] = [:]
  /// The facts that the questions speak of at all; of others it is not known whether they are stated.
  private let measuredFacts: Set<String>

  public init(
    _ questions: [LabelledQuestion], by router: QuestionRouter, knowledge: Knowledge
  ) {
    self.router = router
    self.knowledge = knowledge
    measuredFacts = Set(questions.flatMap { $0.facts?.keys.map(\.self) ?? [] })
    for question in questions { measure(question) }
  }

  private mutating func measure(_ question: LabelledQuestion) {
    let routing = router.route(question.question)
    let isRefused = routing.outcome == .far
    guard let topic = question.topic else {
      refusedElsewhere.add(isRefused)
      if !isRefused {
        confusions.append(Confusion(question: question, taken: routing.likeliest))
      }
      return
    }
    if let stated = question.facts { measureFacts(stated, of: question, on: topic) }
    let right = question.rightTopics
    let isRight = routing.likeliest.first.map(right.contains) ?? false
    first.add(isRight)
    firstThree.add(routing.likeliest.contains { right.contains($0) })
    refusedTopics.add(isRefused)
    byStyle[question.style, default: Share()].add(isRight)
    if case .sure(let candidate) = routing.outcome { sure.add(right.contains(candidate.topic)) }
    if !isRight || isRefused {
      confusions.append(
        Confusion(question: question, taken: isRefused ? nil : routing.likeliest))
    }
  }
}

extension RoutingEvaluation {
  /// Holds what is heard against what is stated, of the facts of the right topic.
  private mutating func measureFacts(
    _ given: [String: Set<String>], of question: LabelledQuestion, on topic: Identifier<Topic>
  ) {
    let facts = (knowledge[topic: topic]?.facts ?? []).compactMap { knowledge[fact: $0] }
    let listener = listeners[topic] ?? router.listener(for: facts)
    listeners[topic] = listener
    var stated = given
    for (name, options) in given {
      let fact = facts.first { $0.id.text == name }
      guard let fact, options.allSatisfy({ fact[option: Identifier($0)] != nil }) else {
        unknownFacts += 1
        stated[name] = nil
        continue
      }
    }
    var heard: [String: Set<String>] = [:]
    for one in listener.hear(question.question) where measuredFacts.contains(one.fact.text) {
      // What the question states in a way that the knowledge does not know cannot be held against it.
      guard given[one.fact.text] == nil || stated[one.fact.text] != nil else { continue }
      heard[one.fact.text] = Set(one.options.map(\.text))
    }
    for (fact, options) in stated.sorted(by: { $0.key < $1.key }) {
      for option in options.sorted() {
        let isFound = heard[fact]?.contains(option) ?? false
        factsFound.add(isFound)
        if !isFound { unheard.append(FactFault(question: question, fact: fact, option: option)) }
      }
    }
    for (fact, options) in heard.sorted(by: { $0.key < $1.key }) {
      for option in options.sorted() {
        let isRight = stated[fact]?.contains(option) ?? false
        factsRight.add(isRight)
        if !isRight { misheard.append(FactFault(question: question, fact: fact, option: option)) }
      }
    }
  }

  /// An option that was heard though nobody stated it, or stated and not heard.
  public struct FactFault: Hashable, Sendable {
    public let question: LabelledQuestion
    public let fact: String
    public let option: String
  }
}

extension Routing {
  /// The three likeliest topics.
  fileprivate var likeliest: [Identifier<Topic>] { candidates.prefix(3).map(\.topic) }
}
