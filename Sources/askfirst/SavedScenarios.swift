import Files
import Presentation
import Scenarios
import Shell

/// Keeps scenarios of a dialogue in a file: at the end of one that is there, or in a new one.
enum SavedScenarios {
  static func keep(_ request: SaveRequest) -> Page {
    do {
      try OutputFile.append(to: request.path) { bytes in
        try ScenarioDraft.addition(
          of: request.drafts, to: try file(request.path, holding: bytes))
      }
      return ScenarioPages.saved(request.drafts.count, in: request.path)
    } catch let obstacle as ScenarioDraft.Obstacle {
      return ScenarioPages.notSaved(in: request.path, why: obstacle.why)
    } catch let failure as RegularFile.Failure {
      return ScenarioPages.notSaved(in: request.path, why: failure.why)
    } catch let failure as OutputFile.Failure {
      return ScenarioPages.notSaved(in: request.path, why: failure.why)
    } catch {
      return ScenarioPages.notSaved(in: request.path, why: "something went wrong")
    }
  }

  /// The file that is there already, nil if there is none.
  private static func file(
    _ path: String, holding bytes: [UInt8]?
  ) throws(RegularFile.Failure) -> ScenarioFile? {
    if let bytes { return ScenarioFile(name: path, bytes: bytes) }
    let endings = ScenarioFile.endings.filter { !$0.hasSuffix("csv") }
    guard endings.contains(where: path.hasSuffix) else {
      throw RegularFile.Failure(why: "the name of a file of scenarios ends in .yaml")
    }
    return nil
  }
}
