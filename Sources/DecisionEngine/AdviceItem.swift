import PolicyModel

/// One thing that a person may be told to do, and that a fact must be able to change to be asked.
enum AdviceItem: Hashable, Sendable {
  /// The verdict is at least this strict.
  case strictness(Int)
  case step(Step)
  /// A condition is shown. It is named by its words alone, like a step.
  case proviso(String)
  case contact(Identifier<Contact>)
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

extension Advice {
  /// The items that this advice brings, its verdict aside.
  var items: [AdviceItem] {
    steps.map { .step($0.withoutCitations) } + provided.map { .proviso($0.that) }
      + contacts.map { .contact($0) }
  }
}
