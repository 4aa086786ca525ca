import DecisionEngine
import PolicyModel
import Presentation

/// A dialogue as it stood, to be gone back to.
struct Snapshot: Sendable {
  let situation: ShellState.Situation
  let ownOrganisationID: Identifier<Organisation>?
  let foreignOrganisationID: Identifier<Organisation>?
  let table: DecisionTable?
  let replies: [Identifier<Fact>: Reply]
  let given: [Identifier<Fact>]
  let toConfirm: [Identifier<Fact>: EarlierReply]
  let answered: [Matter]
  let queue: [QueuedTopic]
  let sentence: String?
}

/// What was said of a fact before it is asked.
struct EarlierReply: Hashable, Sendable {
  let reply: Reply
  /// Whether it is part of what holds, to which the reply adds, rather than one that may hold no longer.
  let isPart: Bool
}

/// Changing replies, and going back and forth between what was said.
extension ShellState {
  /// The replies with their numbers.
  var answersPage: Page {
    table == nil ? .noQuestion : numbered(said, isToChoose: false)
  }

  private func numbered(_ said: [FactPlace], isToChoose: Bool) -> Page {
    let pairs = said.compactMap { place in place.reply.map { (place.fact, $0) } }
    return ShellPages(knowledge).replies(pairs, isToChoose: isToChoose)
  }

  /// Asks a question again, named by its number among the replies or by the id of its fact.
  mutating func change(_ text: String) -> ShellReply {
    guard self.table != nil else { return ShellReply(.noQuestion) }
    guard let place = place(named: text) else {
      let said = said
      isChoosingReply = !said.isEmpty
      return ShellReply(
        Page.whichReply(text).followed(by: numbered(said, isToChoose: true)))
    }
    usesOwnWords = false
    keep()
    if let earlier = place.earlier { takeUp(earlier) }
    guard let table else { return ShellReply(.noQuestion) }
    let fact = place.fact
    changing = Change(
      fact: fact.id, before: replies[fact.id], verdict: table.answer(to: replies).verdict)
    situation = .asking(fact)
    return ShellReply(current)
  }

  /// Takes the new reply to a fact and says what came of it.
  mutating func finish(_ change: Change, with reply: Reply, for fact: Fact) -> Page {
    changing = nil
    setAside(repliesAfter: fact)
    replies[fact.id] = reply
    if !given.contains(fact.id) { given.append(fact.id) }
    share(reply, of: fact.id, insteadOf: change.before)
    let topic = table?.topic.id
    let next = proceed()
    guard let answer = answer(on: topic) else {
      verdictBeforeChange = change
      return next
    }
    return said(of: change, answer).followed(by: next)
  }

  /// The answer on a topic of the case, once it is there.
  private func answer(on topic: Identifier<Topic>?) -> Answer? {
    if case .answered(let answer) = situation, answer.topic == topic { return answer }
    return answered.last { $0.table.topic.id == topic }?.answer
  }

  /// How the verdict has changed, and because of what.
  func said(of change: Change, _ answer: Answer) -> Page {
    guard let fact = knowledge[fact: change.fact], let reply = replies[change.fact] else {
      return Page()
    }
    return ShellPages(knowledge).changed(
      fact, from: change.before, to: reply, verdict: change.verdict, now: answer.verdict)
  }

  /// Puts aside what was said after a fact and may no longer hold once that has changed.
  ///
  /// These are the facts that some rule joins with the changed one; they are asked again where they
  /// still matter, with the earlier reply to be confirmed.
  private mutating func setAside(repliesAfter fact: Fact) {
    guard let table, let position = given.firstIndex(of: fact.id) else { return }
    let joined = table.topicRules.rules.map(\.condition.facts).filter { $0.contains(fact.id) }
    for later in given[(position + 1)...] where joined.contains(where: { $0.contains(later) }) {
      toConfirm[later] = replies[later].map { EarlierReply(reply: $0, isPart: false) }
      replies[later] = nil
    }
    given.removeAll { toConfirm[$0] != nil }
  }

  /// A reply together with the part of it that was said before: who has spoken of something confidential
  /// need not name it again, and "none of these" does not take it back.
  func joined(_ reply: Reply, to fact: Fact) -> Reply {
    guard let earlier = toConfirm[fact.id], earlier.isPart,
      case .options(let before) = earlier.reply, case .options(let now) = reply
    else { return reply }
    let all = Set(before + now).subtracting([Option.exclusive])
    return all.isEmpty ? reply : .options(fact.options.map(\.id).filter(all.contains))
  }

  /// Forgets what was said, and leaves the topic.
  mutating func clearCase() {
    changing = nil
    verdictBeforeChange = nil
    toConfirm = [:]
    answered = []
    queue = []
    replies = [:]
    given = []
    table = nil
    foreignOrganisationID = nil
    situation =
      organisationID == nil ? .choosingOrganisation : .choosingTopic(TopicChoice())
  }

  /// Keeps the dialogue as it stands, to be gone back to.
  mutating func keep() {
    undone = []
    done.append(snapshot)
    // A dialogue of ten thousand lines must take no more memory than one of a thousand.
    if done.count > 2 * Self.mostUndone { done.removeFirst(Self.mostUndone) }
  }

  /// At least so many steps can be undone.
  private static let mostUndone = 500

  private var snapshot: Snapshot {
    Snapshot(
      situation: situation, ownOrganisationID: ownOrganisationID,
      foreignOrganisationID: foreignOrganisationID, table: table, replies: replies,
      given: given, toConfirm: toConfirm, answered: answered, queue: queue, sentence: sentence)
  }

  private mutating func restore(_ snapshot: Snapshot) -> ShellReply {
    let isMoved = snapshot.ownOrganisationID != ownOrganisationID
    situation = snapshot.situation
    ownOrganisationID = snapshot.ownOrganisationID
    foreignOrganisationID = snapshot.foreignOrganisationID
    table = snapshot.table
    replies = snapshot.replies
    given = snapshot.given
    toConfirm = snapshot.toConfirm
    answered = snapshot.answered
    queue = snapshot.queue
    sentence = snapshot.sentence
    changing = nil
    verdictBeforeChange = nil
    return ShellReply(current, chosenOrganisation: isMoved ? ownOrganisationID : nil)
  }

  mutating func undo() -> ShellReply {
    guard let last = done.popLast() else { return ShellReply(.nothingToUndo) }
    undone.append(snapshot)
    return restore(last)
  }

  mutating func redo() -> ShellReply {
    guard let next = undone.popLast() else { return ShellReply(.nothingToRedo) }
    done.append(snapshot)
    return restore(next)
  }
}

/// A reply that is being changed.
struct Change: Sendable {
  let fact: Identifier<Fact>
  /// What was said before, nil if nothing was.
  let before: Reply?
  /// The verdict before the change.
  let verdict: Verdict
}
