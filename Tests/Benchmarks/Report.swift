import Foundation

/// All sections as a table for people and as JSON.
struct Report {
  private var sections: [(name: String, title: String, findings: Findings)] = []

  mutating func add(_ section: Section, _ findings: Findings) {
    sections.append((section.rawValue, section.title, findings))
  }

  static let heading =
    "median".padded(78 - 1 + 8) + "quartiles".padded(23) + "lowest, highest".padded(23)
    + "runs".padded(6) + "  wanted"

  /// A section's lines.
  static func text(_ section: Section, _ findings: Findings) -> String {
    var lines = ["", section.title]
    for figure in findings.figures {
      let sample = figure.sample
      var line = "  " + figure.name.padding(toLength: 64, withPad: " ", startingAt: 0)
      line += number(sample.median).padded(11) + " "
      line += figure.unit.padding(toLength: 8, withPad: " ", startingAt: 0)
      let isOne = sample.values.count == 1
      line += isOne ? "".padded(23) : pair(sample.lowerQuartile, sample.upperQuartile)
      line += isOne ? "".padded(23) : pair(sample.lowest, sample.highest)
      line += "\(sample.values.count)".padded(6) + wanted(figure)
      lines.append(line)
    }
    lines += findings.remarks.map { "  (\($0))" }
    return lines.joined(separator: "\n")
  }

  private static func wanted(_ figure: Figure) -> String {
    switch figure.wanted {
    case nil: ""
    case .atMost(let limit)?:
      "  ≤ \(number(limit)) \(figure.sample.median <= limit ? "yes" : "NO")"
    case .atLeast(let limit)?:
      "  ≥ \(number(limit)) \(figure.sample.median >= limit ? "yes" : "NO")"
    }
  }

  private static func pair(_ low: Double, _ high: Double) -> String {
    (number(low) + " – " + number(high)).padded(23)
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "none" }
    let size = abs(value)
    let places = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3
    return String(format: "%.\(places)f", value)
  }

  /// The report for programs.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      Content(
        version: 1, processors: ProcessInfo.processInfo.activeProcessorCount,
        sections: sections.map { name, title, findings in
          Content.Section(
            name: name, title: title, figures: findings.figures.map(Content.Figure.init),
            remarks: findings.remarks)
        }))
  }

  /// The report as it is written, with keys in the order of their names.
  private struct Content: Encodable {
    struct Section: Encodable {
      let name: String
      let title: String
      let figures: [Figure]
      let remarks: [String]
    }

    struct Figure: Encodable {
      let name: String
      let unit: String
      let runs: Int
      let median: Double
      let quartiles: [Double]
      let range: [Double]
      let atMost: Double?
      let atLeast: Double?
      let isMet: Bool?

      init(_ figure: Benchmarks.Figure) {
        let sample = figure.sample
        name = figure.name
        unit = figure.unit
        runs = sample.values.count
        median = sample.median
        quartiles = [sample.lowerQuartile, sample.upperQuartile]
        range = [sample.lowest, sample.highest]
        if case .atMost(let limit)? = figure.wanted { atMost = limit } else { atMost = nil }
        if case .atLeast(let limit)? = figure.wanted { atLeast = limit } else { atLeast = nil }
        isMet = figure.wanted?.isMet(by: sample.median)
      }
    }

    let version: Int
    let processors: Int
    let sections: [Section]
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
