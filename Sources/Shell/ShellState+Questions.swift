import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// A topic that waits, with the sentence that asked for it.
struct QueuedTopic: Hashable, Sendable {
  let topic: Topic
  let sentence: String?
}

/// Questions in plain words: finding their topic and the facts that they state.
extension ShellState {
  /// Takes a line for the name or number of a topic, or for a question.
  mutating func chooseTopic(_ text: String, among choice: TopicChoice) -> ShellReply {
    if let number = Int(text) {
      guard choice.numbered.indices.contains(number - 1) else { return listTopics() }
      return start(choice.numbered[number - 1], hearing: choice.sentence)
    }
    if let topic = topic(named: text) { return start(topic) }
    if PlainWords.split(PlainWords.normalised(text)).count < Self.fewestWords,
      let reply = chooseTopicByWord(text)
    {
      return reply
    }
    return ask(text)
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
  private static let fewestWords = 3

  private mutating func chooseTopicByWord(_ text: String) -> ShellReply? {
    usesOwnWords = true
    switch topicMatcher.match(text) {
    case .exact(let index), .likely(let index), .partly(let index):
      let topic = knowledge.topics[index]
      return ShellReply(Page.takenTopic(topic.title).followed(by: start(topic).page))
    case .several(let indices): return choose(among: indices.map { knowledge.topics[$0] })
    case .none(let nearest):
      let command = ShellCommand.nearest(to: text)
      let title = nearest.map { knowledge.topics[$0].title }
      guard PlainWords.split(text).count == 1, let likely = command ?? title else { return nil }
      return ShellReply(.unknownTopic(text, nearest: likely))
    }
  }

  /// Finds the topic of a question, and begins it or asks which it is.
  mutating func ask(_ sentence: String) -> ShellReply {
    usesOwnWords = true
    let views = UnderstandingPages(knowledge)
    guard let router = understand() else {
      return ShellReply(.unknownTopic(sentence, nearest: nil))
    }
    let matters = router.matters(in: sentence)
    switch matters[0].routing.outcome {
    case .far: return ShellReply(views.far(organisation))
    case .close(let candidates):
      let topics = candidates.compactMap { knowledge[topic: $0.topic] }
      return choose(among: topics, candidates, hearing: sentence)
    case .sure(let candidate):
      guard let topic = knowledge[topic: candidate.topic] else {
        return ShellReply(views.far(organisation))
      }
      var page = views.topic(topic.title, words: candidate.words)
      if let refusal = refusal(of: topic) { return ShellReply(page.followed(by: refusal)) }
      keep()
      answered = []
      queue = []
      for matter in matters.dropFirst() {
        guard case .sure(let other) = matter.routing.outcome,
          let next = knowledge[topic: other.topic]
        else { continue }
        queue.append(QueuedTopic(topic: next, sentence: sentence))
        page.append(views.queued(next.title, words: other.words))
      }
      return begin(topic, hearing: sentence, lead: page)
    }
  }

  private mutating func choose(
    among topics: [Topic], _ candidates: [Routing.Candidate] = [], hearing sentence: String? = nil
  ) -> ShellReply {
    if case .choosingTopic = situation {} else { keep() }
    situation = .choosingTopic(TopicChoice(numbered: topics, sentence: sentence))
    return ShellReply(
      UnderstandingPages(knowledge).close(
        topics.map { topic in
          (topic.title, candidates.first { $0.topic == topic.id }?.words ?? [])
        }))
  }

  /// Shows every topic with its number.
  mutating func listTopics() -> ShellReply {
    let choice = TopicChoice(numbered: knowledge.topics)
    situation = .choosingTopic(choice)
    return ShellReply(page(of: choice))
  }

  func page(of choice: TopicChoice) -> Page {
    choice.numbered.count == knowledge.topics.count
      ? ShellPages(knowledge).topics
      : UnderstandingPages(knowledge).close(choice.numbered.map { ($0.title, []) })
  }

  // MARK: - Facts

  /// What a sentence states of the facts of the topic in hand.
  func hear(_ sentence: String) -> [HeardFact] {
    guard let table, let router = understand() else { return [] }
    return router.listener(for: table.facts).hear(sentence)
  }

  /// Takes what was heard: as the reply where it is all there is to say, else as part of it.
  mutating func take(_ heard: HeardFact) {
    if heard.isWhole {
      replies[heard.fact] = heard.reply
    } else {
      toConfirm[heard.fact] = EarlierReply(reply: heard.reply, isPart: true)
    }
  }

  /// What becomes of a line that names no option as it stands, though one may be named in it.
  ///
  /// It can be a topic, a sentence that states the fact among others, a question on the options, a new
  /// question, or nothing.
  mutating func notAnOption(
    _ text: String, _ words: String, named: Option? = nil, nearest: Option? = nil, of fact: Fact
  ) -> ShellReply {
    if let topic = topic(named: text) { return start(topic) }
    usesOwnWords = true
    let plain = PlainWords.split(PlainWords.normalised(text))
    if PlainWords.askMeaning(plain)
      || PlainWords.askWhetherSame(plain) && otherTopic(of: text) == nil
    {
      return ShellReply(questionHelp)
    }
    let isSentence = plain.count > Self.fewestWords
    let asks = PlainWords.ask(plain, text)
    if let named, !isSentence { return ShellReply(perhaps(text, named, of: fact)) }
    let isOpen = asks || PlainWords.doubt(plain) || PlainWords.exclude(plain)
    if !isOpen, let reply = replyHeard(in: text, named: named, to: fact) {
      return reply
    }
    if isSentence, asks || plain.count(where: PlainWords.isTelling) > 1,
      isQuestion(text, asks: asks)
    {
      return ShellReply(Page.takenForQuestion.followed(by: ask(text).page))
    }
    if let named { return ShellReply(perhaps(text, named, of: fact)) }
    let command = isSentence ? nil : ShellCommand.nearest(to: words)
    return ShellReply(.notUnderstood(words, nearest: nearest?.label ?? command))
  }

  /// Whether a sentence is on a topic: surely on another than that in hand, or near any where it asks.
  private func isQuestion(_ sentence: String, asks: Bool) -> Bool {
    switch understand()?.route(sentence).outcome {
    case .sure(let candidate): asks || candidate.topic != table?.topic.id
    case .close: asks
    case .far, nil: false
    }
  }

  /// What comes of a sentence that states a fact, nil if it does not; the option named is the one stated.
  ///
  /// A sentence that is surely about another topic may be a question on that, so the person is asked.
  private mutating func replyHeard(
    in text: String, named: Option?, to fact: Fact
  ) -> ShellReply? {
    let heard = hear(text)
    guard let own = heard.first(where: { $0.fact == fact.id }), let option = own.options.first,
      named == nil || own.options.contains(where: { $0 == named?.id })
    else { return nil }
    if let other = otherTopic(of: text), let option = fact[option: option] {
      return ShellReply(
        .replyOrQuestion(number(of: option, of: fact), option.label, topic: other.title))
    }
    return accept(heard, naming: own, of: fact)
  }

  /// The topic that a sentence is likely about, if it is not the one in hand.
  private func otherTopic(of sentence: String) -> Topic? {
    let candidates: [Routing.Candidate] =
      switch understand()?.route(sentence).outcome {
      case .sure(let one): [one]
      case .close(let several): several
      case .far, nil: []
      }
    guard let first = candidates.first, !candidates.contains(where: { $0.topic == table?.topic.id })
    else { return nil }
    return knowledge[topic: first.topic]
  }

  private func perhaps(_ text: String, _ option: Option, of fact: Fact) -> Page {
    .perhaps(text, number(of: option, of: fact), option.label)
  }

  /// The number by which an option is offered, nil where it is not.
  private func number(of option: Option, of fact: Fact) -> Int? {
    table?.offeredOptions(of: fact).firstIndex(of: option).map { $0 + 1 }
  }

  /// Takes a reply in the person's own words, and whatever else the same words state.
  private mutating func accept(
    _ heard: [HeardFact], naming own: HeardFact, of fact: Fact
  ) -> ShellReply {
    let labels = fact.options.filter { own.options.contains($0.id) }.map(\.label)
    var page = Page.taken(labels)
    // A reply says what it is asked for; the rest counts only where nothing was said before.
    let others = heard.filter { $0.fact != fact.id && replies[$0.fact] == nil }
    if changing == nil {
      for other in others { take(other) }
      if !others.isEmpty { page.append(UnderstandingPages(knowledge).facts(others)) }
    }
    return ShellReply(page.followed(by: accept(own.reply, for: fact)))
  }
}
