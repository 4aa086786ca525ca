/// When something holds, in terms of facts.
public indirect enum Condition: Hashable, Sendable {
  /// The fact has one of the options; a `several` fact when one of them is among those ticked.
  case fact(Identifier<Fact>, isAnyOf: [Identifier<Option>])
  /// All of them hold; an empty list always does.
  case all([Condition])
  /// At least one of them holds.
  case any([Condition])
  case not(Condition)

  /// The condition of a rule that has none.
  public static let always = Condition.all([])

  /// Every fact that the condition names, in the order of its text, each once.
  public var facts: [Identifier<Fact>] {
    var seen: [Identifier<Fact>] = []
    collectFacts(into: &seen)
    return seen
  }

  private func collectFacts(into seen: inout [Identifier<Fact>]) {
    switch self {
    case .fact(let id, _): if !seen.contains(id) { seen.append(id) }
    case .all(let parts), .any(let parts): for part in parts { part.collectFacts(into: &seen) }
    case .not(let part): part.collectFacts(into: &seen)
    }
  }
}

/// What a person is told: a sentence with its reason, what to do, and what it rests on.
///
/// A class, as answers hand it about a lot and it never changes.
public final class Advice: Hashable, Sendable {
  /// Nil for a remark, which adds something and never decides.
  public let verdict: Verdict?
  public let say: String
  public let because: String?
  public let steps: [Step]
  /// The conditions of a yes-if.
  public let provided: [Proviso]
  public let citations: [Citation]
  public let contacts: [Identifier<Contact>]

  public init(
    verdict: Verdict?, say: String, because: String? = nil, steps: [Step] = [],
    provided: [Proviso] = [], citations: [Citation] = [], contacts: [Identifier<Contact>] = []
  ) {
    self.verdict = verdict
    self.say = say
    self.because = because
    self.steps = steps
    self.provided = provided
    self.citations = citations
    self.contacts = contacts
  }

  public static func == (left: Advice, right: Advice) -> Bool {
    left === right
      || left.verdict == right.verdict && left.say == right.say && left.because == right.because
        && left.steps == right.steps && left.provided == right.provided
        && left.citations == right.citations && left.contacts == right.contacts
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(verdict)
    hasher.combine(say)
    hasher.combine(because)
    hasher.combine(steps)
    hasher.combine(provided)
    hasher.combine(citations)
    hasher.combine(contacts)
  }
}

/// A condition that has to hold before somebody goes ahead.
public struct Proviso: Hashable, Sendable {
  /// What has to hold, as the end of a sentence that begins with "provided that".
  public let that: String
  public let citations: [Citation]

  public init(that: String, citations: [Citation]) {
    self.that = that
    self.citations = citations
  }
}

/// A condition together with what a person is told where it holds.
public struct Rule: Hashable, Sendable {
  public let id: Identifier<Rule>
  public let condition: Condition
  /// The rules that this one relaxes: where it holds, they are set aside.
  public let overrides: [Identifier<Rule>]
  public let advice: Advice

  public init(
    id: Identifier<Rule>, condition: Condition, overrides: [Identifier<Rule>] = [], advice: Advice
  ) {
    self.id = id
    self.condition = condition
    self.overrides = overrides
    self.advice = advice
  }
}

extension Advice {
  /// What is said, and why.
  public var sentences: [String] { [say] + (because.map { [$0] } ?? []) }

  /// Every clause that the advice or one of its steps and conditions rests on.
  public var allCitations: [Citation] {
    citations + steps.flatMap(\.citations) + provided.flatMap(\.citations)
  }
}
