import LineEditing
import PolicyModel
import Presentation
import Scenarios
import Shell

/// `askfirst quiz`: cases of the scenarios whose verdicts are to be found.
enum QuizCommand {
  private static let usualCount = 6
  private static let mostRounds = 100

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    guard arguments.operands.count == 1 else {
      throw UsageError(
        "quiz takes no operands", hint: "pick cases with '--organisation ID' and '--topic ID'")
    }
    let count = try count(arguments)
    let seed = try DemoSettings.seed(arguments) ?? UInt64.random(in: 1...9999)
    guard let knowledge = invocation.loadKnowledge(), let folder = invocation.knowledgeFolder()
    else { return .unusableKnowledge }
    var filter = ScenarioFilter(organisation: try invocation.organisation(in: knowledge))
    if let name = arguments.value(of: .topic) {
      filter.topic = try NameFinder.find(name, "topic", among: knowledge.topics.map(\.id))
    }
    let set = ScenarioSet(
      try ScenarioFiles.read([folder + "/scenarios"]), knowledge: knowledge)
    CommandLineTool.complain(of: set.diagnostics)
    let quiz = Quiz(
      set.scenarios.filter(filter.admits), knowledge: knowledge, count: count, seed: seed)
    guard !quiz.rounds.isEmpty else {
      throw UsageError("no scenario there makes a case for a quiz")
    }
    return play(quiz, seed, invocation.settings)
  }

  private static func count(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments.value(of: .count) else { return usualCount }
    guard let count = Int(text), (1...mostRounds).contains(count) else {
      throw UsageError(
        "'\(text)' is no number of cases", hint: "write one from 1 to \(mostRounds)")
    }
    return count
  }

  private static func play(_ quiz: Quiz, _ seed: UInt64, _ settings: Settings) -> ExitCode {
    var quiz = quiz
    let lines = lines(settings)
    while quiz.current != nil {
      guard show(quiz.question.setOff, settings) else { return .failed }
      switch choose(from: lines, settings) {
      case .made(let choice):
        guard show(quiz.take(choice).setOff, settings) else { return .failed }
      case .left: return finish(quiz, seed, settings)
      case .ended(let code): return code
      }
    }
    return finish(quiz, seed, settings)
  }

  private static func finish(_ quiz: Quiz, _ seed: UInt64, _ settings: Settings) -> ExitCode {
    let page = QuizPages.score(quiz.score, of: quiz.played, seed: seed)
    return show(page.setOff, settings) ? .fine : .failed
  }

  private enum Choice {
    case made(Verdict?)
    case left
    case ended(ExitCode)
  }

  private static func choose(from lines: any LineSource, _ settings: Settings) -> Choice {
    let prompt = Prompt(
      DemoAppearance.predictionPrompt, isColoured: settings.renderer.isColoured)
    while true {
      switch lines.readLine(prompt) {
      case .line(let line):
        if line.allSatisfy(\.isWhitespace) { return .made(nil) }
        if let choice = VerdictChoice.named(line) { return .made(choice) }
        if ["q", "quit", "exit"].contains(line.lowercased()) { return .left }
        guard show(PredictionView.unknownChoice(VerdictChoice.all.count), settings) else {
          return .ended(.failed)
        }
      case .interrupted(let draft) where !draft.isEmpty: continue
      case .interrupted: return .ended(.signal(2))
      case .endOfInput: return .left
      case .terminated(let signal): return .ended(.signal(signal))
      }
    }
  }

  private static func show(_ page: Page, _ settings: Settings) -> Bool {
    TerminalOutput.standardOutput.write(settings.currentRenderer.render(page))
    return TerminalOutput.standardOutput.flush()
  }

  private static func lines(_ settings: Settings) -> any LineSource {
    guard settings.terminal == .editing else { return PlainLineSource() }
    return LibeditLineSource(program: "askfirst") ?? PlainLineSource()
  }
}
