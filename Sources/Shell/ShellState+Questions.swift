import DecisionEngine
import PolicyModel
import Presentation
import QuestionRouting

/// Questions in plain words: finding their topic and the facts that they state.
extension ShellState {
  /// Finds the topic of a question, and begins it or asks which it is.
  mutating func ask(_ sentence: String) -> ShellReply {
    usesOwnWords = true
    let views = UnderstandingPages(knowledge)
    guard let router = understand() else {
      return ShellReply(.unknownTopic(sentence, nearest: nil))
    }
    let matters = router.matters(in: sentence)
    switch matters[0].routing.outcome {
    case .far: return ShellReply(views.far(ownOrganisation))
    case .close(let candidates):
      let topics = candidates.compactMap { knowledge[topic: $0.topic] }
      return choose(among: topics, candidates, hearing: sentence)
    case .sure(let candidate):
      guard let topic = knowledge[topic: candidate.topic] else {
        return ShellReply(views.far(ownOrganisation))
      }
      var page = views.topic(topic.title, words: candidate.words)
      var asked = [QueuedTopic(topic: topic, sentence: matters[0].words)]
      for matter in matters.dropFirst() {
        guard let other = matter.routing.candidates.first, let next = knowledge[topic: other.topic]
        else { continue }
        asked.append(QueuedTopic(topic: next, sentence: matter.words))
        page.append(views.queued(next.title, words: other.words))
      }
      return start(asked, lead: page)
    }
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
