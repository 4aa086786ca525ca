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
      toConfirm[heard.fact] = heard.reply
    }
  }

  /// What becomes of a line that names none of the options: a topic, a sentence that states the fact
  /// among others, a new question, or nothing.
  mutating func notAnOption(
    _ text: String, _ words: String, nearest: Option?, of fact: Fact
  ) -> ShellReply {
    if let topic = topic(named: text) { return start(topic) }
    usesOwnWords = true
    let heard = hear(text)
    if let own = heard.first(where: { $0.fact == fact.id }) {
      return accept(heard, naming: own, of: fact)
    }
    let isSentence = PlainWords.split(PlainWords.normalised(text)).count > Self.fewestWords
    guard isSentence, let router = understand() else {
      return ShellReply(
        .notUnderstood(words, nearest: nearest?.label ?? ShellCommand.nearest(to: words)))
    }
    if case .far = router.route(text).outcome {
      return ShellReply(.notUnderstood(words, nearest: nil))
    }
    let asked = ask(text)
    return ShellReply(Page.takenForQuestion.followed(by: asked.page))
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
