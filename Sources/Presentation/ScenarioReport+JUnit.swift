import Diagnostics
import Scenarios

/// What came of a run as JUnit's XML.
extension ScenarioReport {
  /// A suite for each file, in which a scenario that could not be tried is an error.
  public var junit: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"askfirst\" \(Self.counts(results, faulty))>\n"
    for suite in suites {
      xml += "  <testsuite name=\"\(Self.xml(suite.file))\" "
      xml += "\(Self.counts(suite.results, suite.faulty))>\n"
      for result in suite.results { xml += Self.testCase(result) }
      for scenario in suite.faulty { xml += Self.testCase(scenario) }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private static func counts(_ results: [ScenarioResult], _ faulty: [FaultyScenario]) -> String {
    let failures = results.count { !$0.holds }
    return "tests=\"\(results.count + faulty.count)\" failures=\"\(failures)\" "
      + "errors=\"\(faulty.count)\" skipped=\"0\" time=\"0\""
  }

  private typealias Suite = (
    file: String, results: [ScenarioResult], faulty: [FaultyScenario]
  )

  private var suites: [Suite] {
    var suites: [Suite] = []
    var numbers: [String: Int] = [:]
    func number(of file: String) -> Int {
      if let known = numbers[file] { return known }
      suites.append((file, [], []))
      numbers[file] = suites.count - 1
      return suites.count - 1
    }
    for result in results {
      suites[number(of: result.scenario.location.file)].results.append(result)
    }
    for scenario in faulty { suites[number(of: scenario.location.file)].faulty.append(scenario) }
    return suites
  }

  private static func testCase(_ result: ScenarioResult) -> String {
    let scenario = result.scenario
    let xml = opening(
      "\(scenario.organisation).\(scenario.topic)", scenario.name, at: scenario.location)
    guard let first = result.mismatches.first else { return xml + "/>\n" }
    let lines = result.mismatches.map {
      "\($0.location): \($0.line)" + $0.reasons.map { "\n  \($0)" }.joined()
    }
    return xml + problem("failure", first.field, first.line, lines)
  }

  private static func testCase(_ scenario: FaultyScenario) -> String {
    opening("faulty", scenario.title, at: scenario.location)
      + problem("error", scenario.code, scenario.line, scenario.faults)
  }

  private static func opening(_ group: String, _ name: String, at place: SourceLocation) -> String {
    "    <testcase classname=\"\(xml(group))\" name=\"\(xml(name))\" file=\"\(xml(place.file))\" "
      + "line=\"\(place.position.line)\" time=\"0\""
  }

  private static func problem(
    _ element: String, _ type: String, _ message: String, _ lines: [String]
  ) -> String {
    ">\n      <\(element) type=\"\(xml(type))\" message=\"\(xml(message))\">"
      + xml(lines.joined(separator: "\n")) + "</\(element)>\n    </testcase>\n"
  }

  /// A text inside XML; what XML cannot hold is spelt out.
  private static func xml(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Diagnostic.printable(String($0)) }.joined(separator: "\n")
      .replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
