import Diagnostics
import PolicyModel
import Presentation

/// Something that a person can type at any prompt, with what it does.
struct ShellCommand: Sendable {
  /// The names, the one that is shown first.
  let names: [String]
  /// What may follow the name, as it is shown in help; nil if nothing may.
  let argument: String?
  let summary: String
  /// Whether capitals and blanks of the argument matter, as in the name of a file.
  var takesRawArgument = false
  /// Where the command makes sense and help lists it.
  let situations: Set<SituationKind>
  let run: @Sendable (inout ShellState, _ argument: String) -> ShellReply

  enum SituationKind: CaseIterable {
    case choosing, asking, answered
  }

  enum Found {
    case command(ShellCommand, argument: String)
    case unknown(String, nearest: String?)
    case none
  }

  /// The command that a line is, bare if it stands alone, or with a slash in front.
  static func find(_ line: String) -> Found {
    let isSlashed = line.hasPrefix("/")
    let text = PlainWords.spaced(isSlashed ? String(line.dropFirst()) : line)
    for command in all {
      for name in command.names {
        guard text.hasPrefix(name) else { continue }
        let rest = text.dropFirst(name.count)
        if rest.allSatisfy({ ".!".contains($0) }) { return .command(command, argument: "") }
        if command.argument != nil, rest.first == " " {
          let argument = String(rest.dropFirst())
          let raw = line.trimmed.drop { !$0.isWhitespace }
          return .command(
            command, argument: command.takesRawArgument ? String(raw).trimmed : argument)
        }
      }
    }
    guard isSlashed else { return .none }
    return .unknown(
      text, nearest: SpellingSuggestion.nearest(to: text, among: all.flatMap(\.names)))
  }

  /// Whether it is the reply that somebody does not know.
  var isNotSure: Bool { names[0] == "not sure" }

  /// The command that was probably meant by words that nothing else fits.
  static func nearest(to text: String) -> String? {
    let word = PlainWords.spaced(text)
    guard word.count > 2 else { return nil }
    return SpellingSuggestion.nearest(to: word, among: all.map { $0.names[0] })
  }

  /// Every command; help, completion and the handling of a line all read this table.
  static let all: [ShellCommand] = [
    ShellCommand(
      names: ["help"], argument: nil, summary: "what you can type here",
      situations: Set(SituationKind.allCases)
    ) { state, _ in ShellReply(state.help) },
    ShellCommand(
      names: ["?"], argument: nil, summary: "help with this question and its options",
      situations: [.asking]
    ) { state, _ in ShellReply(state.questionHelp) },
    ShellCommand(
      names: ["why"], argument: nil, summary: "why this is asked, or why the answer is as it is",
      situations: [.asking, .answered]
    ) { state, _ in ShellReply(state.reason) },
    ShellCommand(
      names: ["not sure"] + PlainWords.forNotSure,
      argument: nil, summary: "you do not know; the answer then says what holds all the same",
      situations: [.asking]
    ) { state, _ in
      switch state.situation {
      case .asking(let fact): ShellReply(state.accept(.notSure, for: fact))
      case .choosingTopic(let choice) where choice.isClose: state.listTopics(leaving: choice)
      case .choosingOrganisation, .choosingTopic, .answered: ShellReply(.noQuestion)
      }
    },
    ShellCommand(
      names: ["cite"], argument: "N", summary: "the clause with that number or name",
      situations: [.answered]
    ) { state, argument in ShellReply(state.clause(argument)) },
    ShellCommand(
      names: ["contacts"], argument: nil, summary: "whom to go to, and for what",
      situations: [.choosing, .answered]
    ) { state, _ in ShellReply(state.contacts) },
    ShellCommand(
      names: ["why not"], argument: "VERDICT", summary: "what stands in the way of a verdict",
      situations: [.answered]
    ) { state, argument in ShellReply(state.whyNot(argument)) },
    ShellCommand(
      names: ["open"], argument: "CODE", summary: "open a case by the code on its card",
      situations: [.choosing, .answered]
    ) { state, argument in state.open(argument) },
    ShellCommand(
      names: ["handoff"], argument: "[markdown]", summary: "a text for the person to go to",
      situations: [.asking, .answered]
    ) { state, argument in ShellReply(state.handoff(argument)) },
    ShellCommand(
      names: ["save"], argument: "FILE", summary: "keep this case as a scenario for the helpdesk",
      takesRawArgument: true, situations: [.asking, .answered]
    ) { state, argument in state.save(argument) },
    ShellCommand(
      names: ["compare"], argument: nil, summary: "the same case under every organisation",
      situations: [.asking, .answered]
    ) { state, _ in ShellReply(state.comparison()) },
    ShellCommand(
      names: ["back"], argument: nil, summary: "take the last reply back",
      situations: [.asking, .answered]
    ) { state, _ in state.goBack() },
    ShellCommand(
      names: ["answers"], argument: nil, summary: "what you have said, numbered",
      situations: [.asking, .answered]
    ) { state, _ in ShellReply(state.answersPage) },
    ShellCommand(
      names: ["change"], argument: "N", summary: "change the reply with that number",
      situations: [.asking, .answered]
    ) { state, argument in state.change(argument) },
    ShellCommand(
      names: ["what if"], argument: "FACT = REPLY", summary: "try another reply; the case stays",
      situations: [.asking, .answered]
    ) { state, argument in ShellReply(state.whatIf(argument)) },
    ShellCommand(
      names: ["undo"], argument: nil, summary: "undo the last step, whatever it was",
      situations: Set(SituationKind.allCases)
    ) { state, _ in state.undo() },
    ShellCommand(
      names: ["redo"], argument: nil, summary: "do again what was undone",
      situations: Set(SituationKind.allCases)
    ) { state, _ in state.redo() },
    ShellCommand(
      names: ["also"], argument: "QUESTION", summary: "a further matter of the same case",
      situations: [.asking, .answered]
    ) { state, argument in
      state.usesOwnWords = false  // finds that out by itself
      return state.also(argument)
    },
    ShellCommand(
      names: ["topics"], argument: nil, summary: "the list of topics",
      situations: Set(SituationKind.allCases)
    ) { state, _ in
      guard state.organisationID != nil else { return ShellReply(state.current) }
      state.keep()
      return state.listTopics()
    },
    ShellCommand(
      names: ["new"], argument: nil, summary: "forget what you have said and begin again",
      situations: Set(SituationKind.allCases)
    ) { state, _ in
      state.keep()
      state.clearCase()
      return ShellReply(Page.forgotten.followed(by: state.current))
    },
    ShellCommand(
      names: ["forget"], argument: nil,
      summary: "forget the case, the lines typed since you began, and the screen",
      situations: Set(SituationKind.allCases)
    ) { state, _ in
      state.clearCase()
      state.done = []
      state.undone = []
      return ShellReply(Page.forgotten.followed(by: state.current), forgets: true)
    },
    ShellCommand(
      names: ["organisation"], argument: "[NAME]", summary: "whose documents apply to you",
      situations: Set(SituationKind.allCases)
    ) { state, argument in
      state.usesOwnWords = false  // finds that out by itself
      guard argument.isEmpty else { return state.chooseOrganisation(argument) }
      if state.situation != .choosingOrganisation { state.keep() }
      state.situation = .choosingOrganisation
      return ShellReply(state.current)
    },
    ShellCommand(
      names: ["repeat"], argument: nil, summary: "show this question or answer again",
      situations: [.asking, .answered]
    ) { state, _ in ShellReply(state.current) },
    ShellCommand(
      names: ["quit", "exit", "bye"], argument: nil, summary: "leave; so does Ctrl-D",
      situations: Set(SituationKind.allCases)
    ) { _, _ in ShellReply(.farewell, isOver: true) },
  ]
}

extension PlainWords {
  /// The text in lower case with single blanks, as commands are compared.
  static func spaced(_ text: String) -> String {
    guard text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing("’", with: "'")
    }
    let words = text.utf8.split(separator: UInt8(ascii: " ")).joined(separator: " ".utf8)
    return String(decoding: Array(words), as: UTF8.self).lowercased()
  }
}

/// The pages that commands show.
extension ShellState {
  var kind: ShellCommand.SituationKind {
    switch situation {
    case .choosingOrganisation, .choosingTopic: .choosing
    case .asking: .asking
    case .answered: .answered
    }
  }

  var help: Page {
    let commands = ShellCommand.all.filter { $0.situations.contains(kind) }
    let situation: HelpPage.Situation =
      switch kind {
      case .choosing: .choosing
      case .asking: .asking
      case .answered: .answered
      }
    return HelpPage(
      situation,
      commands: commands.map {
        (name: [$0.names[0], $0.argument].compactMap(\.self).joined(separator: " "), $0.summary)
      }
    ).page
  }

  var questionHelp: Page {
    guard case .asking(let fact) = situation, let table else { return help }
    return QuestionView(fact, in: table, knowledge: knowledge).help
  }

  var reason: Page {
    if case .choosingTopic(let choice) = situation, choice.isClose {
      return Page.whyClose.followed(by: page(of: choice))
    }
    guard let table else { return .noQuestion }
    switch situation {
    case .asking(let fact):
      return QuestionView(fact, in: table, knowledge: knowledge).reason(after: replies)
    case .answered(let answer):
      return reasons(of: answer)
    case .choosingOrganisation, .choosingTopic: return .noQuestion
    }
  }
}
