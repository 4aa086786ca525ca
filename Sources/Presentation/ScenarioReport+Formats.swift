import Diagnostics
import Scenarios

/// What came of a run, for other programs.
extension ScenarioReport {
  /// The Test Anything Protocol, version 14.
  public var tap: String {
    var lines = ["TAP version 14", "1..\(results.count + untried)"]
    for (index, result) in results.enumerated() {
      let name = Diagnostic.printable(result.scenario.name)
        .replacing("\\", with: "\\\\").replacing("#", with: "\\#")
      lines.append("\(result.holds ? "ok" : "not ok") \(index + 1) - \(name)")
      guard !result.holds else { continue }
      lines.append("  ---")
      lines.append("  at: \(Self.quoted("\(result.scenario.location)"))")
      lines.append("  mismatches:")
      for mismatch in result.mismatches {
        lines.append("    - message: \(Self.quoted(mismatch.line))")
        lines.append("      at: \(Self.quoted("\(mismatch.location)"))")
        if mismatch.reasons.isEmpty { continue }
        lines.append("      reasons:")
        lines += mismatch.reasons.map { "        - \(Self.quoted($0))" }
      }
      lines.append("  ...")
    }
    if untried > 0 {
      lines.append("Bail out! \(untried) not tried after the first that failed")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// JUnit's XML, a suite for each file.
  public var junit: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"askfirst\" tests=\"\(results.count)\" "
    xml += "failures=\"\(failed.count)\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
    for (file, results) in byFile {
      let failures = results.count { !$0.holds }
      xml += "  <testsuite name=\"\(Self.xml(file))\" tests=\"\(results.count)\" "
      xml += "failures=\"\(failures)\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
      for result in results { xml += Self.testCase(result) }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private var byFile: [(file: String, results: [ScenarioResult])] {
    var groups: [(file: String, results: [ScenarioResult])] = []
    for result in results {
      let file = result.scenario.location.file
      if groups.last?.file == file {
        groups[groups.count - 1].results.append(result)
      } else {
        groups.append((file, [result]))
      }
    }
    return groups
  }

  private static func testCase(_ result: ScenarioResult) -> String {
    let scenario = result.scenario
    let place = "\(scenario.organisation).\(scenario.topic)"
    var xml = "    <testcase classname=\"\(xml(place))\" name=\"\(Self.xml(scenario.name))\" "
    xml += "file=\"\(Self.xml(scenario.location.file))\" "
    xml += "line=\"\(scenario.location.position.line)\" time=\"0\""
    guard let first = result.mismatches.first else { return xml + "/>\n" }
    xml +=
      ">\n      <failure type=\"\(Self.xml(first.field))\" message=\"\(Self.xml(first.line))\">"
    let lines = result.mismatches.map {
      "\($0.location): \($0.line)" + $0.reasons.map { "\n  \($0)" }.joined()
    }
    return xml + Self.xml(lines.joined(separator: "\n")) + "</failure>\n    </testcase>\n"
  }

  /// Annotations as GitHub's workflow commands have them.
  public var annotations: String {
    var text = ""
    for result in failed {
      for mismatch in result.mismatches {
        let message = ([mismatch.line] + mismatch.reasons)
          .flatMap { $0.split(separator: "\n") }
          .map { Diagnostic.printable(String($0)) }.joined(separator: "\n")
        let position = mismatch.location.position
        text += "::error file=\(Self.property(mismatch.location.file)),line=\(position.line),"
        text += "col=\(position.column),title=\(Self.property(result.scenario.name))"
        text += "::\(Self.percentEscaped(message, "%\r\n"))\n"
      }
    }
    for result in results {
      for fact in result.unneeded {
        let place = result.location(of: fact)
        text += "::warning file=\(Self.property(place.file)),line=\(place.position.line),"
        text += "col=\(place.position.column)::the fact '\(fact)' is given and never needed\n"
      }
    }
    return text
  }

  private static func property(_ text: String) -> String {
    percentEscaped(Diagnostic.printable(text), "%\r\n:,")
  }

  private static func percentEscaped(_ text: String, _ special: String) -> String {
    text.unicodeScalars.map { scalar in
      guard special.unicodeScalars.contains(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  /// A text in double quotes, as YAML and JSON both read it.
  private static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return json.text
  }

  /// A text inside XML; control characters, which XML cannot hold, are spelt out.
  private static func xml(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Diagnostic.printable(String($0)) }.joined(separator: "\n")
      .replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
