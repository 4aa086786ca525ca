import Authoring
import Diagnostics
import Files
import PolicyModel
import Presentation
import QuestionRouting

/// `askfirst evaluate FILE`: measures how well questions are understood of which the topic is known.
enum EvaluateCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = invocation.arguments.operands.dropFirst()
    let crosses = invocation.arguments.has(.crossValidate)
    guard operands.count == (crosses ? 0 : 1) else {
      throw UsageError(
        crosses ? "--cross-validate takes no file" : "which file?",
        hint: "write 'askfirst evaluate FILE' or 'askfirst evaluate --cross-validate'")
    }
    guard let knowledge = invocation.loadKnowledge(),
      let words = invocation.loadWords()
    else { return .unusableKnowledge }
    if crosses {
      return print(CrossValidation.parts(of: words, knowledge: knowledge), invocation)
    }
    let path = operands[1]
    let bytes: [UInt8]
    do throws(RegularFile.Failure) {
      bytes = try RegularFile.read(path)
    } catch {
      throw UsageError("the file '\(path)' cannot be read: \(error.why)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(
        "'\(path)' is no text in UTF-8", hint: "save the table in the encoding UTF-8")
    }
    let (questions, faults, unmeasured) = LabelledQuestion.read(
      text, file: path, knowledge: knowledge)
    CommandLineTool.complain(of: faults)
    guard faults.isEmpty else { return .wrongUsage }
    return print(
      [RoutingEvaluation(questions, by: QuestionRouter(words), knowledge: knowledge)],
      leavingOut: unmeasured, invocation)
  }

  private static func print(
    _ evaluations: [RoutingEvaluation], leavingOut unmeasured: [Diagnostic] = [],
    _ invocation: Invocation
  ) -> ExitCode {
    if invocation.arguments.has(.json) {
      return CommandLineTool.print(EvaluationJSON(evaluations, leavingOut: unmeasured).jsonText)
    }
    var page = EvaluationPages.figures(of: evaluations, leavingOut: unmeasured)
    if evaluations.count == 1 {
      page = page.followed(by: EvaluationPages.details(of: evaluations[0]))
    }
    return CommandLineTool.print(invocation.settings.renderer.render(page))
  }
}
