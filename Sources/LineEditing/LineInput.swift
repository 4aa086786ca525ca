/// What one read of a line ends with.
public enum LineInput: Equatable, Sendable {
  /// A line, without its end and without control characters.
  case line(String)

  /// Ctrl-C: the line was discarded; `draft` is what stood in it.
  case interrupted(draft: String)

  /// Ctrl-D on an empty line, or the end of a pipe or script.
  case endOfInput

  /// The program was asked to end (SIGTERM) or lost its terminal (SIGHUP); leave with 128 + signal.
  case terminated(signal: Int32)
}
