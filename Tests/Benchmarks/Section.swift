/// The parts of the report, each of which can be asked for by itself.
enum Section: String, CaseIterable {
  case start, decisions, batch, authoring, dialogue, growth, size

  var title: String {
    switch self {
    case .start: "Start: from start to exit, user and system time"
    case .decisions: "Decisions: full answers in process, one core"
    case .batch: "Batch: 100,000 cases from JSON Lines to JSON Lines"
    case .authoring: "What-if, check, tree and diff"
    case .dialogue: "Dialogue through a pseudo-terminal"
    case .growth: "Growth"
    case .size: "Size"
    }
  }

  static func named(_ name: String) throws -> Section {
    guard let section = Section(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      throw BenchFault("there is no section '\(name)'; there is \(names)")
    }
    return section
  }

  func measure(_ bench: Bench) throws -> Findings {
    switch self {
    case .start: try StartSection.measure(bench)
    case .decisions: try DecisionsSection.measure(bench)
    case .batch: try BatchSection.measure(bench)
    case .authoring: try AuthoringSection.measure(bench)
    case .dialogue: try DialogueSection.measure(bench)
    case .growth: try GrowthSection.measure(bench)
    case .size: try SizeSection.measure(bench)
    }
  }
}
