import LineEditing
import Presentation
import Scenarios

/// `run --accept` and `check --fix`: shows what would change in the files, and changes it once that is confirmed.
struct AcceptedChanges {
  private let files: [AcceptedFile]
  /// What is left as it is: failures of which nothing can be accepted, or findings without a repair.
  private let rest: Int
  private let kind: ScenarioPages.ChangeKind
  /// Counts what is left once the changes are made; nil where that is what was left before.
  private let countAgain: (() -> Int)?

  init(_ results: [ScenarioResult], in files: [ScenarioFile]) {
    self.files = AcceptedFile.all(accepting: results, in: files)
    rest = results.count { $0.cannotBeAccepted }
    kind = .expectations
    countAgain = nil
  }

  /// Changes of files that have been worked out, and how many findings they leave.
  init(
    _ files: [AcceptedFile], leaving rest: Int, as kind: ScenarioPages.ChangeKind,
    countingAgain count: @escaping () -> Int
  ) {
    countAgain = count
    self.files = files
    self.rest = rest
    self.kind = kind
  }

  func write(isConfirmed: Bool, _ invocation: Invocation) throws(UsageError) -> ExitCode {
    let renderer = invocation.settings.renderer
    guard !files.isEmpty else {
      let page = ScenarioPages.nothingToChange(kind, leaving: rest)
      return CommandLineTool.print(renderer.render(page), exit: rest == 0 ? .fine : .failed)
    }
    let shown = CommandLineTool.print(renderer.render(ScenarioPages.changes(in: files)))
    guard shown == .fine else { return shown }
    let mayWrite = isConfirmed ? true : try asks()
    guard mayWrite else {
      return CommandLineTool.print("Nothing was changed.\n", exit: .failed)
    }
    for file in files {
      do throws(OutputFile.Failure) {
        try OutputFile.replace(file.name, holding: file.before, with: file.bytes)
      } catch {
        return CommandLineTool.refuse(error)
      }
    }
    let page = ScenarioPages.changed(files, kind, leaving: countAgain?() ?? rest)
    return CommandLineTool.print(renderer.render(page), exit: rest == 0 ? .fine : .failed)
  }

  private func asks() throws(UsageError) -> Bool {
    guard TerminalOutput.standardOutput.isTerminal, Terminal.isTerminal(0) else {
      throw UsageError("nobody can confirm these changes here", hint: "add '--yes'")
    }
    TerminalOutput.standardOutput.write("Write these changes? [y/N] ")
    TerminalOutput.standardOutput.flush()
    let reply = (readLine() ?? "").lowercased()
    return reply == "y" || reply == "yes"
  }
}
