import DecisionEngine
import PolicyModel
import Presentation

/// Trying out another reply without losing the case.
extension ShellState {
  /// The replies that a line tries, nil where it tries none.
  func repliesTried(by line: String) -> [Identifier<Fact>: Reply]? {
    guard let table, case .command(let command, let text) = ShellCommand.find(line),
      command.names == ["what if"]
    else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let fact = table.facts.first(where: { $0.id.text == parts[0] }),
      case .options(let options, _) =
        ReplyMatcher(fact, offered: table.offeredOptions(of: fact)).match(parts[1])
    else { return nil }
    return replies.merging([fact.id: .options(options.map(\.id))]) { $1 }
  }

  /// Answers `FACT = VALUE`, the fact named by its id or by its number among the replies.
  mutating func whatIf(_ text: String) -> Page {
    guard let table else { return .noQuestion }
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, !parts[1].isEmpty else { return .howToTry(table.facts.map(\.id.text)) }
    let known = knownFacts
    let fact: Fact? =
      if let number = Int(parts[0]) {
        known.indices.contains(number - 1) ? known[number - 1] : nil
      } else {
        table.facts.first { $0.id.text == parts[0].lowercased() }
      }
    guard let fact else { return .howToTry(table.facts.map(\.id.text)) }
    let matcher = ReplyMatcher(fact, offered: table.offeredOptions(of: fact))
    switch matcher.match(parts[1]) {
    case .options(let options, let isPlain):
      usesOwnWords = !isPlain
      return WhatIfView(table, knowledge: knowledge)
        .page(fact, .options(options.map(\.id)), beside: replies)
    case .several(let words, let options):
      return .ambiguousValue(words, options.map(\.id.text))
    case .partly(let words, let option):
      return .notUnderstood(words, nearest: option.label)
    case .none(let words, let nearest):
      return .notUnderstood(words, nearest: nearest?.label)
    case .notAlone(let option): return .notAlone(option.label)
    case .tooMany: return .onlyOne(fact.question)
    }
  }
}
