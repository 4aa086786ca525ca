import LineEditing
import PolicyModel
import Presentation
import Scenarios
import Shell

/// Shows a demo as it was asked for: on a terminal with keys, else from beginning to end.
enum DemoPlay {
  static func run(
    _ script: DemoScript, _ settings: DemoSettings, _ invocation: Invocation
  ) throws(UsageError) -> ExitCode {
    let surroundings = invocation.settings
    let renderer = surroundings.renderer
    let isOnTerminal = surroundings.terminal == .editing
    let isPlayed = isOnTerminal && settings.waits
    let recorder: DemoRecorder?
    if let path = settings.record {
      recorder = try DemoRecorder(
        path, title: script.demo.title, columns: Terminal.columns() ?? renderer.width,
        rows: Terminal.rows() ?? 24, byClock: isPlayed)
    } else {
      recorder = nil
    }
    let notes: NotesOutput?
    if let path = settings.notes { notes = try NotesOutput(path) } else { notes = nil }
    if isPlayed, let stage = DemoStage(script, settings, surroundings, recorder, notes) {
      let code = stage.run()
      let written = recorder?.finish() ?? .fine
      return code == .fine ? written : code
    }
    let appearance = DemoAppearance(script).withRightChoices
    recorder?.record(appearance, DemoPace(seed: settings.seed), renderer)
    for (index, beat) in script.beats.enumerated() {
      if case .note(let text) = beat.content {
        notes?.show(DemoPages.note(text, before: script.lineAfterNote(at: index)))
      }
    }
    let text =
      isOnTerminal
      ? renderer.render(
        DemoPages.outcome(
          script.demo.title, steps: script.demo.steps.count, chapters: script.chapters.count,
          seconds: script.seconds()))
      : appearance.text(before: script.beats.count, renderer)
        + renderer.render(DemoPages.end.setOff)
    let written = recorder?.finish() ?? .fine
    return CommandLineTool.print(text, exit: written)
  }
}
