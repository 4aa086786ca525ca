import Diagnostics
import Scenarios

/// What came of a run of scenarios, for people.
public struct ScenarioReport: Sendable {
  let results: [ScenarioResult]
  /// What could not be tried, as something is wrong with it.
  let faulty: [FaultyScenario]
  /// How many scenarios there are that were not tried, as an earlier one failed.
  let untried: Int

  public init(
    _ results: [ScenarioResult], faulty: [FaultyScenario] = [], untried: Int = 0
  ) {
    self.results = results
    self.faulty = faulty
    self.untried = untried
  }

  var failed: [ScenarioResult] { results.filter { !$0.holds } }

  /// The failures with their reasons, and how many hold; every scenario where that is wanted.
  public func page(naming all: Bool) -> Page {
    var page = Page()
    for result in results {
      if result.holds {
        if all { page.addItem("ok", StyledText(result.scenario.name), indent: 0, width: 6) }
        continue
      }
      page.addSpace()
      page.addItem("FAIL", StyledText(result.scenario.name, .heading), indent: 0, width: 6)
      for mismatch in result.mismatches { page.append(Self.page(of: mismatch)) }
      page.addSpace()
    }
    for result in results {
      for fact in result.unneeded {
        page.add(
          .muted("\(result.location(of: fact)): the fact '\(fact)' is given and never needed"),
          hanging: 2)
      }
    }
    page.addSpace()
    page.add(StyledText(summary))
    return page
  }

  private static func page(of mismatch: Mismatch) -> Page {
    var page = Page()
    page.add(.muted("\(mismatch.location)"), indent: 6)
    page.add(
      "\(mismatch.field): expected \(mismatch.expected), got \(mismatch.got)", indent: 6,
      hanging: 8)
    for reason in mismatch.reasons { page.add(StyledText(reason), indent: 8) }
    return page
  }

  /// How many hold, in one sentence.
  public var summary: String {
    let count = results.count
    let held = count - failed.count
    let rest = faults + (untried > 0 ? " \(untried) not tried after the first that failed." : "")
    switch (count, failed.count) {
    case (0, _): return "No scenario was tried." + rest
    case (1, 0): return "The scenario holds." + rest
    case (1, _): return "The scenario fails." + rest
    case (_, 0): return "All \(count) scenarios hold." + rest
    default:
      return "\(held) of \(count) scenarios \(held == 1 ? "holds" : "hold"), "
        + "\(failed.count) \(failed.count == 1 ? "fails" : "fail")." + rest
    }
  }

  /// What could not be tried, in a sentence, nothing if all could.
  private var faults: String {
    switch faulty.count {
    case 0: ""
    case 1: " One is at fault and was not tried."
    default: " \(faulty.count) are at fault and were not tried."
    }
  }
}

extension FaultyScenario {
  /// Its name, or its place where it has none.
  var title: String { name ?? "\(location)" }

  /// What is wrong with it, a text for each fault.
  var faults: [String] {
    diagnostics.isEmpty
      ? ["its faults are not listed, as the file has too many"]
      : diagnostics.map { "\($0)" }
  }

  /// The first fault in one line, and its code.
  var line: String { diagnostics.first?.message ?? faults[0] }
  var code: String { diagnostics.first?.code.rawValue ?? "" }
}

extension Mismatch {
  /// What is wrong in one line.
  var line: String { "\(field): expected \(expected), got \(got)" }
}
