import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// A topic that has been answered, with what was said of it.
struct Matter: Sendable {
  let table: DecisionTable
  let answer: Answer
  let replies: [Identifier<Fact>: Reply]
  /// What was asked in plain words, if anything was.
  let sentence: String?
}

/// Several matters in one dialogue.
extension ShellState {
  /// Takes a further topic or question: at once if nothing is open, else when its turn comes.
  mutating func also(_ text: String) -> ShellReply {
    guard !text.isEmpty else { return ShellReply(.alsoWhat) }
    guard table != nil else { return chooseTopic(text, among: TopicChoice()) }
    if let number = Int(text), knowledge.topics.indices.contains(number - 1) {
      return also(QueuedTopic(topic: knowledge.topics[number - 1], sentence: nil))
    }
    if let topic = topic(named: text) { return also(QueuedTopic(topic: topic, sentence: nil)) }
    usesOwnWords = true
    let views = UnderstandingPages(knowledge)
    switch understand()?.route(text).outcome {
    case .sure(let candidate):
      guard let topic = knowledge[topic: candidate.topic] else { break }
      let understood = views.topic(topic.title, words: candidate.words)
      return also(QueuedTopic(topic: topic, sentence: text), lead: understood)
    case .close(let candidates):
      return ShellReply(.ambiguousTopic(text, candidates.map(\.topic.text)))
    case .far?: return ShellReply(views.far(organisation))
    case nil: break
    }
    return ShellReply(.unknownTopic(text, nearest: nil))
  }

  private mutating func also(_ next: QueuedTopic, lead: Page = Page()) -> ShellReply {
    let isThere =
      next.topic.id == table?.topic.id || queue.contains { $0.topic == next.topic }
      || answered.contains { $0.table.topic.id == next.topic.id }
    guard !isThere else { return ShellReply(.alreadyAsked(next.topic.title)) }
    if let refusal = refusal(of: next.topic) { return ShellReply(lead.followed(by: refusal)) }
    keep()
    guard let table, case .answered(let answer) = situation else {
      queue.append(next)
      let queued = Page.queued(next.topic.title)
      return ShellReply(lead.followed(by: queued).followed(by: current))
    }
    answered.append(Matter(table: table, answer: answer, replies: replies, sentence: sentence))
    return begin(next.topic, hearing: next.sentence, lead: lead)
  }

  /// Goes on to a topic that was waiting.
  mutating func proceed(to next: QueuedTopic, after answer: Answer) -> Page {
    queue.removeFirst()
    if let refusal = refusal(of: next.topic) { return refusal.followed(by: proceed()) }
    if let table {
      answered.append(Matter(table: table, answer: answer, replies: replies, sentence: sentence))
    }
    let lead = UnderstandingPages(knowledge).topic(next.topic.title, words: [])
    return begin(next.topic, hearing: next.sentence, lead: lead).page
  }

  /// Finds topics by number, title, id or the question they answer.
  var topicMatcher: ChoiceMatcher {
    ChoiceMatcher(
      knowledge.topics.map {
        .init(label: $0.title, otherWords: [$0.id.text] + ($0.asks.map { [$0] } ?? []))
      })
  }
}
