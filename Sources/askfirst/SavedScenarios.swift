import Files
import Presentation
import Scenarios
import Shell

/// Keeps scenarios of a dialogue in a file: at the end of one that is there, or in a new one.
enum SavedScenarios {
  static func keep(_ request: SaveRequest, home: String?) -> Page {
    let path = FilePath.inHome(request.path, home: home)
    do {
      try OutputFile.append(to: path) { bytes in
        try ScenarioDraft.addition(of: request.drafts, to: try file(path, holding: bytes))
      }
      return ScenarioPages.saved(request.drafts.count, in: path)
    } catch let obstacle as ScenarioDraft.Obstacle {
      return ScenarioPages.notSaved(in: path, why: obstacle.why)
    } catch let failure as RegularFile.Failure {
      return ScenarioPages.notSaved(in: path, why: failure.why)
    } catch let failure as OutputFile.Failure {
      return ScenarioPages.notSaved(in: path, why: failure.why)
    } catch {
      return ScenarioPages.notSaved(in: path, why: "something went wrong")
    }
  }

  /// The file that is there already, nil if there is none.
  private static func file(
    _ path: String, holding bytes: [UInt8]?
  ) throws(RegularFile.Failure) -> ScenarioFile? {
    // A table is refused with a reason of its own where there is one.
    let endings = ScenarioFile.endings.filter { bytes != nil || !$0.hasSuffix("csv") }
    guard endings.contains(where: path.hasSuffix) else {
      throw RegularFile.Failure(why: "the name of a file of scenarios ends in .yaml")
    }
    return bytes.map { ScenarioFile(name: path, bytes: $0) }
  }
}
