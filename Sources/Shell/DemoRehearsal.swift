import DecisionEngine
import Diagnostics
import PolicyModel
import Presentation
import Scenarios

/// Goes through the steps of a demo before anybody sees it.
struct DemoRehearsal {
  private(set) var state: ShellState
  private(set) var beats: [DemoBeat] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The prediction that no answer has followed yet.
  private var open: (beat: Int, place: SourceLocation)?
  /// Whether a line was not taken, so that what follows would be said to something else.
  private var isLost = false

  init(_ state: ShellState) {
    self.state = state
  }

  mutating func take(_ step: DemoStep, _ index: Int) {
    if isLost { return }
    switch step.action {
    case .chapter(let text): add(.chapter(text), index)
    case .say(let text): add(.say(text), index)
    case .note(let text): add(.note(text), index)
    case .pause(let seconds): add(.pause(seconds: seconds), index)
    case .yourTurn(let text): add(.yourTurn(text), index)
    case .predict(let text):
      finish()
      open = (beats.count, step.location)
      add(.predict(text), index)
    case .ask, .answer, .change, .whatIf, .why, .compare, .also, .type:
      if let fault = misplacement(of: step) { return diagnostics.append(fault) }
      let before = state
      for line in step.lines { type(line, step, index) }
      if let fault = failure(of: step, from: before) {
        isLost = true
        open = nil
        return diagnostics.append(fault)
      }
      guard let table = state.table else { return }
      diagnostics += step.faults(of: state.replies, in: table)
    }
  }

  /// Notes a prediction that nothing came of.
  mutating func finish() {
    if let open { diagnostics.append(.predictionOfNothing(at: open.place)) }
    open = nil
  }

  private mutating func add(_ content: DemoBeat.Content, _ step: Int) {
    beats.append(DemoBeat(step: step, content: content, before: state, page: Page()))
  }

  private mutating func type(_ line: String, _ step: DemoStep, _ index: Int) {
    let before = state
    let reply = state.handle(line)
    if reply.isOver || reply.forgets || reply.saving != nil {
      state = before
      return diagnostics.append(
        .misplacedStep(
          "'\(line)' has no place in a demo", hint: "leave the step out", at: step.location))
    }
    if reply.page.isEmpty {
      diagnostics.append(
        .misplacedStep(
          "the dialogue says nothing to '\(line)' here", hint: "leave the step out",
          at: step.location))
    }
    var beat = DemoBeat(
      step: index, content: .line(line), before: before, page: reply.page)
    if let open, let (verdict, view) = answer(to: line, from: before) {
      beat.revealed = view
      beats[open.beat].verdict = verdict
      self.open = nil
    }
    beats.append(beat)
  }

  /// The answer that a line leads to, if it leads to one.
  private func answer(
    to line: String, from before: ShellState
  ) -> (Verdict, PredictionView)? {
    guard let table = state.table else { return nil }
    if let tried = before.repliesTried(by: line) {
      let answer = tried.table.answer(to: tried.replies)
      return (answer.verdict, view(of: answer, to: tried.replies, from: tried.table))
    }
    guard case .answered(let answer) = state.situation, before.situation != state.situation
    else { return nil }
    return (answer.verdict, view(of: answer, to: state.replies, from: table))
  }

  private func view(
    of answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable
  ) -> PredictionView {
    PredictionView(answer, to: replies, from: table, knowledge: state.knowledge)
  }

  // MARK: - Faults

  /// What is wrong with a step where the dialogue stands.
  private func misplacement(of step: DemoStep) -> Diagnostic? {
    let isAsking = if case .asking = state.situation { true } else { false }
    switch step.action {
    case .ask where isAsking:
      return .misplacedStep(
        "a question is open, so nothing can be asked here",
        hint: "reply to it with 'answer', or ask with 'also'", at: step.location)
    case .answer where !isAsking:
      return .misplacedStep(
        "no question is open, so nothing can be answered here", hint: "begin with 'ask'",
        at: step.location)
    case .change, .whatIf, .why, .compare, .also:
      guard state.table == nil else { return nil }
      return .misplacedStep(
        "no topic has been begun here", hint: "begin with 'ask'", at: step.location)
    case .chapter, .say, .note, .pause, .predict, .yourTurn, .ask, .answer, .type: return nil
    }
  }

  /// How the dialogue did not take a step as it was meant.
  private func failure(of step: DemoStep, from before: ShellState) -> Diagnostic? {
    guard let line = step.lines.last else { return nil }
    let isTaken: Bool
    let what: String
    switch step.action {
    case .ask:
      what = "a question on one topic"
      isTaken = state.table != nil && state.situation.isInTopic
    case .also:
      what = "a further question on one topic"
      isTaken =
        state.queue.count + state.answered.count > before.queue.count + before.answered.count
    case .answer:
      guard case .asking(let fact) = before.situation else { return nil }
      what = "a reply to '\(fact.id)'"
      isTaken = state.situation != before.situation && !state.isNewTopic(since: before)
    case .change(let id, _):
      what = "a new reply to '\(id)'"
      isTaken =
        state.changing == nil && state.replies[id] != nil && !state.isNewTopic(since: before)
    case .whatIf(let id, _):
      what = "another reply to '\(id)'"
      isTaken = before.repliesTried(by: line) != nil
    case .chapter, .say, .note, .pause, .why, .compare, .type, .predict, .yourTurn: return nil
    }
    guard !isTaken else { return nil }
    return .lineNotTaken(line, as: what, hint: hint(to: step, from: before), at: step.location)
  }

  private func hint(to step: DemoStep, from before: ShellState) -> String? {
    let fact: Fact? =
      switch step.action {
      case .answer: if case .asking(let fact) = before.situation { fact } else { nil }
      case .change(let id, _), .whatIf(let id, _): before.table?.facts.first { $0.id == id }
      default: nil
      }
    guard let fact, let table = before.table else {
      switch step.action {
      case .ask, .also: return "ask in other words; 'type' types any line"
      case .change, .whatIf: return "the topic has \(before.factNames)"
      default: return nil
      }
    }
    return "it can be \(table.offeredOptions(of: fact).map(\.id.text).joined(separator: ", "))"
  }
}

extension ShellState.Situation {
  fileprivate var isInTopic: Bool {
    switch self {
    case .asking, .answered: true
    case .choosingOrganisation, .choosingTopic: false
    }
  }
}

extension ShellState {
  /// Whether the line was taken for a question of its own, which sets what went before aside.
  fileprivate func isNewTopic(since before: ShellState) -> Bool {
    guard situation.isInTopic else { return true }
    // A topic that was waiting keeps the one before among what was answered.
    return table?.topic.id != before.table?.topic.id && answered.count <= before.answered.count
  }

  fileprivate var factNames: String {
    (table?.facts ?? []).map(\.id.text).joined(separator: ", ")
  }
}
