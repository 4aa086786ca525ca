import LineEditing
import Scenarios
import Shell

/// `askfirst session --json-lines`: a dialogue that a program drives over pipes.
enum SessionCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard invocation.arguments.operands.count == 1, invocation.arguments.has(.jsonLines) else {
      throw UsageError(
        "which form shall the session have?", hint: "write 'askfirst session --json-lines'")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let router = LazyRouter { (invocation.loadWords(), []) }
    var session = LineSession(
      knowledge, today: invocation.settings.today, understand: { router.router })
    guard say(session.greeting(program: "askfirst \(CommandLineTool.version)")) else {
      return .failed
    }
    var lines = try LineBlocks("-")
    while let block = lines.next() {
      for line in block.lines where line.contains(where: { $0 > 0x20 }) {
        guard say(session.handle(line)) else { return .failed }
        if session.isOver { return .fine }
      }
    }
    return lines.failure == nil ? .fine : .failed
  }

  private static func say(_ event: String) -> Bool {
    TerminalOutput.standardOutput.write(event + "\n")
    return TerminalOutput.standardOutput.flush()
  }
}
