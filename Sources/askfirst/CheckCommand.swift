import PolicyModel

/// `askfirst check`: loads everything and says what is wrong with it.
enum CheckCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard invocation.arguments.operands.count == 1 else {
      throw UsageError("check takes no operands", hint: "name a folder with '--knowledge DIR'")
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let organisations = knowledge.organisations
    let rules = organisations.flatMap(\.rules.values).map(\.rules.count).reduce(0, +)
    let clauses = organisations.flatMap(\.documents).map(\.clauses.count).reduce(0, +)
    return CommandLineTool.print(
      """
      \(organisations.count) organisations, \(knowledge.topics.count) topics, \
      \(knowledge.facts.count) facts, \(rules) rules, \(clauses) clauses: no faults

      """)
  }
}
