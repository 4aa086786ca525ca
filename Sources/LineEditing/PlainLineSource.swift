import CEditLineShims
import Glibc

/// Standard input without a line editor: for pipes, simple terminals and screen readers.
///
/// No escape sequence is ever written. A line that does not come from a terminal is shown after its
/// prompt, so that a piped dialogue reads like a transcript.
public final class PlainLineSource: LineSource {
  private let port: InputPort
  private let output = TerminalOutput.standardOutput
  private let isTerminal: Bool
  private var assembler = LineAssembler()

  /// Creates the source and installs the signal handlers; one in a process.
  public init() {
    port = InputPort(descriptor: STDIN_FILENO, signals: SignalInbox())
    isTerminal = Terminal.isTerminal(STDIN_FILENO)
  }

  /// The width of the window, nil when standard output is none.
  public var columns: Int? {
    Terminal.columns()
  }

  /// Whether the line read last is only the beginning of one.
  public var isCut: Bool { assembler.isCut }

  /// Writes the prompt and waits for a line; a prefilled text is left out.
  public func readLine(_ prompt: Prompt) -> LineInput {
    let words = CleanText.line(prompt.text) + " "
    show(words)
    while true {
      if let line = assembler.nextLine() { return finish(line) }
      switch port.wait(milliseconds: -1) {
      case .timeout: continue
      case .failure: return end(.endOfInput)
      case .signal:
        let arrived = port.signals.take(.all)
        if let input = arrived.termination { return end(input) }
        if arrived.contains(.interrupt) {
          return end(.interrupted(draft: assembler.takeRest() ?? ""))
        }
        // The terminal forgot the half-typed line when it stopped us.
        if arrived.contains(.resume), isTerminal { show(words) }
      case .input(let isHungUp):
        if isHungUp, isTerminal { return end(.terminated(signal: SIGHUP)) }
        switch port.read() {
        case nil: continue
        case .bytes(let bytes): assembler.feed(bytes)
        case .failure(EIO) where isTerminal: return end(.terminated(signal: SIGHUP))
        case .end, .failure:
          guard let rest = assembler.takeRest() else { return end(.endOfInput) }
          return finish(rest)
        }
      }
    }
  }

  /// Does nothing: there are no keys to call a line back with.
  public func remember(_ line: String, forGood: Bool) {}

  /// Does nothing: nothing was kept.
  public func forget() {}

  /// Answers whether Ctrl-C was pressed since the last read, and forgets it.
  public func takeInterrupt() -> Bool {
    port.signals.take(.interrupt).contains(.interrupt)
  }

  private func show(_ text: String) {
    output.write(text)
    output.flush()
  }

  private func finish(_ line: String) -> LineInput {
    if !isTerminal { show(line + "\n") }
    return .line(line)
  }

  private func end(_ input: LineInput) -> LineInput {
    if case .terminated = input { askfirst_block_background_stop() }
    show("\n")
    return input
  }
}
