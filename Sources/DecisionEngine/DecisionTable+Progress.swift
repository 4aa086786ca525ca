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
    let start = Course(state: state, matter: matter, isOpen: isOpen)
    let first = length(of: start) { $0.first }
    let last = length(of: start) { $0.last }
    return QuestionsLeft(count: (first + last + 1) / 2, isCertain: false)
  }

  /// A dialogue on its way: what is known, what matters then, and of which facts nothing was said.
  private struct Course {
    var state: [FactState]
    var matter: [Bool]
    var isOpen: [Bool]
  }

  /// How many questions follow if they are always replied to in one way.
  private func length(of course: Course, picking pick: ([Option]) -> Option?) -> Int {
    var course = course
    var length = 0
    while let next = slots.indices.first(where: { course.isOpen[$0] && course.matter[$0] }),
      let option = pick(offeredOptions(of: slots[next].fact))
    {
      course.state[next] = slots[next].state(after: [option.id])
      course.isOpen[next] = false
      course.matter = matter(in: course.state)
      length += 1
    }
    return length
  }
}
