import DecisionEngine
import PolicyModel
import QuestionRouting

/// Tries scenarios against the knowledge.
public struct ScenarioRunner {
  private let knowledge: Knowledge
  private let understand: () -> QuestionRouter?
  private var tables: [Case: DecisionTable] = [:]

  /// A runner that asks for the router only where a scenario needs it.
  public init(_ knowledge: Knowledge, understand: @escaping () -> QuestionRouter?) {
    self.knowledge = knowledge
    self.understand = understand
  }

  public mutating func run(_ scenario: Scenario) -> ScenarioResult {
    // A scenario that was read names what exists.
    guard let table = table(of: scenario) else {
      return ScenarioResult(scenario: scenario, mismatches: [], unneeded: [])
    }
    let expected = scenario.expectation
    let trial = ScenarioTrial(scenario, in: table)
    var mismatches = trial.mismatches
    if expected.needsWords {
      mismatches += UnderstandingTrial(scenario, in: table, router: understand()).mismatches
    }
    return ScenarioResult(
      scenario: scenario, mismatches: mismatches.sorted { $0.location < $1.location },
      unneeded: trial.unneeded)
  }

  private mutating func table(of scenario: Scenario) -> DecisionTable? {
    let key = Case(organisation: scenario.organisation, topic: scenario.topic)
    if let table = tables[key] { return table }
    let table = DecisionTable(
      knowledge, organisation: scenario.organisation, topic: scenario.topic)
    tables[key] = table
    return table
  }
}
