import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// Choosing a topic: by its number, its name or a word of it.
extension ShellState {
  /// Takes a line for the name or number of a topic, or for a question.
  mutating func chooseTopic(_ text: String, among choice: TopicChoice) -> ShellReply {
    if let reply = choice.reply(to: text) { return take(reply, to: choice) }
    if let number = Int(text) {
      guard choice.numbered.indices.contains(number - 1) else { return listTopics() }
      return start(choice.numbered[number - 1], hearing: choice.sentence)
    }
    if let topic = topic(named: text) { return start(topic, hearing: choice.sentence) }
    if PlainWords.split(PlainWords.normalised(text)).count < Self.fewestWords,
      let reply = chooseTopicByWord(text, hearing: choice.sentence)
    {
      return reply
    }
    return ask(text)
  }

  /// Does what was replied to a close call; what the sentence states counts for whichever is chosen.
  private mutating func take(_ reply: TopicChoice.Reply, to choice: TopicChoice) -> ShellReply {
    usesOwnWords = true
    let indices: [Int]
    switch reply {
    case .none: return listTopics(leaving: choice)
    case .unclear: return ShellReply(.whichOfThem)
    case .outOfRange: return ShellReply(.onlySoMany(choice.numbered.count))
    case .topics(let chosen): indices = chosen
    }
    let topics = indices.map { choice.numbered[$0] }
    var page = Page()
    if let first = topics.first, topics.count > 1 {
      let views = UnderstandingPages(knowledge)
      page = views.topic(first.title, words: choice.words[first.id] ?? [])
      for topic in topics.dropFirst() {
        page.append(views.queued(topic.title, words: choice.words[topic.id] ?? []))
      }
    }
    return start(topics.map { QueuedTopic(topic: $0, sentence: choice.sentence) }, lead: page)
  }

  /// The topic with a given id, title or question.
  func topic(named text: String) -> Topic? {
    let name = Array(PlainWords.normalised(text).utf8)
    return knowledge.topics.first { topic in
      [topic.id.text, topic.title, topic.asks ?? topic.title].contains {
        PlainWords.reads($0.utf8, as: name)
      }
    }
  }

  /// A single word is no question; it may be the beginning of a topic's title, or a command.
  static let fewestWords = 3

  private mutating func chooseTopicByWord(
    _ text: String, hearing sentence: String?
  ) -> ShellReply? {
    usesOwnWords = true
    switch ChoiceMatcher(topics: knowledge.topics).match(text) {
    case .exact(let index), .likely(let index), .partly(let index):
      let topic = knowledge.topics[index]
      let begun = start(topic, hearing: sentence)
      return ShellReply(Page.takenTopic(topic.title).followed(by: begun.page))
    case .several(let indices):
      return choose(among: indices.map { knowledge.topics[$0] }, hearing: sentence)
    case .none(let nearest):
      let command = ShellCommand.nearest(to: text)
      let title = nearest.map { knowledge.topics[$0].title }
      guard PlainWords.split(text).count == 1, let likely = command ?? title else { return nil }
      return ShellReply(.unknownTopic(text, nearest: likely))
    }
  }

  /// Asks which of some topics is meant.
  mutating func choose(
    among topics: [Topic], _ candidates: [Routing.Candidate] = [], hearing sentence: String? = nil
  ) -> ShellReply {
    if case .choosingTopic = situation {} else { keep() }
    let words = candidates.map { ($0.topic, $0.words) }
    let choice = TopicChoice(
      numbered: topics, sentence: sentence, words: Dictionary(words) { first, _ in first })
    situation = .choosingTopic(choice)
    return ShellReply(page(of: choice))
  }

  /// Shows every topic with its number; what was asked before in plain words still counts.
  mutating func listTopics() -> ShellReply {
    var choice = TopicChoice(numbered: knowledge.topics, isEverything: true)
    if case .choosingTopic(let earlier) = situation { choice.sentence = earlier.sentence }
    situation = .choosingTopic(choice)
    return ShellReply(page(of: choice))
  }

  /// Shows every topic to somebody who wants none of a few.
  mutating func listTopics(leaving choice: TopicChoice) -> ShellReply {
    keep()
    let views = UnderstandingPages(knowledge)
    return ShellReply(views.noneOf(choice.numbered.map(\.title)).followed(by: listTopics().page))
  }

  func page(of choice: TopicChoice) -> Page {
    let views = ShellPages(knowledge)
    guard choice.isClose else { return choice.isEverything ? views.topics : views.invitation }
    return UnderstandingPages(knowledge).close(
      choice.numbered.map { ($0.title, choice.words[$0.id] ?? []) })
  }
}

extension ChoiceMatcher {
  /// Finds topics by number, title, id or the question they answer.
  init(topics: [Topic]) {
    self.init(
      topics.map {
        Choice(label: $0.title, otherWords: [$0.id.text] + ($0.asks.map { [$0] } ?? []))
      })
  }
}
