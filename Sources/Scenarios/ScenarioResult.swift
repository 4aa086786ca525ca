import Diagnostics
import PolicyModel

/// What came of trying one scenario.
public struct ScenarioResult: Sendable {
  public let scenario: Scenario
  /// Everything that is not as expected; none where the scenario holds.
  public let mismatches: [Mismatch]
  /// Facts that were given and change nothing, so that they need not be.
  public let unneeded: [Identifier<Fact>]

  public var holds: Bool { mismatches.isEmpty }

  /// Where a fact is given.
  public func location(of fact: Identifier<Fact>) -> SourceLocation {
    scenario.factLocations[fact] ?? scenario.location
  }
}

/// Something that is not as a scenario expects.
public struct Mismatch: Sendable {
  /// The name of the expectation, or `facts` where one is missing.
  public let field: String
  public let location: SourceLocation
  public let expected: String
  public let got: String
  /// Why it is so: the rule and clause that decide, and what would have to differ; a sentence each.
  public let reasons: [String]
  /// What would be expected if today's answer is right, nil where nothing can be accepted.
  let update: ExpectationUpdate?
}

extension ScenarioResult {
  /// Whether something is wrong that accepting today's answer would not mend.
  public var cannotBeAccepted: Bool { mismatches.contains { $0.update == nil } }
}
