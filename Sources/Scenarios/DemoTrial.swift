import DecisionEngine
import Diagnostics
import PolicyModel

extension DemoStep {
  /// What of the answer to some replies is not as the step expects.
  public func faults(
    of replies: [Identifier<Fact>: Reply], in table: DecisionTable
  ) -> [Diagnostic] {
    guard let expectation else { return [] }
    let scenario = Scenario(
      name: "", organisation: table.organisation.id, topic: table.topic.id, asks: nil,
      facts: replies, tags: [], notes: nil, expectation: expectation, location: location,
      factLocations: [:])
    return ScenarioTrial(scenario, in: table).mismatches.map(Diagnostic.demoIsWrong)
  }
}
