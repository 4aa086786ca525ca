import PolicyModel

extension [Step] {
  /// The steps in the order of their deadlines, each once with all that it rests on.
  public var inOrderOfTime: [Step] {
    var steps: [Step] = []
    for step in self {
      let same = steps.firstIndex { $0.withoutCitations == step.withoutCitations }
      guard let same else {
        steps.append(step)
        continue
      }
      steps[same] = Step(
        what: step.what, deadline: step.deadline, who: step.who,
        citations: (steps[same].citations + step.citations).uniqued())
    }
    return steps.enumerated().sorted { first, second in
      let left = first.element.deadline?.hoursFromNow ?? .infinity
      let right = second.element.deadline?.hoursFromNow ?? .infinity
      return (left, first.offset) < (right, second.offset)
    }.map(\.element)
  }
}

extension Step {
  /// The step without what it rests on: two rules that order the same thing order it once.
  var withoutCitations: Step { Step(what: what, deadline: deadline, who: who) }
}
