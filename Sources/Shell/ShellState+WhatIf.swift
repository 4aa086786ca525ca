import DecisionEngine
import PolicyModel
import Presentation

/// Trying out another reply without losing the case.
extension ShellState {
  /// What a line tries: the rules of the topic and the replies to them, nil where it tries none.
  func repliesTried(by line: String) -> (table: DecisionTable, replies: [Identifier<Fact>: Reply])?
  {
    guard case .command(let command, let text) = ShellCommand.find(line),
      command.names == ["what if"]
    else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let place = place(named: parts[0]),
      case .reply(let reply, _) = reply(parts[1], at: place)
    else { return nil }
    return (place.table, place.replies.merging([place.fact.id: reply]) { $1 })
  }

  /// Answers `FACT = VALUE`, the fact named by its id or by its number among the replies.
  mutating func whatIf(_ text: String) -> Page {
    guard let table else { return .noQuestion }
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    let names = (answered.flatMap(\.table.facts) + table.facts).map(\.id.text)
    let facts = names.enumerated().filter { !names[..<$0.offset].contains($0.element) }
    guard parts.count == 2, !parts[1].isEmpty, let place = place(named: parts[0]) else {
      return .howToTry(facts.map(\.element))
    }
    switch reply(parts[1], at: place) {
    case .reply(let reply, let isPlain):
      usesOwnWords = !isPlain
      return WhatIfView(place.table, knowledge: knowledge)
        .page(place.fact, reply, beside: place.replies)
    case .other(.several(let words, let options)):
      return .ambiguousValue(words, options.map(\.id.text))
    case .other(.partly(let words, let option)):
      return .notUnderstood(words, nearest: option.label)
    case .other(.none(let words, let nearest)):
      return .notUnderstood(words, nearest: nearest?.label)
    case .other(.notAlone(let option)): return .notAlone(option.label)
    case .other: return .onlyOne(place.fact.question)
    }
  }

  private enum Tried {
    /// A reply, and whether it was named as it stands.
    case reply(Reply, isPlain: Bool)
    /// Words that name no reply.
    case other(ReplyMatcher.Match)
  }

  private func reply(_ text: String, at place: FactPlace) -> Tried {
    if case .command(let command, argument: "") = ShellCommand.find(text), command.isNotSure {
      return .reply(.notSure, isPlain: true)
    }
    let offered = place.table.offeredOptions(of: place.fact)
    let match = ReplyMatcher(place.fact, offered: offered).match(text)
    guard case .options(let options, let isPlain) = match else { return .other(match) }
    return .reply(.options(options.map(\.id)), isPlain: isPlain)
  }
}
