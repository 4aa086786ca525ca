import Diagnostics
import Files
import LineEditing
import PolicyModel
import Presentation
import Scenarios
import Shell

/// `run --from-transcript FILE`: a dialogue that was typed, or copied from the screen, as scenarios.
enum TranscriptRun {
  /// Prints the scenarios that the lines of a dialogue come to, once they have been tried.
  static func run(
    _ path: String, _ invocation: Invocation, knowledge: Knowledge
  ) throws(UsageError) -> ExitCode {
    guard invocation.arguments.operands.count == 1 else {
      throw UsageError(
        "'--from-transcript' takes one dialogue and no scenario files",
        hint: "write its scenarios into a file with '--out FILE', then 'askfirst run FILE'")
    }
    guard !invocation.arguments.has(.accept) else {
      throw UsageError(
        "what a dialogue comes to expects today's answers, so there is nothing to accept",
        hint: "leave out '--accept'")
    }
    try invocation.keepOutput(apartFrom: [path])
    let router = LazyRouter { (invocation.loadWords(), []) }
    let transcript = try text(of: path)
    var state = ShellState(
      knowledge,
      organisation: try invocation.organisation(in: knowledge)
        ?? ShellPages(knowledge).organisation(greetedOn: transcript),
      today: invocation.settings.today, understand: { router.router })
    for line in lines(of: transcript) {
      if state.handle(line).isOver { break }
    }
    guard !state.drafts.isEmpty,
      let text = try? ScenarioDraft.addition(of: state.drafts, to: nil)
    else {
      CommandLineTool.complain(
        state.prompt.hasPrefix("organisation")
          ? "the dialogue does not tell whose documents apply; add '--organisation ID'"
          : "the dialogue comes to no topic, so there is nothing to try")
      return .failed
    }
    let set = ScenarioSet(
      [ScenarioFile(name: path, bytes: Array(text.utf8))], knowledge: knowledge)
    var runner = ScenarioRunner(knowledge) { router.router }
    let holds = set.diagnostics.isEmpty && set.scenarios.allSatisfy { runner.run($0).holds }
    let written = try RunCommand.write(text, invocation)
    return holds ? written : .failed
  }

  /// What a person typed: behind the prompts where the text has some, else every line.
  private static func lines(of text: String) -> [String] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let typed = all.compactMap { line -> String? in
      guard let end = line.firstIndex(of: ">"), isPrompt(line[..<end]) else { return nil }
      return String(line[line.index(after: end)...].drop { $0 == " " })
    }
    return typed.isEmpty ? all : typed
  }

  private static func isPrompt(_ text: Substring) -> Bool {
    ["organisation", "question", "askfirst", "new reply", "change"].contains(text)
      || text.hasPrefix("reply ") && text.contains(" of ")
  }

  /// Days of typing, and of the text between the lines that were typed.
  private static let mostBytes = 1 << 20

  private static func text(of path: String) throws(UsageError) -> String {
    if path == "-" {
      var text = ""
      while let line = readLine(strippingNewline: false) { text += line }
      return text
    }
    do throws(RegularFile.Failure) {
      let bytes = try RegularFile.read(path)
      guard bytes.count <= mostBytes else {
        throw RegularFile.Failure(why: "no dialogue is so long")
      }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw UsageError("the file '\(path)' cannot be read: \(error.why)")
    }
  }
}
