import Authoring
import DecisionEngine
import PolicyModel
import Scenarios

/// Shows how much of the knowledge some scenarios reach.
public struct CoverageView: Sendable {
  let coverage: KnowledgeCoverage
  let suggestion: KnowledgeCoverage.Suggestion?
  /// The scenario that would raise the coverage most, as text.
  let scenario: ScenarioText?
  let scenarios: Int

  /// The view of a coverage by a number of scenarios, none of which has one of the names.
  public init(_ coverage: KnowledgeCoverage, scenarios: Int, names: Set<String>) {
    self.coverage = coverage
    self.scenarios = scenarios
    let suggestion = coverage.suggestion()
    self.suggestion = suggestion
    scenario = suggestion.map { found in
      let name = "More of \(found.table.topic.id) (\(found.table.organisation.id))"
      let numbers = (2...(names.count + 2)).lazy.map { "\(name) \($0)" }
      return ScenarioText(
        named: names.contains(name) ? numbers.first { !names.contains($0) } ?? name : name,
        facts: found.replies, in: found.table,
        notes: Self.notes(on: found.gained))
    }
  }

  private static func notes(on gained: [CaseCoverage.Goal]) -> String? {
    let rules = gained.filter { $0.kind == .rules }.map(words)
    return rules.isEmpty ? nil : "The first to meet: \(rules.joined(separator: ", "))"
  }

  /// The scenario as a file that can be run, nil where nothing is left to reach.
  public var scenarioFile: String? { scenario?.text }

  /// The table for a window of some columns, with all that is missed if wanted.
  public func page(width: Int, namingAll isVerbose: Bool) -> Page {
    var page = Page()
    page.add(
      StyledText("What \(Self.number(scenarios, "scenario")) reach", .heading)
        + .muted(" (reached/all)"))
    let table = CoverageTable(width: width)
    var organisation: Identifier<Organisation>?
    for topic in coverage.topics {
      let own = topic.table.organisation
      if organisation != own.id {
        organisation = own.id
        page.addHeading(own.name)
        table.addHead(to: &page)
      }
      table.add(
        topic.table.topic.id.text,
        CaseCoverage.Kind.allCases.map(topic.share), to: &page)
      if isVerbose { addMissed(topic, to: &page) }
      if coverage.topics.last(where: { $0.table.organisation.id == own.id })?.table.topic.id
        == topic.table.topic.id
      {
        table.add(
          "together",
          CaseCoverage.Kind.allCases.map { coverage.share(of: $0, in: own.id) }, to: &page)
      }
    }
    addTotal(to: &page)
    addUnreachable(to: &page)
    addScenario(to: &page)
    return page
  }

  private func addMissed(_ topic: CaseCoverage, to page: inout Page) {
    for kind in CaseCoverage.Kind.allCases {
      let missed = topic.missed(kind)
      guard !missed.isEmpty else { continue }
      page.add(
        .muted("\(kind.rawValue) not reached: ")
          + StyledText(missed.map(Self.words).joined(separator: "; ")), indent: 4, hanging: 6)
    }
  }

  private func addTotal(to page: inout Page) {
    page.addHeading("All of it")
    for kind in CaseCoverage.Kind.allCases {
      let share = coverage.share(of: kind)
      let percent = share.total == 0 ? "" : " (\(Self.percent(share.reached, of: share.total)))"
      page.add(
        StyledText("\(share.reached) of \(share.total) \(kind.rawValue)\(percent)"), indent: 2)
    }
  }

  private func addUnreachable(to page: inout Page) {
    let topics = coverage.topics.filter { !$0.unreachable.isEmpty }
    guard !topics.isEmpty else { return }
    page.addHeading("Rules that no case meets, and that do not count")
    for topic in topics {
      page.addItem(
        "•",
        StyledText(
          "\(topic.table.organisation.id) \(topic.table.topic.id): "
            + topic.unreachable.map(\.text).joined(separator: ", ")))
    }
  }

  private func addScenario(to page: inout Page) {
    page.addHeading("The scenario that would raise it most")
    guard let suggestion, let scenario else {
      let isWhole = coverage.topics.allSatisfy { $0.reached.count == $0.goals.count }
      page.add(
        isWhole ? "Nothing is left to reach." : "No case was found that reaches more.", indent: 2)
      return
    }
    let counts = CaseCoverage.Kind.allCases.compactMap { kind in
      let count = suggestion.gained.count { $0.kind == kind }
      return count == 0 ? nil : Self.number(count, String(kind.rawValue.dropLast()))
    }
    page.add(StyledText("It is the first to reach \(Wording.list(counts, "and"))."), indent: 2)
    page.addSpace()
    page.append(Page(verbatim: scenario.text))
  }

  private static func number(_ count: Int, _ name: String) -> String {
    "\(count) \(name)\(count == 1 ? "" : "s")"
  }

  /// A share of something in per cent: only what is whole is called 100, and only nothing at all 0.
  static func percent(_ reached: Int, of total: Int) -> String {
    let nearest = (reached * 1_000 + total / 2) / total
    let isPart = 0 < reached && reached < total
    let tenths = isPart ? min(max(nearest, 1), 999) : nearest
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// A goal in the words of those who edit the knowledge.
  static func words(_ goal: CaseCoverage.Goal) -> String {
    switch goal {
    case .rule(let rule): rule?.text ?? "otherwise"
    case .condition(let statement, true): ConditionText.of(statement)
    case .condition(let statement, false): ConditionText.of(.not(statement))
    case .option(let fact, let option): "\(fact)=\(option)"
    case .clause(let citation): citation.description
    }
  }
}

/// The rows of a table of shares, as wide as a window lets them be.
private struct CoverageTable {
  private static let nameColumns = 26
  private static let shareColumns = 12
  private let isWide: Bool

  init(width: Int) {
    let kinds = CaseCoverage.Kind.allCases.count
    isWide = width > 2 + Self.nameColumns + kinds * Self.shareColumns
  }

  func addHead(to page: inout Page) {
    guard isWide else { return }
    let names = CaseCoverage.Kind.allCases.map { Self.right($0.rawValue) }.joined()
    page.append(Page(verbatim: Self.left("  topic") + names + "\n"))
  }

  func add(_ name: String, _ shares: [KnowledgeCoverage.Share], to page: inout Page) {
    let texts = shares.map { "\($0.reached)/\($0.total)" }
    guard isWide else {
      let named = zip(CaseCoverage.Kind.allCases, texts).map { "\($0.rawValue) \($1)" }
      page.add(StyledText(name), indent: 2)
      page.add(.muted(named.joined(separator: ", ")), indent: 4)
      return
    }
    let isLong = name.columns > Self.nameColumns
    if isLong { page.add(StyledText(name), indent: 2) }
    page.append(
      Page(
        verbatim: Self.left("  " + (isLong ? "" : name)) + texts.map(Self.right).joined() + "\n"))
  }

  private static func left(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 2 + nameColumns - text.columns))
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, shareColumns - text.columns)) + text
  }
}
