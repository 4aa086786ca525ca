import Diagnostics
import Scenarios

/// What came of a run, for other programs.
extension ScenarioReport {
  /// The Test Anything Protocol, version 14.
  public var tap: String {
    var lines = ["TAP version 14", "1..\(results.count + faulty.count + untried)"]
    for (index, result) in results.enumerated() {
      let name = Self.description(result.scenario.name)
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
    for (index, scenario) in faulty.enumerated() {
      lines.append("not ok \(results.count + index + 1) - \(Self.description(scenario.title))")
      lines += ["  ---", "  at: \(Self.quoted("\(scenario.location)"))", "  faults:"]
      lines += scenario.faults.map { "    - \(Self.quoted($0))" }
      lines.append("  ...")
    }
    if untried > 0 {
      lines.append("Bail out! \(untried) not tried after the first that failed")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func description(_ name: String) -> String {
    Diagnostic.printable(name).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }

  /// Annotations as GitHub's workflow commands have them.
  public var annotations: String {
    var text = ""
    for result in failed {
      for mismatch in result.mismatches {
        let message = ([mismatch.line] + mismatch.reasons)
          .flatMap { $0.split(separator: "\n") }
          .map { Diagnostic.printable(String($0)) }.joined(separator: "\n")
        text += Self.error(at: mismatch.location, title: result.scenario.name, message)
      }
    }
    for scenario in faulty {
      if scenario.diagnostics.isEmpty {
        text += Self.error(at: scenario.location, title: scenario.title, scenario.line)
      }
      for diagnostic in scenario.diagnostics {
        let message = "\(diagnostic.message) [\(diagnostic.code.rawValue)]"
        let lines = [message] + (diagnostic.hint.map { ["hint: \($0)"] } ?? [])
        text += Self.error(
          at: diagnostic.location, title: scenario.title,
          lines.map(Diagnostic.printable).joined(separator: "\n"))
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

  private static func error(
    at place: SourceLocation, title: String, _ message: String
  ) -> String {
    "::error file=\(property(place.file)),line=\(place.position.line),"
      + "col=\(place.position.column),title=\(property(title))"
      + "::\(percentEscaped(message, "%\r\n"))\n"
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
}
