import Authoring
import Diagnostics
import Files
import KnowledgeLoading
import PolicyModel
import Presentation

/// `askfirst diff OLD NEW`: which cases have another answer in one knowledge than in another.
enum DiffCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let operands = Array(arguments.operands.dropFirst())
    guard operands.count == 2 else {
      throw UsageError(
        "diff compares two folders or git revisions", hint: "write 'askfirst diff OLD NEW'")
    }
    let format = arguments.value(of: .format) ?? "text"
    guard ["text", "markdown"].contains(format) else {
      throw UsageError(
        "there is no format '\(format)'",
        hint: SpellingSuggestion.hint(for: format, among: ["text", "markdown"])
          ?? "there is text, markdown")
    }
    guard let old = try knowledge(operands[0], invocation),
      let new = try knowledge(operands[1], invocation)
    else { return .unusableKnowledge }
    let difference = DecisionDifference(from: old, to: new)
    let view = DecisionDifferenceView(difference, from: old, to: new)
    let text =
      if arguments.has(.json) {
        DecisionDifferenceJSON(difference, from: old, to: new).jsonText
      } else if format == "markdown" {
        view.markdown
      } else {
        invocation.settings.renderer.render(view.page)
      }
    return CommandLineTool.print(text, exit: difference.isEmpty ? .fine : .failed)
  }

  /// The knowledge of a side, or nil once its faults have been printed; a folder wins.
  private static func knowledge(
    _ name: String, _ invocation: Invocation
  ) throws(UsageError) -> Knowledge? {
    if FileKind(at: name) == .folder { return load(name) }
    let revision = try GitRevision(name, of: invocation.knowledgeFolderOrDefault)
    defer { revision.remove() }
    return load(revision.folder)
  }

  private static func load(_ folder: String) -> Knowledge? {
    let loaded = KnowledgeLoader.load(folder: folder, by: sideBySide)
    CommandLineTool.complain(of: loaded.diagnostics.filter { $0.severity == .error })
    return loaded.knowledge
  }
}

extension Invocation {
  /// Where the knowledge stands, or would stand in the working directory.
  var knowledgeFolderOrDefault: String {
    KnowledgeLocation.find(
      named: arguments.value(of: .knowledge), inEnvironment: settings.knowledgeFolder)
      ?? "Knowledge"
  }
}
