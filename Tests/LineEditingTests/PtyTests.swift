import Glibc
import PseudoTerminal
import Testing

/// What the tests on a terminal share.
enum PtyTests {
  static let hasTerminals = unsafe access("/dev/ptmx", R_OK | W_OK) == 0

  static func start(
    _ arguments: [String] = [], environment: [String: String] = [:], width: Int = 80,
    height: Int = 24
  ) throws -> Pty {
    let pty = try Pty(
      Program.built("LineEditingProbe"), arguments, environment: environment, width: width,
      height: height)
    try pty.wait(for: "prompt") { $0.lines[1] == "probe ›" && $0.x == 8 && $0.y == 1 }
    return pty
  }
}

extension Pty {
  /// Types a line and waits until it was answered and the next prompt stands.
  func enter(_ line: String) throws {
    type(line + "\r")
    try wait(for: "answer to '\(line)' and a prompt") {
      $0.description.contains("you said: \(line)\n") && $0.currentLine == "probe ›"
    }
  }

  /// Waits until the prompt and this line stand in the cursor's row, the cursor behind them.
  func wait(forLine line: String) throws {
    try wait(for: "line '\(line)'") {
      // A row of the screen has no blanks at its end; the cursor tells of them.
      $0.currentLine.count <= 8 + line.count && $0.x == 8 + line.unicodeScalars.count
        && "probe › \(line)".hasPrefix($0.currentLine)
        && $0.currentLine.hasPrefix("probe ›")
    }
  }
}
