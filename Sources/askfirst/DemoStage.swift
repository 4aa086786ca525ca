import LineEditing
import PolicyModel
import Presentation
import Scenarios
import Shell

/// Plays a demo on a terminal: the player says what happens, the stage does it.
final class DemoStage {
  let script: DemoScript
  let settings: Settings
  private let output = TerminalOutput.standardOutput
  let reader: LibeditLineSource
  let performer: DemoPerformer
  let recorder: DemoRecorder?
  private let notes: NotesOutput?
  var appearance: DemoAppearance
  let guest: GuestBox
  private(set) var isOutputLost = false

  /// Whatever completes the lines of the class while it has the keyboard.
  final class GuestBox {
    var shell: Shell?
  }

  init?(
    _ script: DemoScript, _ demo: DemoSettings, _ settings: Settings, _ recorder: DemoRecorder?,
    _ notes: NotesOutput?
  ) {
    let guest = GuestBox()
    guard
      let reader = LibeditLineSource(
        program: "askfirst", complete: { guest.shell?.completions(of: $0) ?? [] },
        hint: { guest.shell?.hint(for: $0) })
    else { return nil }
    self.reader = reader
    self.guest = guest
    self.script = script
    self.settings = settings
    self.recorder = recorder
    self.notes = notes
    appearance = DemoAppearance(script)
    performer = DemoPerformer(
      DemoPlayer(script, pace: DemoPace(seed: demo.seed), isPresenterPace: demo.isPresenterPace))
    performer.onTyped = { recorder?.show($0) }
  }

  var display: Display {
    Display(
      isColoured: settings.renderer.isColoured,
      renderer: { [settings] in settings.currentRenderer },
      height: { [settings] in settings.pagesAnswers ? Terminal.rows() : nil },
      write: { [self] in show($0) })
  }

  /// Plays until somebody leaves.
  func run() -> ExitCode {
    show(settings.currentRenderer.render(script.opening))
    while !isOutputLost {
      let act = performer.player.wait == 0 ? performer.player.timeUp() : read()
      if let code = perform(act) { return code }
    }
    return .failed
  }

  /// Reads with the performer at the keys, and answers why the read ended.
  private func read() -> DemoPlayer.Act {
    let player = performer.player
    let prompt = player.isHolding ? "more>" : script.state(at: player.position).prompt
    let typed = player.isHolding ? "" : player.typedText
    recorder?.show("\(prompt) \(typed)")
    performer.act = .nothing
    reader.performance = performer
    defer { reader.performance = nil }
    let input = reader.readLine(
      Prompt(prompt, isColoured: settings.renderer.isColoured, prefilled: typed))
    switch input {
    case .line: return .enter(after: "")
    case .endOfInput:
      recorder?.show("\r\u{1B}[K")
      switch performer.act {
      case .nothing, .type, .enter: return .leave
      default: return performer.act
      }
    case .interrupted: return .interrupt
    case .terminated(let signal):
      ending = .signal(signal)
      return .leave
    }
  }

  private var ending = ExitCode.fine

  /// Does what the player says; the code to end with where it is over.
  func perform(_ act: DemoPlayer.Act) -> ExitCode? {
    switch act {
    case .nothing, .type, .goOn: return nil
    case .enter: return finishLine()
    case .perform: return performBeat()
    case .redraw:
      redraw()
      return nil
    case .handOver: return handOver(nil, restores: true)
    case .showKeys:
      show(DemoPages.keys(isPresenterPace: performer.player.isPresenterPace).setOff)
      return nil
    case .leave: return ending
    case .interrupt:
      show("\n")
      return .signal(2)
    }
  }

  private func finishLine() -> ExitCode? {
    let position = performer.player.position
    mark(position)
    recorder?.show("\n")
    return showInParts(appearance.page(below: position)) { [self] in performer.player.advance() }
  }

  /// Shows a page as far as it fits, holds it, and shows the rest.
  private func showInParts(_ page: Page, then finish: () -> Void) -> ExitCode? {
    let parts = display.parts(of: page)
    for (index, part) in parts.enumerated() {
      show(part)
      guard index + 1 < parts.count else { break }
      performer.player.hold(DemoPace.reading(Page(verbatim: part)))
      var act = DemoPlayer.Act.nothing
      repeat {
        act = read()
        // A jump, the end: what is left of the page is of no interest then.
        if act == .redraw || act == .leave || act == .interrupt { return perform(act) }
        if act != .goOn, let code = perform(act) { return code }
      } while act != .goOn && !isOutputLost
    }
    finish()
    return nil
  }

  private func performBeat() -> ExitCode? {
    let position = performer.player.position
    guard script.beats.indices.contains(position) else { return nil }
    mark(position)
    switch script.beats[position].content {
    case .note(let text):
      notes?.show(DemoPages.note(text, before: script.lineAfterNote(at: position)))
      if performer.player.showsNotes { show(DemoPages.note(text).setOff) }
    case .chapter(let text):
      notes?.show(DemoPages.chapter(text))
      show(appearance.text(of: position, settings.currentRenderer))
    case .say: show(appearance.text(of: position, settings.currentRenderer))
    case .predict(let question):
      return predict(question, at: position)
    case .yourTurn(let text):
      performer.player.advance()
      return handOver(text, restores: false)
    case .pause, .line: break
    }
    performer.player.advance()
    return nil
  }

  /// Shows the dialogue afresh up to where the player stands.
  func redraw() {
    show("\u{1B}[H\u{1B}[2J")
    show(
      appearance.text(
        before: performer.player.position, settings.currentRenderer,
        withNotes: performer.player.showsNotes))
  }

  private func mark(_ position: Int) {
    guard script.beats.indices.contains(position) else { return }
    recorder?.mark(script.beats[position].step, script.label(of: position))
  }

  func show(_ page: Page) {
    show(settings.currentRenderer.render(page))
  }

  @discardableResult func show(_ text: String) -> Bool {
    output.write(text)
    recorder?.show(text)
    if !output.flush() { isOutputLost = true }
    return !isOutputLost
  }
}
