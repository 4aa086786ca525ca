import PolicyModel

/// How many questions are left to a dialogue, the one that is open included.
public struct QuestionsLeft: Hashable, Sendable {
  public let count: Int
  /// Whether it is this many whatever is replied.
  public let isCertain: Bool
}

extension DecisionTable {
  /// How many questions are left, so that a person knows how far they have come.
  ///
  /// What is asked hangs on the replies. Where only one fact can still matter the number is
  /// certain; otherwise it is the mean of the two courses that always reply with the first and
  /// always with the last option, which costs little and is seldom more than one off.
  public func questionsLeft(after replies: [Identifier<Fact>: Reply]) -> QuestionsLeft {
    let state = state(after: replies)
    let relevant = slots.indices.filter { isUnanswered($0, replies) && matters($0, in: state) }
    guard relevant.count > 1 else { return QuestionsLeft(count: relevant.count, isCertain: true) }
    let first = courseLength(after: replies) { $0.first }
    let last = courseLength(after: replies) { $0.last }
    return QuestionsLeft(count: (first + last + 1) / 2, isCertain: false)
  }

  private func courseLength(
    after replies: [Identifier<Fact>: Reply], picking pick: ([Option]) -> Option?
  ) -> Int {
    var replies = replies
    var length = 0
    while let fact = nextFact(after: replies), let option = pick(offeredOptions(of: fact)) {
      replies[fact.id] = .options([option.id])
      length += 1
    }
    return length
  }
}
