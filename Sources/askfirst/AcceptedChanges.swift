import LineEditing
import Presentation
import Scenarios

/// `run --accept` and `check --fix`: shows what would change in the files, and changes it once that is confirmed.
struct AcceptedChanges {
  private let files: [AcceptedFile]
  /// What is left as it is.
  private let rest: ScenarioPages.Rest
  /// Counts what is left once the changes are made; nil where that is what was left before.
  private let countAgain: (() -> Int)?

  /// What accepting some results changes; so many further scenarios are at fault.
  init(_ results: [ScenarioResult], besides faulty: Int, in files: [ScenarioFile]) {
    let accepted = AcceptedFiles(accepting: results, in: files)
    self.files = accepted.files
    rest = .scenarios(
      tried: results.count, failing: results.count { $0.cannotBeAccepted }, faulty: faulty,
      refused: accepted.refused)
    countAgain = nil
  }

  /// Changes of files that have been worked out, and how many findings they leave.
  init(
    _ files: [AcceptedFile], leavingFindings rest: Int, countingAgain count: @escaping () -> Int
  ) {
    countAgain = count
    self.files = files
    self.rest = .findings(rest)
  }

  func write(isConfirmed: Bool, _ invocation: Invocation) throws(UsageError) -> ExitCode {
    let renderer = invocation.settings.renderer
    let ending = rest.isNothing ? ExitCode.fine : .failed
    guard !files.isEmpty else {
      let page = ScenarioPages.nothingToChange(leaving: rest)
      return CommandLineTool.print(renderer.render(page), exit: ending)
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
    let left = countAgain.map { ScenarioPages.Rest.findings($0()) } ?? rest
    return CommandLineTool.print(
      renderer.render(ScenarioPages.changed(files, leaving: left)), exit: ending)
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
