import Authoring
import DecisionEngine
import Diagnostics
import PolicyModel
import Scenarios

/// What `askfirst check` has found, in the forms in which it is told.
public struct CheckReport: Sendable {
  /// A fault, with a scenario that shows it where one can.
  public struct Finding: Sendable {
    let diagnostic: Diagnostic
    let scenario: String?
  }

  let findings: [Finding]
  /// How well the clauses stand in the originals, and what there is, in sentences.
  let proof: String
  let summary: String

  /// A report of faults; those about cases are shown with the knowledge in which they occur.
  public init(
    _ faults: [KnowledgeFault], and others: [Diagnostic], in knowledge: Knowledge?,
    proof: String = "", summary: String = ""
  ) {
    var names: [String: Int] = [:]
    let shown = faults.map { fault -> Finding in
      guard let example = fault.example, let knowledge,
        let table = DecisionTable(
          knowledge, organisation: example.organisation, topic: example.topic)
      else { return Finding(diagnostic: fault.diagnostic, scenario: nil) }
      let name =
        "\(fault.diagnostic.code.rawValue), \(example.organisation), \(example.topic): "
        + fault.diagnostic.message
      let count = names[name, default: 0] + 1
      names[name] = count
      let text = ScenarioText(
        named: count == 1 ? name : "\(name) (\(count))", facts: example.replies, in: table)
      return Finding(diagnostic: fault.diagnostic, scenario: text.text)
    }
    findings = (shown + others.map { Finding(diagnostic: $0, scenario: nil) })
      .sorted { $0.diagnostic < $1.diagnostic }
    self.proof = proof
    self.summary = summary
  }

  /// Whether nothing was found.
  public var isClean: Bool { findings.isEmpty }

  /// The findings as editors read them, the scenarios as `askfirst run` reads them, and a summary.
  public var text: String {
    var text = findings.map { "\($0.diagnostic)\n" }.joined()
    let scenarios = findings.compactMap(\.scenario)
    if !scenarios.isEmpty {
      text +=
        "\n# Cases that show it, as scenarios:\n" + scenarios.joined(separator: "---\n") + "\n"
    }
    text += proof + summary
    if isClean { return text + ": no faults\n" }
    let count = findings.count
    let codes = Set(findings.map(\.diagnostic.code.rawValue)).sorted()
    return text + "\n\(count) \(count == 1 ? "finding" : "findings"); "
      + "'askfirst explain \(codes[0])' says more about \(codes[0])\n"
  }
}

/// The findings as versioned JSON with sorted keys.
public struct CheckReportJSON: Encodable {
  struct Place: Encodable {
    let file: String
    let line, column: Int
    let message: String?
  }

  struct Finding: Encodable {
    let code, severity, message: String
    let place: Place
    let notes: [Place]
    let hint, scenario: String?
  }

  let version = 1
  let findings: [Finding]

  public init(_ report: CheckReport) {
    findings = report.findings.map { finding in
      let diagnostic = finding.diagnostic
      return Finding(
        code: diagnostic.code.rawValue, severity: diagnostic.severity.rawValue,
        message: diagnostic.message, place: Place(diagnostic.location, nil),
        notes: diagnostic.notes.map { Place($0.location, $0.message) }, hint: diagnostic.hint,
        scenario: finding.scenario)
    }
  }
}

extension CheckReportJSON.Place {
  init(_ location: SourceLocation, _ message: String?) {
    self.init(
      file: location.file, line: location.position.line, column: location.position.column,
      message: message)
  }
}
