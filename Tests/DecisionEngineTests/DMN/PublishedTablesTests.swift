import Foundation
import PolicyModel
import Testing

@testable import DecisionEngine

/// The engine on the test cases of the DMN standard, from a folder that is not part of this project.
@Suite struct PublishedTablesTests {
  static let folder = ProcessInfo.processInfo.environment["ASKFIRST_DMN_CASES"]

  @Test(.enabled(if: folder != nil, "ASKFIRST_DMN_CASES does not name a folder of DMN test cases"))
  func everyPublishedCaseThatCanBeRunHasItsResult() throws {
    let report = try DMNReport.run(folder: URL(filePath: try #require(Self.folder)))
    print(report)
    #expect(report.failures.isEmpty)
    #expect(report.passed > 0, "nothing was run")
  }
}
