import DecisionEngine
import PolicyModel
import Presentation

/// Several matters of which each keeps what was said of it, while another is in hand.
extension ShellState {
  /// Whether there are several matters and some have still to be answered.
  var isHalfway: Bool {
    guard let table, !queue.isEmpty || !answered.isEmpty else { return false }
    return !queue.isEmpty || table.nextFact(after: replies) != nil
  }

  /// Lets new topics go first and says what comes after them.
  ///
  /// Of several matters none is lost. One alone gives way, and `undo` brings it back; with it goes the
  /// case of another organisation.
  mutating func makeWay(for asked: [QueuedTopic]) -> Page {
    guard isHalfway, let present = waiting else {
      answered = []
      queue = []
      return comeHome()
    }
    let topics = Set(asked.map(\.topic.id))
    queue.insert(present, at: 0)
    queue.removeAll { topics.contains($0.topic.id) }
    answered.removeAll { topics.contains($0.table.topic.id) }
    return queue.isEmpty ? Page() : .comesAfterwards(queue.map(\.topic.title))
  }

  /// Takes a matter in hand again that was answered before the present one.
  mutating func takeUp(_ index: Int) {
    let matter = answered.remove(at: index)
    if let table, case .answered(let answer) = situation {
      answered.append(Matter(table: table, answer: answer, replies: replies, sentence: sentence))
    } else if let present = waiting {
      queue.insert(present, at: 0)
    }
    table = matter.table
    sentence = matter.sentence
    replies.merge(matter.table.said(in: matter.replies)) { $1 }
    given = matter.table.facts.map(\.id).filter { replies[$0] != nil }
    toConfirm = [:]
  }

  /// Gives a changed reply to the other matters that had the earlier one; where it raises a question, the
  /// matter comes again.
  mutating func share(
    _ reply: Reply, of fact: Identifier<Fact>, insteadOf before: Reply?
  ) {
    guard let before else { return }
    for index in queue.indices where queue[index].said?[fact] == before {
      queue[index].said?[fact] = reply
    }
    for index in answered.indices.reversed() where answered[index].replies[fact] == before {
      let matter = answered[index]
      guard matter.table.facts.contains(where: { $0.id == fact }) else { continue }
      let replies = matter.replies.merging([fact: reply]) { $1 }
      if matter.table.nextFact(after: replies) == nil {
        answered[index] = Matter(
          table: matter.table, answer: matter.table.answer(to: replies), replies: replies,
          sentence: matter.sentence)
      } else {
        answered.remove(at: index)
        queue.append(
          QueuedTopic(
            topic: matter.table.topic, sentence: matter.sentence,
            said: matter.table.said(in: replies)))
      }
    }
  }

  /// The matter in hand as one that waits.
  private var waiting: QueuedTopic? {
    table.map { QueuedTopic(topic: $0.topic, sentence: sentence, said: $0.said(in: replies)) }
  }
}

/// A fact in one of the matters of the case.
struct FactPlace: Sendable {
  let fact: Fact
  let table: DecisionTable
  let replies: [Identifier<Fact>: Reply]
  /// Where the matter stands among those that were answered before the one in hand, nil if it is that.
  let earlier: Int?

  var reply: Reply? { replies[fact.id] }
}

extension ShellState {
  /// The facts that something was said of, in the order of the matters; what these share, once.
  var said: [FactPlace] {
    var found: [FactPlace] = []
    for place in places where place.reply != nil {
      let twin = found.firstIndex { $0.fact.id == place.fact.id && $0.reply == place.reply }
      if let twin { found[twin] = place } else { found.append(place) }
    }
    return found
  }

  /// A fact named by its number among the replies or by its id, in the matter in hand if it is there.
  func place(named text: String) -> FactPlace? {
    if let number = Int(text) {
      let said = said
      return said.indices.contains(number - 1) ? said[number - 1] : nil
    }
    return places.last { $0.fact.id.text == text.lowercased() }
  }

  private var places: [FactPlace] {
    let earlier = answered.enumerated().flatMap { index, matter in
      matter.table.facts.map {
        FactPlace(fact: $0, table: matter.table, replies: matter.replies, earlier: index)
      }
    }
    guard let table else { return earlier }
    return earlier
      + table.facts.map { FactPlace(fact: $0, table: table, replies: replies, earlier: nil) }
  }
}

extension DecisionTable {
  /// What was said of the facts of this topic.
  fileprivate func said(
    in replies: [Identifier<Fact>: Reply]
  ) -> [Identifier<Fact>: Reply] {
    let own = Set(facts.map(\.id))
    return replies.filter { own.contains($0.key) }
  }
}
