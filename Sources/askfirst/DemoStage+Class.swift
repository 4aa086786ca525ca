import LineEditing
import PolicyModel
import Presentation
import Shell

/// What the class does itself: it predicts, and has the keyboard.
extension DemoStage {
  /// Lets the class choose a verdict, and goes on once it has or does not want to.
  func predict(_ question: String?, at position: Int) -> ExitCode? {
    show(PredictionView.choices(question, among: VerdictChoice.all).setOff)
    let prompt = Prompt(
      DemoAppearance.predictionPrompt, isColoured: settings.renderer.isColoured)
    while !isOutputLost {
      recorder?.show("\(prompt.text) ")
      let performer = ChoicePerformer()
      reader.performance = performer
      let input = reader.readLine(prompt)
      reader.performance = nil
      switch (input, performer.key) {
      case (_, .interrupt?): return perform(.interrupt)
      case (_, .left?):
        recorder?.show("\r\u{1B}[K")
        return perform(self.performer.player.press(.left))
      case (_, .tab?):
        recorder?.show("\r\u{1B}[K")
        return handOver(nil, restores: true)
      case (.line(let line), _):
        recorder?.show(line + "\n")
        let choice = VerdictChoice.named(line)
        appearance.choices[position] = choice
        if choice != nil || line.allSatisfy({ $0.isWhitespace }) { break }
        show(PredictionView.unknownChoice(VerdictChoice.all.count))
        continue
      case (.endOfInput, _):
        recorder?.show("\n")
        show("\n")
      case (.interrupted, _): return perform(.interrupt)
      case (.terminated(let signal), _): return .signal(signal)
      }
      self.performer.player.advance()
      return nil
    }
    return .failed
  }

  /// Gives the class the keyboard until it hands it back; the demo goes on from where it was.
  func handOver(_ text: String?, restores: Bool) -> ExitCode? {
    show(DemoPages.yourTurn(text).setOff)
    let shell = Shell(
      script.state(at: performer.player.position), on: display,
      save: { [settings] in SavedScenarios.keep($0, home: settings.home) })
    guest.shell = shell
    reader.leavesOnEmptyTab = true
    defer {
      guest.shell = nil
      reader.leavesOnEmptyTab = false
    }
    switch shell.run(reading: RecordedLines(reader, recorder), asGuest: true) {
    case .finished: break
    case .terminated(let signal): return .signal(signal)
    case .outputLost: return .failed
    }
    if restores { redraw() }
    show(DemoPages.backToDemo.setOff)
    return nil
  }
}
