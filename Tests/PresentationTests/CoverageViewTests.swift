import Authoring
import Foundation
import PolicyModel
import Testing

@testable import Presentation

@Suite struct CoverageViewTests {
  @Test(arguments: [30, 40, 80]) func theTableFitsTheWindow(_ width: Int) throws {
    let view = CoverageView(
      KnowledgeCoverage(of: try HandoffTests.knowledge(), by: []), scenarios: 0, names: [])
    let text = PageRenderer(width: width).render(view.page(width: width, namingAll: true))
    // The scenario stands as it is, so that it can be copied.
    let report = try #require(text.components(separatedBy: "\nscenario: ").first)
    for line in report.split(separator: "\n") { #expect(line.count < width, "\(line)") }
    #expect(report.contains("What 0 scenarios reach"))
    #expect(report.contains("rules") && report.contains("together"))
  }

  @Test(arguments: [
    (2, 12, "16.7 %"), (1, 12, "8.3 %"), (0, 7, "0.0 %"), (7, 7, "100.0 %"),
    (1, 9_999, "0.1 %"), (9_998, 9_999, "99.9 %"),
  ]) func sharesAreRoundedButNeverToAllOrNothing(_ reached: Int, _ total: Int, _ text: String) {
    #expect(CoverageView.percent(reached, of: total) == text)
  }

  @Test func theScenarioHasANameOfItsOwn() throws {
    let coverage = KnowledgeCoverage(of: try HandoffTests.knowledge(), by: [])
    func name(_ names: Set<String>) throws -> String {
      let file = try #require(
        CoverageView(coverage, scenarios: 0, names: names).scenarioFile)
      return String(file.prefix { $0 != "\n" }.dropFirst("scenario: ".count)).filter { $0 != "\"" }
    }
    let first = try name([])
    let second = try name([first])
    #expect(first != second)
    #expect(try name([first, second]).hasSuffix("3"))
  }
}
