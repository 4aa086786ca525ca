import LineEditing
import PolicyModel
import Presentation

/// The loop of a dialogue: a line in, a page out, until the person leaves.
public final class Shell {
  /// How a dialogue ended.
  public enum Ending: Equatable, Sendable {
    /// The person left, or the input was at its end.
    case finished
    case terminated(signal: Int32)
    /// Nothing can be shown any more.
    case outputLost
  }

  private var state: ShellState
  private let isColoured: Bool
  private let show: (Page) -> Bool
  private let clearScreen: () -> Void
  private let remember: (Identifier<Organisation>) -> Page

  /// A dialogue in a given state, with a prompt in colour or without.
  ///
  /// `show` returns false when the page could not be shown. `remember` keeps the chosen organisation
  /// for the next time and returns what is to be said of that, mostly nothing.
  public init(
    _ state: ShellState, isColoured: Bool = false, show: @escaping (Page) -> Bool,
    clearScreen: @escaping () -> Void = {},
    remember: @escaping (Identifier<Organisation>) -> Page = { _ in Page() }
  ) {
    self.state = state
    self.isColoured = isColoured
    self.show = show
    self.clearScreen = clearScreen
    self.remember = remember
  }

  /// Everything that the line before the cursor can become where the dialogue stands.
  public func completions(of line: String) -> [Completion] {
    state.completions(of: line)
  }

  /// The grey rest of a line, which the right arrow takes.
  public func hint(for line: String) -> String? {
    state.hint(for: line)
  }

  /// Runs until the person leaves.
  public func run(reading lines: any LineSource) -> Ending {
    guard show(state.opening) else { return .outputLost }
    var interrupts = 0
    while true {
      switch lines.readLine(Prompt(state.prompt, isColoured: isColoured)) {
      case .line(let line):
        interrupts = 0
        // A blank in front keeps a line out of the history.
        if !line.hasPrefix(" "), !line.isEmpty { lines.remember(line) }
        let reply = state.handle(line)
        if reply.forgets {
          lines.forget()
          clearScreen()
        }
        let kept = reply.chosenOrganisation.map(remember) ?? Page()
        guard show(kept.followed(by: reply.page).setOff) else { return .outputLost }
        if reply.isOver { return .finished }
      case .interrupted(let draft):
        interrupts = draft.isEmpty ? interrupts + 1 : 0
        if interrupts > 1, !show(.howToLeave) { return .outputLost }
      case .endOfInput: return show(.farewell) ? .finished : .outputLost
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }
}
