import Diagnostics
import Presentation

/// `askfirst explain CODE`: the page of a code with which something has been reported.
enum ExplainCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = Array(invocation.arguments.operands.dropFirst())
    guard operands.count == 1 else {
      throw UsageError("explain takes one code", hint: "write 'askfirst explain K014'")
    }
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    guard let code = DiagnosticCode(rawValue: operands[0].uppercased()) else {
      throw UsageError(
        "there is no code '\(operands[0])'",
        hint: SpellingSuggestion.hint(for: operands[0].uppercased(), among: codes)
          ?? "a code is a letter and three digits, such as K014")
    }
    let page = ExplainPage.page(of: code)
    return CommandLineTool.print(invocation.settings.renderer.render(page.page))
  }
}
