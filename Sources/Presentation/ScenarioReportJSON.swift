import Diagnostics
import PolicyModel
import Scenarios

/// What came of a run as versioned JSON with sorted keys.
public struct ScenarioReportJSON: Encodable {
  struct Result: Encodable {
    let name, file, organisation, topic: String
    let line: Int
    let holds: Bool
    let mismatches: [Problem]
    let unneededFacts: [String]
  }

  struct Problem: Encodable {
    let field, file, expected, got: String
    let line, column: Int
    let reasons: [String]
  }

  struct Faulty: Encodable {
    let name: String?
    let file: String
    let line: Int
    let faults: [Fault]
  }

  struct Fault: Encodable {
    let code, file, message: String
    let hint: String?
    let line, column: Int
  }

  let version = 1
  let tried, held, failed, faulty, untried: Int
  let scenarios: [Result]
  let faultyScenarios: [Faulty]

  public init(_ report: ScenarioReport) {
    tried = report.results.count
    failed = report.failed.count
    held = tried - failed
    faulty = report.faulty.count
    untried = report.untried
    faultyScenarios = report.faulty.map { scenario in
      Faulty(
        name: scenario.name, file: scenario.location.file, line: scenario.location.position.line,
        faults: scenario.diagnostics.map {
          Fault(
            code: $0.code.rawValue, file: $0.location.file, message: $0.message, hint: $0.hint,
            line: $0.location.position.line, column: $0.location.position.column)
        })
    }
    scenarios = report.results.map { result in
      Result(
        name: result.scenario.name, file: result.scenario.location.file,
        organisation: result.scenario.organisation.text, topic: result.scenario.topic.text,
        line: result.scenario.location.position.line, holds: result.holds,
        mismatches: result.mismatches.map {
          Problem(
            field: $0.field, file: $0.location.file, expected: $0.expected, got: $0.got,
            line: $0.location.position.line, column: $0.location.position.column,
            reasons: $0.reasons)
        }, unneededFacts: result.unneeded.map(\.text))
    }
  }
}
