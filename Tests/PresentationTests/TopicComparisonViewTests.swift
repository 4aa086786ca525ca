import Authoring
import Goldens
import PolicyModel
import Testing

@testable import Presentation

@Suite struct TopicComparisonViewTests {
  private func view(
    _ topic: Identifier<Topic>, all: Bool = false
  ) throws -> (view: TopicComparisonView, comparison: TopicComparison) {
    let knowledge = try HandoffTests.knowledge()
    let topic = try #require(knowledge[topic: topic])
    let comparison = try #require(TopicComparison(of: topic, in: knowledge))
    return (TopicComparisonView(comparison, all: all, knowledge: knowledge), comparison)
  }

  private func text(_ view: TopicComparisonView, _ width: Int) -> String {
    PageRenderer(width: width).render(view.page(width: width))
  }

  @Test(arguments: [80, 40]) func theTableReadsAsItWasAccepted(_ width: Int) throws {
    let text = text(try view("report-misuse").view, width)
    try Golden().expect(text, equals: "compare-\(width).txt")
  }

  @Test(arguments: ["friend-request", "photos-of-people", "legal-threat"])
  func everyWindowIsKeptToAndTheNumberIsTold(_ topic: String) throws {
    let (view, comparison) = try view(Identifier(topic))
    let differing = comparison.disagreements.count
    for width in [20, 40, 60, 80, 100, 200] {
      let text = text(view, width)
      for line in text.split(separator: "\n") {
        #expect(line.count < min(width, 100), "\(line)")
      }
      let told = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(told.contains("the verdicts differ in \(differing) of them"))
      let shown = min(differing, TopicComparisonView.mostRows)
      #expect(told.contains(" \(shown). If") && !told.contains(" \(shown + 1). If"))
    }
  }

  @Test func agreementsAreShownIfAllIsWanted() throws {
    let (few, comparison) = try view("consequences")
    let (all, _) = try view("consequences", all: true)
    #expect(comparison.disagreements.count < comparison.situations.count)
    let last = "\(comparison.situations.count). If"
    #expect(text(all, 80).contains(last) && !text(few, 80).contains(last))
    #expect(text(few, 80).contains("--all shows"))
    #expect(!text(all, 80).contains("--all") && !few.html.contains("--all"))
  }

  @Test func everyRowAndOrganisationStandsInTheFormatsToBeSent() throws {
    let (view, comparison) = try view("report-misuse")
    let rows = comparison.disagreements.count
    let page = HTMLPage(view.html)
    #expect(page.isWellFormed)
    #expect(page.names.count { $0 == "td" } == rows * comparison.tables.count)
    #expect(page.names.count { $0 == "th" } == rows + comparison.tables.count + 1)
    let table = view.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(table.count == rows + 2)
    for line in table {
      #expect(line.dropFirst().matches(of: #/[^\\]\|/#).count == comparison.tables.count + 1)
    }
  }
}
