import DecisionEngine
import PolicyModel
import Presentation
import Scenarios

/// A series of cases whose verdicts are to be found, made of scenarios.
///
/// First come cases of their own; the later half are pairs, in which one fact has changed. The same
/// seed makes the same series of the same scenarios. Nothing of it is kept.
public struct Quiz: Sendable {
  public let rounds: [QuizRound]
  public private(set) var score = 0
  /// How many rounds have been replied to.
  public private(set) var played = 0

  /// As many rounds as can be made, at most so many.
  public init(_ scenarios: [Scenario], knowledge: Knowledge, count: Int, seed: UInt64) {
    let plain = Self.spread(Self.shuffled(scenarios, seed: seed)).compactMap {
      QuizRound($0, knowledge: knowledge)
    }
    let half = (count + 1) / 2
    var pairs: [QuizRound] = []
    // Cases that have not been met yet come first; where there are too few, the same ones again.
    for (place, round) in (plain.dropFirst(half) + plain.prefix(half)).enumerated()
    where pairs.count < count - half {
      let contrasts = round.contrasts
      guard !contrasts.isEmpty else { continue }
      let chance = DemoChance.value(seed, UInt64(place), 2)
      pairs.append(contrasts[Int(chance % UInt64(contrasts.count))])
    }
    rounds = plain.prefix(count - pairs.count) + pairs
  }

  /// The round that is played, nil at the end.
  public var current: QuizRound? {
    rounds.indices.contains(played) ? rounds[played] : nil
  }

  /// The story of the round, with the choices.
  public var question: Page {
    guard let current else { return Page() }
    return current.page(number: played + 1, of: rounds.count)
  }

  /// Takes a choice, nil for none, and says what the answer is.
  public mutating func take(_ choice: Verdict?) -> Page {
    guard let current else { return Page() }
    played += 1
    if choice == current.answer.verdict { score += 1 }
    return current.view.feedback(on: choice)
  }

  private static func shuffled(_ scenarios: [Scenario], seed: UInt64) -> [Scenario] {
    var order = scenarios.sorted { $0.name < $1.name }
    for last in order.indices.dropFirst().reversed() {
      let other = Int(DemoChance.value(seed, UInt64(last), 1) % UInt64(last + 1))
      order.swapAt(last, other)
    }
    return order
  }

  /// The scenarios in their order, but each topic once before any comes again.
  private static func spread(_ scenarios: [Scenario]) -> [Scenario] {
    var met: [Identifier<Topic>: Int] = [:]
    let turns = scenarios.map { scenario in
      met[scenario.topic, default: 0] += 1
      return met[scenario.topic] ?? 0
    }
    return zip(turns, scenarios).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }
}

/// One case of a quiz.
public struct QuizRound: Sendable {
  /// What differs from a case whose verdict is told.
  struct Difference: Sendable {
    let fact: Identifier<Fact>
    let verdict: Verdict
  }

  private let knowledge: Knowledge
  private let story: String
  private let table: DecisionTable
  private let replies: [Identifier<Fact>: Reply]
  private let difference: Difference?
  public let answer: Answer

  /// The case of a scenario; nil where it tells no story, lacks a fact or leaves the verdict open.
  init?(_ scenario: Scenario, knowledge: Knowledge) {
    guard let story = scenario.asks,
      let table = DecisionTable(
        knowledge, organisation: scenario.organisation, topic: scenario.topic)
    else { return nil }
    self.init(story, table, scenario.facts, knowledge, differing: nil)
  }

  private init?(
    _ story: String, _ table: DecisionTable, _ replies: [Identifier<Fact>: Reply],
    _ knowledge: Knowledge, differing difference: Difference?
  ) {
    let answer = table.answer(to: replies)
    guard table.nextFact(after: replies) == nil, answer.isSettled else { return nil }
    self.story = story
    self.table = table
    self.replies = replies
    self.knowledge = knowledge
    self.difference = difference
    self.answer = answer
  }

  /// The cases with one fact changed that have another verdict.
  var contrasts: [QuizRound] {
    table.smallestChanges(from: replies).filter { $0.changes.count == 1 }.flatMap(\.changes)
      .flatMap { change in
        change.replies.compactMap { reply in
          QuizRound(
            story, table, replies.merging([change.fact: reply]) { $1 }, knowledge,
            differing: Difference(fact: change.fact, verdict: answer.verdict))
        }
      }
  }

  var view: PredictionView {
    PredictionView(answer, to: replies, from: table, knowledge: knowledge)
  }

  func page(number: Int, of count: Int) -> Page {
    let wording = ConditionWording(knowledge)
    let known = table.facts.filter { replies[$0.id] != nil && $0.id != difference?.fact }
    func said(_ fact: Fact) -> String { replies[fact.id].map { wording.said($0, of: fact) } ?? "" }
    return QuizPages.round(
      number, of: count, organisation: table.organisation.name, story: story,
      known: known.map(said),
      change: difference.flatMap { difference in
        knowledge[fact: difference.fact].map { (said($0), difference.verdict) }
      }
    ).followed(by: PredictionView.choices(nil, among: VerdictChoice.all))
  }
}
