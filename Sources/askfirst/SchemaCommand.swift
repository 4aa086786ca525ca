import Diagnostics
import KnowledgeLoading
import Presentation
import Scenarios

/// `askfirst schema KIND`: the JSON Schema of a kind of file, for editors.
enum SchemaCommand {
  private static let scenario = "scenario"
  private static let demo = "demo"
  static let kinds = KnowledgeFileKind.allCases.map(\.rawValue) + [scenario, demo]

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = Array(invocation.arguments.operands.dropFirst())
    let list = "there is \(kinds.joined(separator: ", "))"
    guard let name = operands.first, operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which kind of file?" : "one kind at a time", hint: list)
    }
    if name == scenario { return try RunCommand.write(ScenarioShape.schema.jsonText, invocation) }
    if name == demo { return try RunCommand.write(DemoShape.schema.jsonText, invocation) }
    guard let kind = KnowledgeFileKind(rawValue: name) else {
      throw UsageError(
        "there is no kind of file '\(name)'",
        hint: SpellingSuggestion.hint(for: name, among: kinds) ?? list)
    }
    return try RunCommand.write(kind.schema.jsonText, invocation)
  }
}
