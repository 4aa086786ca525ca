import DecisionEngine
import PolicyModel
import Presentation

/// Showing the case to others, and under the documents of others.
extension ShellState {
  /// A text for whoever the answer names, as plain text or Markdown.
  func handoff(_ format: String) -> Page {
    guard let table else { return .noQuestion }
    let formats: [String: HandoffText.Format] = [
      "": .plain, "plain": .plain, "markdown": .markdown,
    ]
    guard let format = formats[format.lowercased()] else { return .howToHandOff }
    let text = HandoffText(
      table.answer(to: replies), to: replies, from: table, knowledge: knowledge, today: today)
    return Page(verbatim: text.text(format))
  }

  /// The same case under every organisation.
  var comparison: Page {
    guard let table, let organisation else { return .noQuestion }
    return ComparisonView(
      replies, topic: table.topic.id, own: organisation.id, knowledge: knowledge
    ).page
  }
}
