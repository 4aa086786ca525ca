import Authoring
import Diagnostics
import Files
import KnowledgeLoading
import Presentation
import Scenarios

/// `check --fix`: takes out what no advice hangs on, once the changes have been confirmed.
struct KnowledgeRepairs {
  private let removals: [String: [TextRemoval]]
  /// Findings that somebody has to think about.
  private let rest: Int

  /// The repairs of some faults; others have been found that have none.
  init(_ faults: [KnowledgeFault], beside others: Int, in loaded: LoadedKnowledge) {
    var removals: [String: [TextRemoval]] = [:]
    for repair in faults.compactMap(\.repair) {
      let (part, place): (TextRemoval.Part, _) =
        switch repair {
        case .entry(let place): (.entry, place)
        case .field(let place): (.field, place)
        }
      guard let span = loaded.span(of: place) else { continue }
      removals[span.location.file, default: []].append(
        TextRemoval(part, from: span.location.position, to: span.end))
    }
    self.removals = removals
    rest = faults.count { $0.repair == nil } + others
  }

  /// Makes the repairs; taking something out can bring new findings, so what is left is counted then.
  func write(
    _ invocation: Invocation, countingAgain count: @escaping () -> Int
  ) throws(UsageError) -> ExitCode {
    var files: [AcceptedFile] = []
    for (name, removals) in removals.sorted(by: { $0.key < $1.key }) {
      do throws(RegularFile.Failure) {
        let file = ScenarioFile(name: name, bytes: try RegularFile.read(name))
        if let repaired = AcceptedFile(file, removing: removals) { files.append(repaired) }
      } catch {
        throw UsageError("the file '\(name)' cannot be read: \(error.why)")
      }
    }
    return try AcceptedChanges(files, leavingFindings: rest, countingAgain: count).write(
      isConfirmed: invocation.arguments.has(.yes), invocation)
  }
}
