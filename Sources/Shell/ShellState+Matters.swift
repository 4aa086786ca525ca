import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// A topic that has been answered, with what was said of it.
struct Matter: Sendable {
  let table: DecisionTable
  let answer: Answer
  let replies: [Identifier<Fact>: Reply]
}

/// Several matters in one dialogue.
extension ShellState {
  /// Takes a further topic: at once if nothing is open, else when its turn comes.
  mutating func also(_ text: String) -> ShellReply {
    guard let table else { return text.isEmpty ? ShellReply(.alsoWhat) : chooseTopic(text) }
    guard !text.isEmpty else { return ShellReply(.alsoWhat) }
    let topics = knowledge.topics
    switch topicMatcher.match(text) {
    case .several(let indices):
      return ShellReply(.ambiguousTopic(text, indices.map { topics[$0].id.text }))
    case .none:
      let near = KnowledgeSearch(topicsOf: knowledge).hits(for: text, most: 3).compactMap {
        hit -> String? in
        guard case .topic(let topic) = hit else { return nil }
        return topic.id.text
      }
      return ShellReply(
        near.isEmpty ? .unknownTopic(text, nearest: nil) : .ambiguousTopic(text, near))
    case .exact(let index), .likely(let index):
      let topic = topics[index]
      let isThere =
        topic.id == table.topic.id || queue.contains(topic)
        || answered.contains { $0.table.topic.id == topic.id }
      guard !isThere else { return ShellReply(.alreadyAsked(topic.title)) }
      guard case .answered(let answer) = situation else {
        keep()
        queue.append(topic)
        return ShellReply(Page.queued(topic.title).followed(by: current))
      }
      keep()
      answered.append(Matter(table: table, answer: answer, replies: replies))
      return begin(topic)
    }
  }

  /// Goes on to a topic that was waiting.
  mutating func proceed(to topic: Topic, after answer: Answer) -> Page {
    queue.removeFirst()
    if let table { answered.append(Matter(table: table, answer: answer, replies: replies)) }
    return begin(topic).page
  }

  /// Finds topics by number, title, id or the question they answer.
  var topicMatcher: ChoiceMatcher {
    ChoiceMatcher(
      knowledge.topics.map {
        .init(label: $0.title, otherWords: [$0.id.text] + ($0.asks.map { [$0] } ?? []))
      })
  }
}
