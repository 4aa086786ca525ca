import DecisionEngine
import PolicyModel

/// A dialogue in which each question is replied to with what a scenario gives.
struct DialogueTrial {
  /// The facts that were asked, in order.
  private(set) var asked: [Identifier<Fact>] = []
  /// The first fact that was asked and is not given.
  private(set) var missing: Fact?

  /// Asks until nothing matters any more, beginning with what is known already.
  init(
    _ facts: [Identifier<Fact>: Reply], in table: DecisionTable,
    knowing known: [Identifier<Fact>: Reply] = [:]
  ) {
    var replies = known
    while let fact = table.nextFact(after: replies) {
      asked.append(fact.id)
      guard let reply = facts[fact.id] else {
        missing = fact
        return
      }
      replies[fact.id] = reply
    }
  }
}
