import PolicyModel

/// One thing that a person may be told to do, and that a fact must be able to change to be asked.
enum AdviceItem: Hashable, Sendable {
  /// The verdict is at least this strict.
  case strictness(Int)
  /// A step, a condition or a contact is shown, by its number among the table's parts.
  case part(Int)
  /// The rule holds and is not set aside; it is told, but does not alone make a fact worth asking.
  case rule(Int)
  /// No rule with a verdict holds, so that the topic's `otherwise` answers.
  case otherwise
  /// Somebody to go to is named by what is said, the fallback aside.
  case anyContact
}

extension Step {
  /// The step without what it rests on: two rules that order the same thing order it once.
  var withoutCitations: Step { Step(what: what, deadline: deadline, who: who) }
}
