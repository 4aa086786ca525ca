import Diagnostics

/// The findings in SARIF 2.1.0, the form in which code hosts show what tools have found.
public struct CheckReportSARIF: Encodable {
  struct Text: Encodable {
    let text: String
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "askfirst"
    let version: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    struct Configuration: Encodable {
      let level: String
    }

    let id: String
    let shortDescription, fullDescription, help: Text
    let defaultConfiguration: Configuration
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let relatedLocations: [Location]?
    let properties: Properties?
  }

  struct Properties: Encodable {
    let hint, scenario: String?
  }

  struct Location: Encodable {
    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region
    }

    struct Artifact: Encodable {
      let uri: String
    }

    struct Region: Encodable {
      let startLine, startColumn: Int
    }

    let id: Int?
    let physicalLocation: Physical
    let message: Text?
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// The findings of a version of the program; the rules are the pages of `askfirst explain`.
  public init(_ report: CheckReport, programVersion: String) {
    let codes = Set(report.findings.map(\.diagnostic.code)).sorted { $0.rawValue < $1.rawValue }
    let rules = codes.map { code in
      let page = ExplainPage.page(of: code)
      return Rule(
        id: code.rawValue, shortDescription: Text(text: page.title),
        fullDescription: Text(text: page.cause), help: Text(text: page.repair),
        defaultConfiguration: .init(level: code.severity.rawValue))
    }
    let results = report.findings.map { finding in
      let diagnostic = finding.diagnostic
      let related = diagnostic.notes.enumerated().map {
        Location($1.location, id: $0 + 1, message: $1.message)
      }
      return Result(
        ruleId: diagnostic.code.rawValue,
        ruleIndex: codes.firstIndex(of: diagnostic.code) ?? 0,
        level: diagnostic.severity.rawValue, message: Text(text: diagnostic.message),
        locations: [Location(diagnostic.location)],
        relatedLocations: related.isEmpty ? nil : related,
        properties: diagnostic.hint == nil && finding.scenario == nil
          ? nil : Properties(hint: diagnostic.hint, scenario: finding.scenario))
    }
    runs = [
      Run(tool: Tool(driver: Driver(version: programVersion, rules: rules)), results: results)
    ]
  }
}

extension CheckReportSARIF.Location {
  init(_ location: SourceLocation, id: Int? = nil, message: String? = nil) {
    self.init(
      id: id,
      physicalLocation: Physical(
        artifactLocation: Artifact(uri: Self.uri(location.file)),
        region: Region(
          startLine: location.position.line, startColumn: location.position.column)),
      message: message.map { .init(text: $0) })
  }

  /// The path as a reference; whatever a URI cannot hold is written in per cents.
  private static func uri(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}
