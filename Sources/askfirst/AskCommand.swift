import DecisionEngine
import Diagnostics
import KnowledgeLoading
import PolicyModel
import Presentation
import QuestionRouting

/// `askfirst ask TOPIC` or `ask QUESTION`: one case in, one answer out.
enum AskCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let operands = arguments.operands.dropFirst()
    guard let text = operands.first, operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which topic or question?" : "one topic or question at a time",
        hint: operands.isEmpty
          ? "write 'askfirst ask TOPIC --organisation ID'" : "put a question in quotation marks")
    }
    guard let organisation = arguments.value(of: .organisation) else {
      throw UsageError("whose documents apply?", hint: "add '--organisation ID'")
    }
    // An id has no blanks, capitals or marks in it, and hardly any question has none of these.
    if !text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
      return try ask(text, of: organisation, invocation)
    }
    return try answer(Identifier(text), of: organisation, understood: nil, invocation)
  }

  static func answer(
    _ topicID: Identifier<Topic>, of organisationName: String, understood: Understood?,
    _ invocation: Invocation
  ) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let given = arguments.allValues(of: .fact).compactMap { $0.split(separator: "=").first }
    let scope = LoadingScope.only(
      topicID, of: Identifier(organisationName), given: Set(given.map(String.init)))
    guard let knowledge = invocation.loadKnowledge(scope: scope) else {
      return .unusableKnowledge
    }
    let organisation = try NameFinder.find(
      organisationName, "organisation", among: knowledge.organisations.map(\.id))
    let topic = try NameFinder.find(topicID.text, "topic", among: knowledge.topics.map(\.id))
    guard let table = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      throw UsageError("'\(organisation)' has no rules on '\(topic)'")
    }
    let stated = try CaseArguments.replies(arguments.allValues(of: .fact), knowledge)
    for fact in stated.keys.sorted() where !table.facts.contains(where: { $0.id == fact }) {
      CommandLineTool.complain("the fact '\(fact)' has no bearing on '\(topic)' here")
    }
    // All facts are listened for: what a sentence says of one may keep another from being misheard.
    guard let heard = hear(understood, table.facts, invocation)?.filter({ stated[$0.fact] == nil })
    else { return .unusableKnowledge }
    var replies = stated
    for one in heard where one.isWhole { replies[one.fact] = one.reply }
    return print(
      table, replies, understood, heard, knowledge: knowledge, invocation)
  }

  /// What a question states of some facts; nil where the words cannot be used.
  private static func hear(
    _ understood: Understood?, _ facts: [Fact], _ invocation: Invocation
  ) -> [HeardFact]? {
    guard let understood else { return [] }
    let names = facts.flatMap(\.options).reduce(into: Set<String>()) {
      $0.formUnion($1.heardAs.groupNames)
    }
    return invocation.loadWords(scope: .groups(names)).map {
      understood.listening(facts, $0.synonyms + $0.groups).hear(understood.matter.words)
    }
  }

  private static func print(
    _ table: DecisionTable, _ replies: [Identifier<Fact>: Reply], _ understood: Understood?,
    _ heard: [HeardFact], knowledge: Knowledge, _ invocation: Invocation
  ) -> ExitCode {
    let isJSON = invocation.arguments.has(.json)
    let renderer = invocation.settings.renderer
    let today = invocation.settings.today
    let json = understood.map {
      UnderstandingJSON($0.matter.routing, heard: heard, also: $0.others)
    }
    let views = UnderstandingPages(knowledge)
    let intro =
      understood.map {
        views.topic(table.topic.title, words: $0.candidate.words)
          .followed(by: views.statements(heard))
      } ?? Page()
    let left = views.notAnswered(understood?.others ?? [], table.organisation.id.text)
    if let fact = table.nextFact(after: replies) {
      let already = heard.first { $0.fact == fact.id }?.reply
      return CommandLineTool.print(
        isJSON
          ? QuestionJSON(fact, after: replies, in: table, understood: json).jsonText
          : renderer.render(
            intro.followed(by: MissingFactView(fact, in: table, heard: already).page)
              .followed(by: left)),
        exit: .undecided)
    }
    let answer = table.answer(to: replies)
    return CommandLineTool.print(
      isJSON
        ? AnswerJSON(
          answer, to: replies, from: table, knowledge: knowledge, today: today, understood: json
        ).jsonText
        : renderer.render(
          intro.followed(
            by: AnswerCard(answer, to: replies, from: table, knowledge: knowledge, today: today)
              .page
          ).followed(by: left)))
  }
}
