import PolicyModel
import Testing

@testable import DecisionEngine

/// The engine against brute force over completions, on 100,000 small sets of rules.
///
/// `GeneratedRulesTests` look at each behaviour alone on fewer and larger sets.
@Suite struct DifferentialTests {
  static let setsInABatch = 1000
  /// Small sets go into the corners of the rules as well as large ones, and far more of them fit.
  static let mostCases = 24

  @Test(arguments: 0..<100) func theEngineIsRightOnEverySetOfRules(_ batch: Int) throws {
    for seed in batch * Self.setsInABatch..<(batch + 1) * Self.setsInABatch {
      var generated = try Generated(seed: seed, mostCases: Self.mostCases)
      let differences = generated.sampledDifferences(seed: seed)
      if differences.isEmpty { continue }
      // One set of rules is enough to begin with, and the least of it.
      let smallest = try generated.reference.ruleSet.smallest { ruleSet in
        try Generated(ruleSet, table: ruleSet.table(), seed: seed).firstDifference() != nil
      }
      let left = try Generated(smallest, table: smallest.table(), seed: seed).firstDifference()
      Issue.record("seed \(seed): \(differences)\n\(smallest.outline)\n\(left ?? "")")
      return
    }
  }

  /// What an engine might get wrong, done to the rules that it reads.
  struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout RuleSet) -> Void
    var testDescription: String { name }

    init(_ name: String, _ change: @escaping @Sendable (inout RuleSet) -> Void) {
      self.name = name
      self.change = change
    }

    /// Damage that is done to every rule.
    init(rules name: String, _ change: @escaping @Sendable (Rule) -> Rule) {
      self.init(name) { $0.rules = $0.rules.map(change) }
    }

    func table(of ruleSet: RuleSet) throws -> DecisionTable {
      var damaged = ruleSet
      change(&damaged)
      return try damaged.table()
    }
  }

  static let damages = [
    Damage(rules: "overrides are ignored") { $0.with($0.condition, [], $0.advice) },
    Damage(rules: "all of some conditions is any of them") { rule in
      guard case .all(let parts) = rule.condition, parts.count > 1 else { return rule }
      return rule.with(.any(parts), rule.overrides, rule.advice)
    },
    Damage(rules: "not is lost") { rule in
      guard case .not(let part) = rule.condition else { return rule }
      return rule.with(part, rule.overrides, rule.advice)
    },
    Damage(rules: "an option of several is passed over") { rule in
      guard case .fact(let fact, let options) = rule.condition, options.count > 1 else {
        return rule
      }
      return rule.with(.fact(fact, isAnyOf: [options[0]]), rule.overrides, rule.advice)
    },
    Damage(rules: "steps are lost") { $0.with($0.condition, $0.overrides, $0.advice.verdictOnly) },
    Damage("the strictest verdict and the next change places") { ruleSet in
      ruleSet.rules = ruleSet.rules.map { rule in
        let swapped: [Verdict: Verdict] = [.act: .no, .no: .act]
        let verdict = rule.advice.verdict.map { swapped[$0] ?? $0 }
        return rule.with(rule.condition, rule.overrides, rule.advice.with(verdict))
      }
    },
    Damage("a note is said otherwise") { $0.otherwise = $0.otherwise.with(.note) },
    Damage("facts are asked in the wrong order") { $0.asked?.reverse() },
    Damage("nobody is named otherwise") { $0.fallback = [] },
    Damage("the last rule is not read") { _ = $0.rules.popLast() },
  ]

  @Test(arguments: damages) func whateverTheEngineGetsWrongIsSeen(_ damage: Damage) throws {
    var seen = 0
    for seed in 0..<500 {
      let ruleSet = GeneratedRuleSet(seed: seed, mostCases: Self.mostCases).ruleSet
      var generated = Generated(ruleSet, table: try damage.table(of: ruleSet), seed: seed)
      if !generated.sampledDifferences(seed: seed).isEmpty { seen += 1 }
    }
    #expect(seen > 10)
  }

  @Test func theSmallestSetOfRulesThatShowsAFaultIsFound() throws {
    let damage = Self.damages[0]
    let ruleSet = try #require(
      (0..<100).lazy.map { GeneratedRuleSet(seed: $0, mostCases: Self.mostCases).ruleSet }.first {
        try damage.shows(in: $0) && $0.rules.count > 3
      })
    let smallest = try ruleSet.smallest(where: damage.shows)
    #expect(try damage.shows(in: smallest))
    #expect(smallest.rules.count == 2)
    #expect(smallest.rules.flatMap(\.overrides).count == 1, "\(smallest.outline)")
    #expect(smallest.outline.split(separator: "\n").count == smallest.facts.count + 3)
  }
}

extension DifferentialTests.Damage {
  func shows(in ruleSet: RuleSet) throws -> Bool {
    try Generated(ruleSet, table: table(of: ruleSet), seed: 0).firstDifference() != nil
  }
}

extension Advice {
  fileprivate var verdictOnly: Advice { Advice(verdict: verdict, say: say, contacts: contacts) }

  fileprivate func with(_ verdict: Verdict?) -> Advice {
    Advice(
      verdict: verdict, say: say, steps: steps, provided: provided, citations: citations,
      contacts: contacts)
  }
}

extension Generated {
  /// The differences in one case, in which nothing, something or everything is known by turns, and
  /// for every other set in a dialogue, to which a person who is not sure replies now and then.
  mutating func sampledDifferences(seed: Int) -> [String] {
    let number = seed / 3 % cases.count
    let sample = [partial([:]), partialCases(1)[0], partial(replies(to: number))][seed % 3]
    let found = differences(after: sample).map { "\($0) after \(sample.replies)" }
    guard seed.isMultiple(of: 2) else { return found }
    let notSure: Set = seed.isMultiple(of: 4) ? [seed / 4 % cases.facts.count] : []
    return found + differences(inDialogueTo: number, notSure: notSure)
  }

  /// A difference in some case, whatever is known of it.
  func firstDifference() -> String? {
    var replies: [Replies] = [[:]]
    for (index, fact) in cases.facts.enumerated() {
      let said = [.notSure] + cases.values[index].indices.map { cases.reply(index, $0) }
      replies += replies.flatMap { one in said.map { one.merging([fact.id: $0]) { $1 } } }
    }
    for replies in replies {
      if let fault = differences(after: partial(replies)).first {
        return "\(fault) after \(replies)"
      }
    }
    return nil
  }
}
