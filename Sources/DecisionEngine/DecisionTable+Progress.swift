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
    let matter = matter(in: state)
    let isOpen = slots.indices.map { isUnanswered($0, replies) }
    let relevant = slots.indices.count { isOpen[$0] && matter[$0] }
    guard relevant > 1 else { return QuestionsLeft(count: relevant, isCertain: true) }
    let first = courseLength(from: state, asking: isOpen) { $0.first }
    let last = courseLength(from: state, asking: isOpen) { $0.last }
    return QuestionsLeft(count: (first + last + 1) / 2, isCertain: false)
  }

  private func courseLength(
    from start: [FactState], asking unanswered: [Bool], picking pick: ([Option]) -> Option?
  ) -> Int {
    var (state, isOpen) = (start, unanswered)
    var length = 0
    while true {
      let matter = matter(in: state)
      guard let next = slots.indices.first(where: { isOpen[$0] && matter[$0] }),
        let option = pick(offeredOptions(of: slots[next].fact))
      else { return length }
      state[next] = slots[next].state(after: [option.id])
      isOpen[next] = false
      length += 1
    }
  }
}
