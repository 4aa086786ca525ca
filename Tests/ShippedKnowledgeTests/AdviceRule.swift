import PolicyModel

/// What a person is told to do: all that a question must be able to change.
struct ToldAdvice: Hashable {
  var verdict: Verdict?
  var steps: Set<Step>
  var provisos: Set<String>
  var contacts: Set<Identifier<Contact>>

  /// What one piece of advice brings, its words and citations aside.
  init(_ advice: Advice) {
    verdict = advice.verdict
    steps = Set(
      advice.steps.map { Step(what: $0.what, deadline: $0.deadline, who: $0.who) })
    provisos = Set(advice.provided.map(\.that))
    contacts = Set(advice.contacts)
  }

  /// All advice together, by the words of design.md, section 4.
  init(_ told: [ToldAdvice], fallback: [Identifier<Contact>]) {
    let outranking: [Verdict] = [.act, .no, .askFirst, .yesIf, .yes, .silent, .note]
    let verdict = outranking.first { verdict in told.contains { $0.verdict == verdict } }
    let named = Set(told.flatMap(\.contacts))
    let mayGoAhead = [.askFirst, .yesIf, .yes].contains(verdict)
    self.verdict = verdict
    steps = Set(told.flatMap(\.steps))
    provisos = mayGoAhead ? Set(told.flatMap(\.provisos)) : []
    contacts = named.union(verdict == .silent || named.isEmpty ? fallback : [])
  }

  var isEmpty: Bool { verdict == nil && steps.isEmpty && provisos.isEmpty && contacts.isEmpty }
}

/// A statement about facts that stands for one rule, or for several that advise the same.
///
/// An alternative is a list of parts that all have to hold.
struct AdviceRule {
  private(set) var alternatives: [Set<Condition>]
  let advice: ToldAdvice
  /// The rule's id, where it sets others aside or is set aside.
  let name: Identifier<Rule>?
  let overrides: [Identifier<Rule>]

  /// The rules of a topic, reduced to what they can make a person do.
  ///
  /// The reduction is exact, so that cases which it does not tell apart have the same advice:
  ///
  /// 1. Rules without verdict, step, condition and contact change no advice and are left out.
  /// 2. The advice is made of what the rules that hold bring, each thing once. So it depends on
  ///    rules that bring the same only through whether any of them holds, and they can stand as
  ///    the alternatives of one rule.
  /// 3. Alternatives that differ in one part, and there only in the options of one fact, are one
  ///    with the options of both: (P and F among A) or (P and F among B) = P and F among A and B.
  ///
  /// Rules that take part in overriding are left as they are.
  static func reduced(_ rules: [Rule]) -> [AdviceRule] {
    let overridden = Set(rules.flatMap(\.overrides))
    var reduced: [AdviceRule] = []
    for rule in rules {
      let stands = !rule.overrides.isEmpty || overridden.contains(rule.id)
      var own = AdviceRule(
        alternatives: [parts(rule.condition)], advice: ToldAdvice(rule.advice),
        name: stands ? rule.id : nil, overrides: rule.overrides)
      if stands {
        reduced.append(own)
      } else if let same = reduced.firstIndex(where: {
        $0.name == nil && $0.advice == own.advice
      }) {
        own.alternatives.forEach { reduced[same].add($0) }
      } else if !own.advice.isEmpty {
        own.alternatives = own.alternatives.map { $0 }
        reduced.append(own)
      }
    }
    return reduced
  }

  private static func parts(_ condition: Condition) -> Set<Condition> {
    guard case .all(let inner) = condition else { return [condition] }
    return inner.reduce(into: []) { $0.formUnion(parts($1)) }
  }

  private mutating func add(_ alternative: Set<Condition>) {
    for (index, known) in alternatives.enumerated() {
      guard let joined = Self.joined(known, alternative) else { continue }
      // What is joined may now join with another.
      alternatives.remove(at: index)
      return add(joined)
    }
    alternatives.append(alternative)
  }

  private static func joined(
    _ left: Set<Condition>, _ right: Set<Condition>
  ) -> Set<Condition>? {
    if left == right { return left }
    let onlyLeft = left.subtracting(right)
    let onlyRight = right.subtracting(left)
    guard onlyLeft.count == 1, onlyRight.count == 1,
      case .fact(let fact, let some)? = onlyLeft.first,
      case .fact(fact, let others)? = onlyRight.first
    else { return nil }
    let options = Set(some).union(others).sorted()
    return left.intersection(right).union([.fact(fact, isAnyOf: options)])
  }
}
