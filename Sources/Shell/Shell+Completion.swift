import DecisionEngine
import LineEditing
import PolicyModel

/// What the Tab key offers, which follows from where the dialogue stands.
extension ShellState {
  /// Everything that the line before the cursor can become, each with what it means.
  public func completions(of line: String) -> [Completion] {
    let typed = line.lowercased()
    let commands = ShellCommand.all.filter { $0.situations.contains(kind) }
      .map { Completion(text: $0.names[0], note: $0.summary) }
      .filter { !typed.isEmpty && $0.text.hasPrefix(typed) }
    let choices =
      switch situation {
      case .choosingOrganisation:
        named(knowledge.organisations.map { ($0.id.text, [$0.name], $0.name) }, typed)
      case .choosingTopic, .answered:
        named(knowledge.topics.map { ($0.id.text, [$0.title], $0.title) }, typed)
      case .asking(let fact): options(of: fact, typed)
      }
    return choices + commands
  }

  /// The rest of what the line is probably going to be, nil if nothing fits.
  public func hint(for line: String) -> String? {
    guard !line.isEmpty else { return nil }
    return completions(of: line).first { $0.text.hasPrefix(line) && $0.text != line }
      .map { String($0.text.dropFirst(line.count)) }
  }

  private func named(
    _ things: [(id: String, others: [String], note: String)], _ typed: String
  ) -> [Completion] {
    things.compactMap { thing in
      ([thing.id] + thing.others).first { $0.lowercased().hasPrefix(typed) }
        .map { Completion(text: $0, note: thing.note) }
    }
  }

  private func options(of fact: Fact, _ typed: String) -> [Completion] {
    let options = table?.offeredOptions(of: fact) ?? []
    if typed.isEmpty {
      return options.enumerated().map { Completion(text: String($0 + 1), note: $1.label) }
    }
    // Of a list that is being typed only the last entry is completed.
    let lastComma = fact.kind == .several ? typed.lastIndex(of: ",") : nil
    let start = lastComma.map { typed.index(after: $0) } ?? typed.startIndex
    let entry = typed[start...].drop(while: \.isWhitespace)
    let before = typed[..<entry.startIndex]
    guard !entry.isEmpty else { return [] }
    return options.compactMap { option in
      ([option.label] + option.names.prefix(Option.shownNames) + [option.id.text])
        .first { $0.lowercased().hasPrefix(entry) }
        .map { Completion(text: before + $0, note: option.label) }
    }
  }
}
