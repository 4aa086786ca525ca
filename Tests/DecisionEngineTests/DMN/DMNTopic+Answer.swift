import PolicyModel

@testable import DecisionEngine

extension DMNTopic {
  /// What the engine makes of a case, or in what it contradicts itself.
  enum Outcome: Equatable {
    case result(DMNValue)
    case contradiction(String)
  }

  /// The result of a case, found by stating everything and checked by dialogue and by leaving out.
  ///
  /// The values are those of the inputs, in the order of the table.
  func outcome(of values: [DMNValue]) throws -> Outcome {
    let engine = try ruleSet.table()
    let replies = replies(to: values)
    let answer = engine.answer(to: replies)
    guard answer.isSettled, answer.undecided.isEmpty, answer.conditional.isEmpty else {
      return .contradiction("something is open though everything is known")
    }
    var asked: Replies = [:]
    while let fact = engine.nextFact(after: asked) { asked[fact.id] = replies[fact.id] }
    let end = engine.answer(to: asked)
    guard end.verdict == answer.verdict, Set(end.steps) == Set(answer.steps), end.isSettled else {
      return .contradiction("a dialogue ends with \(end.steps.map(\.what))")
    }
    for fact in replies.keys {
      var without = replies
      without[fact] = .notSure
      guard engine.possibleVerdicts(after: without).contains(answer.verdict) else {
        return .contradiction("the verdict is ruled out while \(fact) is not known")
      }
    }
    return .result(result(of: answer))
  }

  private func replies(to values: [DMNValue]) -> Replies {
    var replies: Replies = [:]
    for case (let value, let column?) in zip(values, columns) {
      replies[column.fact] = .options([column.option(of: value)])
    }
    return replies
  }

  private func result(of answer: Answer) -> DMNValue {
    let ids = table.rules.indices.map(Self.id)
    let results = answer.found.compactMap { rule in
      rule.flatMap { ids.firstIndex(of: $0) }.map { table.rules[$0].result }
    }
    guard let first = results.first else { return table.otherwise }
    switch table.hitPolicy {
    case .unique, .first: return results.count == 1 ? first : .nothing
    case .any, .priority: return Set(results).count == 1 ? first : .nothing
    case .collect, .ruleOrder, .outputOrder: return .list(results)
    }
  }

  /// Whether a result is the expected one; a collected list may stand in any order.
  func agrees(_ result: DMNValue, with expected: DMNValue) -> Bool {
    guard table.hitPolicy == .collect, case .list(let found) = result,
      case .list(var missing) = expected
    else { return result.agrees(with: expected) }
    for one in found {
      guard let place = missing.firstIndex(where: { $0.agrees(with: one) }) else { return false }
      missing.remove(at: place)
    }
    return missing.isEmpty
  }
}
