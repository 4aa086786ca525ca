import DecisionEngine
import PolicyModel
import Presentation

/// Showing the case to others, and under the documents of others.
extension ShellState {
  /// A text for whoever the answer names, as plain text or Markdown; one for each matter.
  mutating func handoff(_ format: String) -> Page {
    guard let table else { return .noQuestion }
    let formats: [String: HandoffText.Format] = [
      "": .plain, "plain": .plain, "markdown": .markdown,
    ]
    guard let format = formats[format.lowercased()] else { return .howToHandOff }
    usesOwnWords = false
    let present = Matter(
      table: table, answer: table.answer(to: replies), replies: replies, sentence: sentence)
    return HandoffText.page(of: (answered + [present]).map { HandoffText(card(of: $0)) }, format)
  }

  /// The same case under every organisation, as far as what they say on it can be used.
  mutating func comparison() -> Page {
    guard let topic = table?.topic, let own = organisationID else { return .noQuestion }
    let unusable = knowledge.organisations.filter { !bring(.topic(topic.id, of: $0.id)) }
    let page = ComparisonView(
      replies, topic: topic.id, own: own, knowledge: knowledge.without(Set(unusable.map(\.id)))
    ).page
    return unusable.reduce(page) { $0.followed(by: .unusable($1.name, on: topic.title)) }
  }
}
