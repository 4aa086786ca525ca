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

/// A topic that waits, with the sentence that asked for it.
struct QueuedTopic: Hashable, Sendable {
  let topic: Topic
  let sentence: String?
  /// What was said of it before it had to wait, nil if it has not been begun.
  var said: [Identifier<Fact>: Reply]? = nil
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
    return begin(next, lead: lead)
  }

  /// Goes on to a topic that was waiting.
  mutating func proceed(to next: QueuedTopic, after answer: Answer) -> Page {
    queue.removeFirst()
    if let refusal = refusal(of: next.topic) { return refusal.followed(by: proceed()) }
    let finished = table.map {
      Matter(table: $0, answer: answer, replies: replies, sentence: sentence)
    }
    if let finished { answered.append(finished) }
    let isNew = next.sentence != nil && next.said == nil
    let lead =
      isNew ? UnderstandingPages(knowledge).topic(next.topic.title, words: []) : Page()
    let begun = begin(next, lead: lead).page
    guard case .asking = situation, let finished else { return begun }
    // Whoever asked in the middle of something else wants the answer now.
    let told =
      next.said == nil
      ? ShellPages(knowledge).soFar(finished.table.topic, answer.verdict)
      : card(of: finished).page
    return told.followed(by: begun)
  }

  /// Why the answer is as it is, and why those are that belong with it.
  func reasons(of answer: Answer) -> Page {
    guard let table else { return .noQuestion }
    let present = ReasonView(answer, to: replies, from: table, knowledge: knowledge).page
    guard !answered.isEmpty else { return present }
    let views = ShellPages(knowledge)
    return answered.reduce(views.heading(of: table.topic).followed(by: present)) { page, matter in
      page.followed(by: views.heading(of: matter.table.topic)).followed(
        by: ReasonView(
          matter.answer, to: matter.replies, from: matter.table, knowledge: knowledge
        ).page)
    }
  }
}
