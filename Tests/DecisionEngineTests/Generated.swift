import PolicyModel
import Testing

@testable import DecisionEngine

/// A generated set of rules with what the reference says to each of its full cases.
struct Generated {
  /// Replies to some facts, with the places of those known and nil for all others.
  struct Partial {
    var replies: Replies
    var places: [Int?]
  }

  let cases: FullCases
  let table: DecisionTable
  let reference: Reference
  /// By the number of the case.
  let full: [FullCase]
  /// By the number of the case.
  let advice: [ToldAdvice]
  /// By the number of the case; cases with the same advice have the same number.
  let adviceNumber: [Int]
  /// By the number of the case; nil stands for what is said otherwise.
  let effective: [Set<Identifier<Rule>?>]
  private var numbers: SeededNumbers

  init(seed: Int, mostCases: Int = GeneratedRuleSet.mostCases) throws {
    let ruleSet = GeneratedRuleSet(seed: seed, mostCases: mostCases).ruleSet
    self.init(ruleSet, table: try ruleSet.table(), seed: seed)
  }

  /// What the reference says to these rules, next to a table to hold against it.
  init(_ ruleSet: RuleSet, table: DecisionTable, seed: Int) {
    cases = FullCases(ruleSet.facts)
    reference = Reference(ruleSet: ruleSet)
    self.table = table
    full = (0..<cases.count).map { [cases] in cases[$0] }
    effective = full.map(reference.effective)
    var advices: [Set<Identifier<Rule>?>: ToldAdvice] = [:]
    var seen: [ToldAdvice: Int] = [:]
    var numbered: [(advice: ToldAdvice, number: Int)] = []
    for effective in effective {
      let advice = advices[effective] ?? reference.advice(of: effective)
      advices[effective] = advice
      let number = seen[advice] ?? seen.count
      seen[advice] = number
      numbered.append((advice, number))
    }
    advice = numbered.map(\.advice)
    adviceNumber = numbered.map(\.number)
    numbers = SeededNumbers(seed: seed + 1_000_000)
  }

  func replies(to number: Int) -> Replies {
    let places = cases.places(in: number)
    return Dictionary(
      uniqueKeysWithValues: cases.facts.indices.map {
        (cases.facts[$0].id, cases.reply($0, places[$0]))
      })
  }

  /// Cases in which some facts are known, some are not sure and some were not asked.
  mutating func partialCases(_ count: Int) -> [Partial] {
    (0..<count).map { _ in
      var partial = Partial(replies: [:], places: cases.facts.map { _ in nil })
      for (index, fact) in cases.facts.enumerated() {
        switch numbers.below(5) {
        case 0: partial.replies[fact.id] = .notSure
        case 1, 2:
          let place = numbers.below(cases.values[index].count)
          partial.places[index] = place
          partial.replies[fact.id] = cases.reply(index, place)
        default: break
        }
      }
      return partial
    }
  }

  /// The partial case of replies that were taken from full cases.
  func partial(_ replies: Replies) -> Partial {
    let places = cases.facts.indices.map { fact in
      cases.values[fact].indices.first {
        replies[cases.facts[fact].id] == cases.reply(fact, $0)
      }
    }
    return Partial(replies: replies, places: places)
  }

  /// The numbers of the full cases that agree with a partial one.
  func completions(of partial: Partial) -> [Int] {
    (0..<cases.count).filter { number in
      cases.facts.indices.allSatisfy { fact in
        partial.places[fact].map { cases.place(of: fact, in: number) == $0 } ?? true
      }
    }
  }

  /// Whether two completions that differ in this fact alone have different advice.
  func matters(_ fact: Int, in partial: Partial) -> Bool {
    var others = partial
    others.places[fact] = nil
    return completions(of: others).contains { number in
      // Two values differ in advice just if one of them differs from the first.
      let first = number - cases.place(of: fact, in: number) * cases.strides[fact]
      return adviceNumber[number] != adviceNumber[first]
    }
  }
}

extension Answer {
  /// The advice as shown, in the form of the reference.
  var told: ToldAdvice {
    ToldAdvice(
      verdict: verdict,
      steps: Set(steps.map { Step(what: $0.what, deadline: $0.deadline, who: $0.who) }),
      provisos: Set(provided.map(\.that)), contacts: Set(contacts))
  }
}
