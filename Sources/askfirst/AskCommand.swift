import DecisionEngine
import Diagnostics
import KnowledgeLoading
import PolicyModel
import Presentation

/// `askfirst ask TOPIC`: one case in, one answer out.
enum AskCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    guard arguments.operands.count == 2 else {
      throw UsageError(
        arguments.operands.count < 2 ? "which topic?" : "one topic at a time",
        hint: "write 'askfirst ask TOPIC --organisation ID'")
    }
    guard let organisationName = arguments.value(of: .organisation) else {
      throw UsageError("whose documents apply?", hint: "add '--organisation ID'")
    }
    let given = arguments.allValues(of: .fact).compactMap { $0.split(separator: "=").first }
    let scope = LoadingScope.only(
      Identifier(arguments.operands[1]), of: Identifier(organisationName),
      given: Set(given.map(String.init)))
    guard let knowledge = invocation.loadKnowledge(scope: scope) else {
      return .unusableKnowledge
    }
    let organisation = try find(
      organisationName, "organisation", among: knowledge.organisations.map(\.id))
    let topic = try find(arguments.operands[1], "topic", among: knowledge.topics.map(\.id))
    let replies = try replies(arguments.allValues(of: .fact), knowledge)
    guard let table = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      throw UsageError("'\(organisation)' has no rules on '\(topic)'")
    }
    for fact in replies.keys.sorted() where !table.facts.contains(where: { $0.id == fact }) {
      CommandLineTool.complain("the fact '\(fact)' has no bearing on '\(topic)' here")
    }
    let isJSON = arguments.has(.json)
    let renderer = invocation.settings.renderer
    if let fact = table.nextFact(after: replies) {
      return CommandLineTool.print(
        isJSON
          ? QuestionJSON(fact, after: replies, in: table).jsonText
          : renderer.render(MissingFactView(fact, in: table).page),
        exit: .undecided)
    }
    let answer = table.answer(to: replies)
    let today = invocation.settings.today
    return CommandLineTool.print(
      isJSON
        ? AnswerJSON(answer, to: replies, from: table, knowledge: knowledge, today: today).jsonText
        : renderer.render(
          AnswerCard(answer, to: replies, from: table, knowledge: knowledge, today: today).page))
  }

  private static func find<Subject>(
    _ name: String, _ kind: String, among ids: [Identifier<Subject>]
  ) throws(UsageError) -> Identifier<Subject> {
    if let id = ids.first(where: { $0.text == name }) { return id }
    throw UsageError(
      "there is no \(kind) '\(name)'",
      hint: SpellingSuggestion.hint(for: name, among: ids.map(\.text))
        ?? "there is \(ids.map(\.text).joined(separator: ", "))")
  }

  /// The replies that `--fact NAME=VALUE` give, all of them sound.
  private static func replies(
    _ arguments: [String], _ knowledge: Knowledge
  ) throws(UsageError) -> [Identifier<Fact>: Reply] {
    var replies: [Identifier<Fact>: Reply] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError("'\(argument)' is no fact", hint: "write '--fact name=value'")
      }
      let id = try find(parts[0], "fact", among: knowledge.facts.map(\.id))
      guard let fact = knowledge[fact: id] else { continue }
      guard replies[id] == nil else {
        throw UsageError(
          "the fact '\(id)' is given twice", hint: "write several values as '\(id)=one,other'")
      }
      replies[id] = try reply(parts[1], to: fact)
    }
    return replies
  }

  private static func reply(_ text: String, to fact: Fact) throws(UsageError) -> Reply {
    if text == ReplyWords.notSure { return .notSure }
    var options: [Identifier<Option>] = []
    for word in text.split(separator: ",").map(String.init) {
      options.append(try find(word, "option of '\(fact.id)'", among: fact.options.map(\.id)))
    }
    if options.isEmpty { throw UsageError("the fact '\(fact.id)' has no value") }
    if fact.kind != .several, options.count > 1 {
      throw UsageError("the fact '\(fact.id)' can have one value only")
    }
    if options.count > 1, let exclusive = fact.exclusiveOption, options.contains(exclusive.id) {
      throw UsageError("the value '\(exclusive.id)' of '\(fact.id)' stands alone")
    }
    return .options(options)
  }
}
