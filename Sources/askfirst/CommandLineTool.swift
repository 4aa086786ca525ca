import Diagnostics
import LineEditing

/// The program: picks the command, loads the knowledge and owns the streams.
enum CommandLineTool {
  static let version = "0.1.0"

  /// Runs the program with its arguments and returns its exit code; who gets nothing is told so.
  static func run(_ arguments: [String]) -> ExitCode {
    let code = obey(arguments)
    // What was lost once stays lost, whoever wrote it.
    guard !TerminalOutput.standardOutput.flush() else { return code }
    complain("the output could not be written; the disk may be full")
    return code == .fine ? .failed : code
  }

  private static func obey(_ arguments: [String]) -> ExitCode {
    do throws(UsageError) {
      let subcommand = try Subcommand.find(arguments)
      let parsed = try Arguments(arguments, options: subcommand.options)
      if parsed.has(.help) { return print(HelpText(subcommand).text) }
      if parsed.has(.version) { return print("askfirst \(version)\n") }
      let settings = try Settings(parsed, environment: Environment.all)
      let invocation = Invocation(arguments: parsed, settings: settings)
      try invocation.keepOutputApartFromKnowledge()
      return try subcommand.run(invocation)
    } catch {
      complain(error.message)
      if let hint = error.hint { complain(hint) }
      TerminalOutput.standardError.write("Try 'askfirst --help' for more information.\n")
      TerminalOutput.standardError.flush()
      return .wrongUsage
    }
  }

  /// Writes a result and returns how to end; a result that did not get out is a failure.
  static func print(_ text: String, exit code: ExitCode = .fine) -> ExitCode {
    TerminalOutput.standardOutput.write(text)
    return TerminalOutput.standardOutput.flush() ? code : .failed
  }

  /// Prints faults of the knowledge for its author.
  static func complain(of diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { TerminalOutput.standardError.write("\(diagnostic)\n") }
    TerminalOutput.standardError.flush()
  }

  /// Tells the person at the terminal that something is not as it should be.
  static func complain(_ message: String) {
    TerminalOutput.standardError.write("askfirst: \(Diagnostic.printable(message))\n")
    TerminalOutput.standardError.flush()
  }
}
