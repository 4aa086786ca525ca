/// Where lines come from: a line editor, a pipe or a script.
public protocol LineSource: AnyObject {
  /// Shows the prompt and waits for a line.
  func readLine(_ prompt: Prompt) -> LineInput

  /// Keeps a line so that it can be called back, for good or in this run only; the caller leaves out
  /// what is private.
  func remember(_ line: String, forGood: Bool)

  /// Forgets the lines that were kept since the source was opened.
  func forget()

  /// Answers whether Ctrl-C was pressed since the last read, and forgets it.
  ///
  /// Test it while long output runs. One that nobody took ends the next read at once.
  func takeInterrupt() -> Bool

  /// Whether the line read last was longer than is taken in, so that only its beginning was given.
  var isCut: Bool { get }

  /// The width of the window the lines are typed in, nil when there is none.
  var columns: Int? { get }
}
