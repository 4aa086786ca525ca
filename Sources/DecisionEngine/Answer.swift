import PolicyModel

/// All that the rules say to a case.
///
/// An object that never changes: as a value it took a fifth of the time of a decision to pass it on.
public final class Answer: Sendable {
  /// A rule that holds, or what is said where none with a verdict does.
  public struct Finding: Hashable, Sendable {
    /// Nil for what is said otherwise.
    public let rule: Identifier<Rule>?
    public let advice: Advice
  }

  /// A rule that would hold if facts that are not known were so.
  public struct OpenFinding: Hashable, Sendable {
    /// Nil for what is said otherwise.
    public let rule: Identifier<Rule>?
    public let advice: Advice
    let number: Int
    let table: DecisionTable
    let state: [FactState]

    /// What is left of its condition once the known facts are put in; most readers never ask.
    public var condition: Condition {
      rule == nil ? .always : table.openCondition(of: number, in: state)
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.rule == right.rule && left.advice == right.advice && left.condition == right.condition
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(rule)
      hasher.combine(advice)
    }
  }

  public let organisation: Identifier<Organisation>
  public let topic: Identifier<Topic>
  /// The verdict; where facts leave several possible, the strictest of them, which is the safe one.
  public let verdict: Verdict
  /// Every verdict that the facts allow, strictest first; one where the answer is settled.
  public let possibleVerdicts: [Verdict]
  /// What holds whatever the missing facts turn out to be, strictest first, remarks last.
  public let findings: [Finding]
  /// What hangs on facts that the person is not sure of or that still have to be asked.
  ///
  /// It stands in the same order as the findings, and some of it can decide.
  public let undecided: [OpenFinding]
  /// What hangs on facts that cannot change what to do, and remarks on any that are not known.
  public let conditional: [OpenFinding]
  /// What to do, in order of time.
  ///
  /// The steps of the findings and, where the answer is not settled, of the undecided one that gives
  /// the verdict; where several could, each has its own.
  public let steps: [Step]
  /// The conditions of going ahead; none where the verdict leaves no room for it.
  public let provided: [Proviso]
  /// Whom to go to, each once.
  public let contacts: [Identifier<Contact>]
  /// Every clause that the answer rests on, each once, in the order in which it is told.
  ///
  /// A clause that only a conditional finding cites is none of them: it may not fit the case. Nor is
  /// one that names the fallback where the answer is not silent.
  public let citations: [Citation]
  /// The fallback, where it is named.
  public let fallback: Fallback?
  /// The facts that the person is not sure of and that can still change what to do.
  public let notSure: [Identifier<Fact>]
  /// The facts that still have to be asked, in order; none in a finished dialogue.
  public let unasked: [Identifier<Fact>]

  init(
    organisation: Identifier<Organisation>, topic: Identifier<Topic>, verdict: Verdict,
    possibleVerdicts: [Verdict], findings: [Finding], undecided: [OpenFinding],
    conditional: [OpenFinding], steps: [Step], provided: [Proviso],
    contacts: [Identifier<Contact>], citations: [Citation], fallback: Fallback?,
    notSure: [Identifier<Fact>], unasked: [Identifier<Fact>]
  ) {
    (self.organisation, self.topic, self.verdict) = (organisation, topic, verdict)
    (self.possibleVerdicts, self.findings) = (possibleVerdicts, findings)
    (self.undecided, self.conditional) = (undecided, conditional)
    (self.steps, self.provided, self.contacts) = (steps, provided, contacts)
    (self.citations, self.fallback) = (citations, fallback)
    (self.notSure, self.unasked) = (notSure, unasked)
  }

  /// Whether the verdict is certain.
  public var isSettled: Bool { possibleVerdicts.count == 1 }

  /// What decides: the findings with the answer's own verdict.
  public var deciding: [Finding] { findings.filter { $0.advice.verdict == verdict } }
}

extension Answer: Hashable {
  public static func == (left: Answer, right: Answer) -> Bool {
    left === right
      || left.organisation == right.organisation && left.topic == right.topic
        && left.verdict == right.verdict && left.possibleVerdicts == right.possibleVerdicts
        && left.findings == right.findings && left.undecided == right.undecided
        && left.conditional == right.conditional && left.steps == right.steps
        && left.provided == right.provided && left.contacts == right.contacts
        && left.citations == right.citations && left.fallback == right.fallback
        && left.notSure == right.notSure && left.unasked == right.unasked
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(organisation)
    hasher.combine(topic)
    hasher.combine(verdict)
    hasher.combine(findings)
    hasher.combine(citations)
  }
}
