import KnowledgeLoading
import Presentation
import Scenarios
import Shell

/// Keeps scenarios of a dialogue in a file: at the end of one that is there, or in a new one.
enum SavedScenarios {
  static func keep(_ request: SaveRequest) -> Page {
    do {
      let text = try ScenarioDraft.addition(
        of: request.drafts, to: try existing(request.path))
      try OutputFile.append(text, to: request.path)
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
  private static func existing(_ path: String) throws(RegularFile.Failure) -> ScenarioFile? {
    guard OutputFile.exists(path) else {
      let endings = ScenarioFile.endings.filter { !$0.hasSuffix("csv") }
      guard endings.contains(where: path.hasSuffix) else {
        throw RegularFile.Failure(why: "the name of a file of scenarios ends in .yaml")
      }
      return nil
    }
    return ScenarioFile(name: path, bytes: try RegularFile.read(path))
  }
}
