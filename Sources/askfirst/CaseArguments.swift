import Diagnostics
import PolicyModel
import Presentation
import Scenarios

/// Finds what an argument names.
enum NameFinder {
  static func find<Subject>(
    _ name: String, _ kind: String, among ids: [Identifier<Subject>]
  ) throws(UsageError) -> Identifier<Subject> {
    if let id = ids.first(where: { $0.text == name }) { return id }
    throw UsageError(
      "there is no \(kind) '\(name)'",
      hint: SpellingSuggestion.hint(for: name, among: ids.map(\.text))
        ?? "there is \(ids.map(\.text).joined(separator: ", "))")
  }
}

/// Reads the facts of a case from arguments.
enum CaseArguments {
  /// The replies that `--fact NAME=VALUE` give, all of them sound.
  static func replies(
    _ arguments: [String], _ knowledge: Knowledge
  ) throws(UsageError) -> [Identifier<Fact>: Reply] {
    var replies: [Identifier<Fact>: Reply] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError("'\(argument)' is no fact", hint: "write '--fact name=value'")
      }
      let id = try NameFinder.find(parts[0], "fact", among: knowledge.facts.map(\.id))
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
    if text == ReplyFormat.notSure { return .notSure }
    var options: [Identifier<Option>] = []
    for word in text.split(separator: ",").map(String.init) {
      options.append(
        try NameFinder.find(word, "option of '\(fact.id)'", among: fact.options.map(\.id)))
    }
    if options.isEmpty { throw UsageError("the fact '\(fact.id)' has no value") }
    if let fault = ReplyFormat.fault(of: options, to: fact) { throw UsageError(fault) }
    return .options(options)
  }
}
