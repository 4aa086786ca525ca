import Foundation

/// A decision table as it stands in a published file.
struct DMNTable: Sendable {
  enum HitPolicy: String, CaseIterable, Sendable {
    case unique = "UNIQUE"
    case any = "ANY"
    case priority = "PRIORITY"
    case first = "FIRST"
    case collect = "COLLECT"
    case ruleOrder = "RULE ORDER"
    case outputOrder = "OUTPUT ORDER"

    /// Whether the result is a list of what all rules say that hold.
    var isMultiple: Bool { [.collect, .ruleOrder, .outputOrder].contains(self) }
    /// Whether the result is the first of the outputs in the order of their lists.
    var ranksOutputs: Bool { self == .priority || self == .outputOrder }
  }

  struct Rule: Sendable {
    let cells: [DMNCell]
    let result: DMNValue
    /// The places of the outputs in the lists of their values; a smaller one comes first.
    let rank: [Int]
  }

  let hitPolicy: HitPolicy
  /// The expressions of the inputs, which are names or paths.
  let inputs: [String]
  let rules: [Rule]
  /// The result where no rule holds.
  let otherwise: DMNValue

  init(_ hitPolicy: HitPolicy, inputs: [String], rules: [Rule], otherwise: DMNValue = .nothing) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.rules = rules
    self.otherwise = otherwise
  }

  /// A table from its element, or why it cannot be run.
  init(_ element: Markup) throws(Unsupported) {
    let policy = element.attributes["hitPolicy"] ?? "UNIQUE"
    if let aggregation = element.attributes["aggregation"] {
      throw Unsupported(reason: "aggregation \(aggregation)")
    }
    guard let hitPolicy = HitPolicy(rawValue: policy) else {
      throw Unsupported(reason: "hit policy \(policy)")
    }
    self.hitPolicy = hitPolicy
    inputs = element.all("input").map { $0["inputExpression"]?.innerText ?? "" }
    let outputs = element.all("output")
    guard !outputs.isEmpty else { throw Unsupported(reason: "no output") }
    var listed: [[DMNValue]?] = []
    for output in outputs { listed.append(try Self.values(output["outputValues"])) }
    if hitPolicy.ranksOutputs, listed.allSatisfy({ $0 == nil }) {
      throw Unsupported(reason: "an order of outputs that is not listed")
    }
    var rules: [Rule] = []
    for rule in element.all("rule") {
      rules.append(try Self.rule(rule, inputs: inputs.count, outputs, listed))
    }
    self.rules = rules
    var defaults: [DMNValue] = []
    for output in outputs {
      guard let text = output["defaultOutputEntry"]?.innerText else { continue }
      defaults.append(try DMNValue(literal: text))
    }
    otherwise = defaults.count == outputs.count ? Self.result(defaults, outputs) : .nothing
  }

  private static func rule(
    _ rule: Markup, inputs: Int, _ outputs: [Markup], _ listed: [[DMNValue]?]
  ) throws(Unsupported) -> Rule {
    let entries = rule.all("inputEntry")
    let said = rule.all("outputEntry")
    guard entries.count == inputs, said.count == outputs.count else {
      throw Unsupported(reason: "a rule with more or fewer entries than the table has columns")
    }
    var cells: [DMNCell] = []
    for entry in entries { cells.append(try DMNCell(entry.innerText ?? "")) }
    var values: [DMNValue] = []
    for entry in said { values.append(try DMNValue(literal: entry.innerText ?? "")) }
    let rank = zip(values, listed).map { value, listed in
      listed.map { $0.firstIndex(of: value) ?? $0.count } ?? 0
    }
    return Rule(cells: cells, result: result(values, outputs), rank: rank)
  }

  /// The value of a single output, or all of them by their names.
  private static func result(_ values: [DMNValue], _ outputs: [Markup]) -> DMNValue {
    guard values.count > 1 else { return values[0] }
    let names = outputs.map { $0.attributes["name"] ?? $0.attributes["label"] ?? "" }
    return .structure(Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first }))
  }

  private static func values(_ element: Markup?) throws(Unsupported) -> [DMNValue]? {
    guard let text = element?.innerText else { return nil }
    var values: [DMNValue] = []
    for test in try DMNCell(text).tests ?? [] {
      guard case .equals(let value) = test else {
        throw Unsupported(reason: "output values that are no list")
      }
      values.append(value)
    }
    return values
  }
}
