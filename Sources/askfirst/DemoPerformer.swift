import LineEditing
import PolicyModel
import Shell

/// The player at the keys of the reader: what it does is typed, or ends the read.
final class DemoPerformer: Performance {
  var player: DemoPlayer
  /// Why the last read ended.
  var act = DemoPlayer.Act.nothing
  /// Is told of everything that is typed.
  var onTyped: (String) -> Void = { _ in }

  init(_ player: DemoPlayer) {
    self.player = player
  }

  var wait: Int32? { player.wait.map { Int32(clamping: $0) } }

  var status: String { player.status }

  func press(_ key: PressedKey, in line: String) -> PerformedKeys { keys(for: player.press(key)) }

  func timeUp() -> PerformedKeys { keys(for: player.timeUp()) }

  private func keys(for act: DemoPlayer.Act) -> PerformedKeys {
    self.act = act
    switch act {
    case .nothing: return .nothing
    case .type(let text):
      onTyped(text)
      return .type(text)
    case .enter(let text):
      onTyped(text)
      return .enter(after: text)
    case .perform, .goOn, .redraw, .handOver, .showKeys, .leave, .interrupt: return .leave
    }
  }
}

/// A line in which the class types what it chooses; on an empty one the keys of the demo work.
final class ChoicePerformer: Performance {
  /// What of the player's keys ended the read, if one did.
  private(set) var key: PressedKey?

  let wait: Int32? = nil
  let status = ""

  func press(_ key: PressedKey, in line: String) -> PerformedKeys {
    switch key {
    case .left, .right, .tab:
      guard line.isEmpty else { return .pass }
    case .interrupt: break
    case .character, .enter, .endOfInput, .other: return .pass
    }
    self.key = key
    return .leave
  }

  func timeUp() -> PerformedKeys { .nothing }
}

/// The lines that a class types, recorded as they stand on the screen.
final class RecordedLines: LineSource {
  private let lines: any LineSource
  private let recorder: DemoRecorder?

  init(_ lines: any LineSource, _ recorder: DemoRecorder?) {
    self.lines = lines
    self.recorder = recorder
  }

  var columns: Int? { lines.columns }

  var isCut: Bool { lines.isCut }

  func readLine(_ prompt: Prompt) -> LineInput {
    recorder?.show(prompt.text + " ")
    let input = lines.readLine(prompt)
    if case .line(let line) = input { recorder?.show(line) }
    recorder?.show("\n")
    return input
  }

  /// Keeps lines for the arrows of this run only: a class's lines belong in nobody's history.
  func remember(_ line: String, forGood: Bool) { lines.remember(line, forGood: false) }

  func forget() { lines.forget() }

  func takeInterrupt() -> Bool { lines.takeInterrupt() }
}
