import LineEditing
import Presentation
import Scenarios

/// `run --accept`: shows what would change in the files, and changes it once that is confirmed.
struct AcceptedChanges {
  private let files: [AcceptedFile]
  /// Failures of which nothing can be accepted, such as a missing fact.
  private let rest: Int

  init(_ results: [ScenarioResult], in files: [ScenarioFile]) {
    self.files = AcceptedFile.all(accepting: results, in: files)
    rest = results.count { $0.cannotBeAccepted }
  }

  func write(isConfirmed: Bool, _ invocation: Invocation) throws(UsageError) -> ExitCode {
    let renderer = invocation.settings.renderer
    guard !files.isEmpty else {
      let page = ScenarioPages.nothingToAccept(leaving: rest)
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
        try OutputFile.replace(file.name, with: String(decoding: file.bytes, as: UTF8.self))
      } catch {
        return CommandLineTool.refuse(error)
      }
    }
    let page = ScenarioPages.accepted(files, leaving: rest)
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
