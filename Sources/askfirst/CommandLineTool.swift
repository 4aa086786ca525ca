import Diagnostics
import FoundationEssentials
import KnowledgeLoading
import LineEditing
import PolicyModel

/// The program: picks the command, loads the knowledge and owns the streams.
enum CommandLineTool {
  static let version = "0.1.0"

  /// Runs the program with its arguments and returns its exit code.
  static func run(_ arguments: [String]) -> ExitCode {
    do throws(UsageError) {
      let subcommand = try Subcommand.find(arguments)
      let parsed = try Arguments(arguments, options: subcommand.options)
      if parsed.has(.help) { return print(HelpText(subcommand).text) }
      if parsed.has(.version) { return print("askfirst \(version)\n") }
      let settings = try Settings(parsed, environment: ProcessInfo.processInfo.environment)
      return try subcommand.run(Invocation(arguments: parsed, settings: settings))
    } catch {
      complain(error.message)
      if let hint = error.hint { complain(hint) }
      TerminalOutput.standardError.write("Try 'askfirst --help' for more information.\n")
      TerminalOutput.standardError.flush()
      return .wrongUsage
    }
  }

  /// Writes a result; a result that did not get out is a failure.
  static func print(_ text: String) -> ExitCode {
    TerminalOutput.standardOutput.write(text)
    return TerminalOutput.standardOutput.flush() ? .fine : .failed
  }

  /// Tells the person at the terminal that something is not as it should be.
  static func complain(_ message: String) {
    TerminalOutput.standardError.write("askfirst: \(Diagnostic.printable(message))\n")
    TerminalOutput.standardError.flush()
  }
}

/// A command with everything that it may use.
struct Invocation {
  let arguments: Arguments
  let settings: Settings

  /// The knowledge, or the part of it that is needed, or nil once its faults have been printed.
  func loadKnowledge(scope: LoadingScope = .everything) -> Knowledge? {
    let folder = KnowledgeLocation.find(
      named: arguments.value(of: .knowledge), inEnvironment: settings.knowledgeFolder)
    guard let folder else {
      CommandLineTool.complain("no knowledge found here, in a folder above, or installed")
      CommandLineTool.complain("name its folder with --knowledge or ASKFIRST_KNOWLEDGE")
      return nil
    }
    let loaded = KnowledgeLoader.load(folder: folder, scope: scope)
    for diagnostic in loaded.diagnostics {
      TerminalOutput.standardError.write("\(diagnostic)\n")
    }
    TerminalOutput.standardError.flush()
    return loaded.knowledge
  }
}
