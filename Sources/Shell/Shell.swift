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
  private let display: Display
  private let remember: (Identifier<Organisation>) -> Page
  private let save: (SaveRequest) -> Page

  /// A dialogue in a given state.
  ///
  /// `remember` keeps the chosen organisation for the next time and returns what is to be said of
  /// that, mostly nothing; `save` keeps scenarios in a file and says what came of it.
  public init(
    _ state: ShellState, on display: Display,
    remember: @escaping (Identifier<Organisation>) -> Page = { _ in Page() },
    save: @escaping (SaveRequest) -> Page = { _ in Page() }
  ) {
    self.save = save
    self.state = state
    self.display = display
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

  /// Runs until the person leaves; a guest in a dialogue that goes on is neither greeted nor seen off.
  public func run(reading lines: any LineSource, asGuest isGuest: Bool = false) -> Ending {
    var waiting: LineInput?
    var interrupts = 0
    guard isGuest || show(state.opening, reading: lines, &waiting) else { return .outputLost }
    while true {
      let input = waiting ?? lines.readLine(prompt(state.prompt))
      waiting = nil
      switch input {
      case .line(let line):
        interrupts = 0
        let reply = state.handle(line, isCut: lines.isCut)
        // A blank in front keeps a line out of the history, and what is said in a person's own words
        // may hold names: it is not kept beyond this run.
        if !line.hasPrefix(" "), !line.isEmpty {
          lines.remember(line, forGood: !reply.isInOwnWords)
        }
        if reply.forgets {
          lines.forget()
          display.clear()
        }
        let page = (reply.chosenOrganisation.map(remember) ?? Page())
          .followed(by: reply.saving.map(save) ?? Page()).followed(by: reply.page).setOff
        guard show(page, reading: lines, &waiting) else { return .outputLost }
        if reply.isOver { return .finished }
      case .interrupted(let draft):
        interrupts = draft.isEmpty ? interrupts + 1 : 0
        if interrupts > 1, !show(.howToLeave) { return .outputLost }
      case .endOfInput: return isGuest || show(.farewell) ? .finished : .outputLost
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  private func prompt(_ text: String) -> Prompt {
    Prompt(text, isColoured: display.isColoured)
  }

  private func show(_ page: Page) -> Bool {
    page.isEmpty || display.write(display.renderer().render(page))
  }

  /// Shows a page, stopping where it would leave the window; false when it could not be shown.
  ///
  /// Enter goes on and `q` leaves the rest out. Anything else that is typed there is what the person
  /// wants to say next, so it is left waiting and the rest is left out too.
  private func show(_ page: Page, reading lines: any LineSource, _ waiting: inout LineInput?)
    -> Bool
  {
    let parts = display.parts(of: page)
    for (index, part) in parts.enumerated() {
      guard display.write(part) else { return false }
      guard index + 1 < parts.count else { break }
      switch lines.readLine(prompt("Enter for more, q and Enter to stop>")) {
      case .line(let line) where line.trimmed.isEmpty: continue
      case .line(let line) where line.trimmed.lowercased() == "q": return true
      case .interrupted: return true
      case let other:
        waiting = other
        return true
      }
    }
    return true
  }
}
