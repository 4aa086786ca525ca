import DecisionEngine
import PolicyModel

/// The options of each fact in groups that no rule of any organisation tells apart.
struct OptionGroups {
  private let facts: [Fact]
  /// Groups of options that have come to the same so far; of a checklist the one group that has
  /// changed nothing.
  private var groups: [Identifier<Fact>: [[Identifier<Option>]]]
  private var used: Set<Identifier<Fact>> = []

  init(_ facts: [Fact]) {
    self.facts = facts
    groups = Dictionary(
      facts.map { fact in
        (
          fact.id,
          [fact.options.map(\.id).filter { fact.kind != .several || $0 != Option.exclusive }]
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Parts the options that the rules of one topic tell apart.
  ///
  /// Of a fact that changes nothing there it is told that, and nothing of each of its options.
  mutating func split(by review: inout RuleReview) {
    let idle = review.idleFacts
    for fact in review.table.facts where !idle.contains(fact.id) {
      used.insert(fact.id)
      guard let left = groups[fact.id], left.contains(where: { $0.count > 1 || fact.isList }),
        let same = review.sameOptions(of: fact.id)
      else { continue }
      groups[fact.id] = left.flatMap { group in
        fact.isList
          ? [group.filter { same[0].contains($0) }]
          : same.map { part in group.filter(part.contains) }.filter { !$0.isEmpty }
      }
    }
  }

  /// The options that change nothing, with the one that they are like, in the order of the facts.
  var idle: [(fact: Identifier<Fact>, option: Identifier<Option>, like: Identifier<Option>?)] {
    facts.filter { used.contains($0.id) }.flatMap { fact in
      (groups[fact.id] ?? []).flatMap { group in
        fact.isList
          ? group.map { (fact.id, $0, nil) } : group.dropFirst().map { (fact.id, $0, group[0]) }
      }
    }
  }
}

extension Fact {
  fileprivate var isList: Bool { kind == .several }
}
