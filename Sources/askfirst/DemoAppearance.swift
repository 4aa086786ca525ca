import PolicyModel
import Presentation
import Shell

/// How the beats of a demo look, as text for a window.
struct DemoAppearance {
  let script: DemoScript
  /// What the class chose at each prediction, by the places of the beats.
  var choices: [Int: Verdict] = [:]

  init(_ script: DemoScript) {
    self.script = script
  }

  static let predictionPrompt = "your prediction>"

  /// What stands below the line that is typed at a beat: the reply, and what became of a prediction.
  func page(below position: Int) -> Page {
    let beat = script.beats[position]
    guard let revealed = beat.revealed else { return beat.page.setOff }
    let predicted = script.beats[..<position].lastIndex { beat in
      if case .predict = beat.content { true } else { false }
    }
    return beat.page.followed(by: revealed.feedback(on: predicted.flatMap { choices[$0] })).setOff
  }

  /// All that is on the screen once a beat has been done.
  func text(of position: Int, _ renderer: PageRenderer, withNotes: Bool = false) -> String {
    let beat = script.beats[position]
    switch beat.content {
    case .pause: return ""
    case .note(let text):
      return withNotes ? renderer.render(DemoPages.note(text).setOff) : ""
    case .chapter, .say: return renderer.render(script.page(after: position).setOff)
    case .line(let line):
      return "\(beat.before.prompt) \(line)\n" + renderer.render(page(below: position))
    case .predict(let question):
      let number = choices[position].flatMap(VerdictChoice.all.firstIndex).map { String($0 + 1) }
      let choices = PredictionView.choices(question, among: VerdictChoice.all)
      return renderer.render(choices.setOff) + "\(Self.predictionPrompt) \(number ?? "")\n"
    case .yourTurn(let what): return renderer.render(DemoPages.turnLeftOut(what).setOff)
    }
  }

  /// All that is on the screen before a beat.
  func text(before position: Int, _ renderer: PageRenderer, withNotes: Bool = false) -> String {
    script.beats.indices.prefix(position).reduce(renderer.render(script.opening)) {
      $0 + text(of: $1, renderer, withNotes: withNotes)
    }
  }

  /// The appearance once every prediction has been right.
  var withRightChoices: DemoAppearance {
    var right = self
    for (index, beat) in script.beats.enumerated() { right.choices[index] = beat.verdict }
    return right
  }
}
