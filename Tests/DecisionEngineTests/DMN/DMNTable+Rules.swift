import PolicyModel

@testable import DecisionEngine

/// A published table as a topic of ours, with what is needed to read the answers back.
struct DMNTopic: Sendable {
  let table: DMNTable
  /// By the place of the input; nil where no rule asks anything of it.
  let columns: [Column?]
  let ruleSet: RuleSet

  /// An input as a fact: its options are values of which no rule tells any other value apart.
  struct Column: Sendable {
    let fact: Identifier<Fact>
    let tests: [DMNCell.Test]
    let samples: [DMNValue]

    func option(_ place: Int) -> Identifier<Option> {
      samples[place] == .nothing ? "other" : Identifier("\(place): \(samples[place])")
    }

    /// The option that a value falls under.
    func option(of value: DMNValue) -> Identifier<Option> {
      let place = samples.firstIndex { sample in
        tests.allSatisfy { $0.holds(for: sample) == $0.holds(for: value) }
      }
      return place.map(option) ?? "other"
    }
  }

  init(_ table: DMNTable) throws(Unsupported) {
    self.table = table
    columns = table.inputs.indices.map { Self.column($0, of: table) }
    let facts = columns.compactMap { column in
      column.map { column in
        Fact(
          id: column.fact, question: "?", kind: .one,
          options: column.samples.indices.map {
            Option(id: column.option($0), label: "\(column.samples[$0])")
          })
      }
    }
    if facts.contains(where: { $0.options.count > Fact.mostOptions }) {
      throw Unsupported(reason: "an input with more than \(Fact.mostOptions) different values")
    }
    let verdicts = Self.verdicts(of: table)
    if table.hitPolicy == .outputOrder, Set(table.rules.map(\.rank)).count > Self.hit.count {
      throw Unsupported(reason: "an order of more outputs than there are verdicts")
    }
    let rules = table.rules.indices.map { [columns] index in
      PolicyModel.Rule(
        id: Self.id(index), condition: Self.condition(table.rules[index], columns),
        overrides: Self.relaxed(by: index, in: table).map(Self.id),
        advice: Self.advice(index, verdicts[index], in: table))
    }
    ruleSet = RuleSet(facts, rules, otherwise: Advice(verdict: .note, say: "no rule holds"))
  }

  static func id(_ rule: Int) -> Identifier<Rule> { Identifier("rule-\(rule + 1)") }

  private static func column(_ input: Int, of table: DMNTable) -> Column? {
    let tests = table.rules.flatMap { $0.cells[input].tests ?? [] }
    if tests.isEmpty { return nil }
    var samples: [DMNValue] = []
    for case .equals(let value) in tests where !samples.contains(value) {
      if case .number = value { continue }
      samples.append(value)
    }
    let numbers = Set(tests.flatMap(\.numbers)).sorted()
    if let first = numbers.first, let last = numbers.last {
      samples.append(.number(first - 1))
      for (number, next) in zip(numbers, numbers.dropFirst()) {
        samples += [.number(number), .number((number + next) / 2)]
      }
      samples += [.number(last), .number(last + 1)]
    }
    return Column(fact: Identifier("input-\(input)"), tests: tests, samples: samples + [.nothing])
  }

  private static func condition(_ rule: DMNTable.Rule, _ columns: [Column?]) -> Condition {
    .all(
      zip(rule.cells, columns).compactMap { cell, column in
        guard let column, cell.tests != nil else { return nil }
        let passing = column.samples.indices.filter { cell.holds(for: column.samples[$0]) }
        return .fact(column.fact, isAnyOf: passing.map(column.option))
      })
  }

  /// The rules that give way: what comes first in the order of priority or of the table stands.
  private static func relaxed(by rule: Int, in table: DMNTable) -> [Int] {
    table.rules.indices.filter { other in
      switch table.hitPolicy {
      case .first: other > rule
      case .priority: table.rules[rule].rank.lexicographicallyPrecedes(table.rules[other].rank)
      default: false
      }
    }
  }

  /// The verdicts of rules that hold; `note` is left to what is said otherwise.
  private static let hit: [Verdict] = [.act, .no, .askFirst, .yesIf, .yes, .silent]

  /// A verdict for each output while there are enough of them, in the order of the outputs.
  private static func verdicts(of table: DMNTable) -> [Verdict] {
    if table.hitPolicy.isMultiple && table.hitPolicy != .outputOrder {
      return table.rules.map { _ in .silent }
    }
    if table.hitPolicy.ranksOutputs {
      let ranks = Set(table.rules.map(\.rank)).sorted { $0.lexicographicallyPrecedes($1) }
      return table.rules.map { hit[min(ranks.firstIndex(of: $0.rank) ?? 0, hit.count - 1)] }
    }
    var seen: [DMNValue] = []
    return table.rules.map { rule in
      if !seen.contains(rule.result) { seen.append(rule.result) }
      return hit[min(seen.firstIndex(of: rule.result) ?? 0, hit.count - 1)]
    }
  }

  /// The output is a step, so that a dialogue asks all that it hangs on.
  private static func advice(_ rule: Int, _ verdict: Verdict, in table: DMNTable) -> Advice {
    let output = "\(table.rules[rule].result)"
    // Where it counts how many rules hold, two with one output are told apart.
    let countsRules = table.hitPolicy.isMultiple || table.hitPolicy == .unique
    let what = countsRules ? "\(id(rule)): \(output)" : output
    return Advice(verdict: verdict, say: output, steps: [Step(what: what)])
  }
}
