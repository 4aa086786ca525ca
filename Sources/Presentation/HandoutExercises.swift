import DecisionEngine
import PolicyModel
import Scenarios

/// Cases for a class to decide: the scenarios, what would change them, and others of the topic.
struct HandoutExercises {
  private struct Exercise {
    let task: StyledText
    /// What is known, where the task does not tell it.
    let facts: [StyledText]
    let replies: [Identifier<Fact>: Reply]
    let notes: String?
  }

  /// How many exercises there are on a topic at most, beside its scenarios.
  private static let most = 6
  private let table: DecisionTable
  private let exercises: [Exercise]

  init(_ part: Handout.Part, in handout: Handout) {
    table = part.table
    let table = part.table
    var exercises = part.scenarios.map { scenario in
      Exercise(
        task: StyledText("The situation “\(scenario.name)” above."), facts: [],
        replies: scenario.facts, notes: scenario.notes)
    }
    var seen = part.scenarios.map(\.facts)
    var further: [Exercise] = []
    for scenario in part.scenarios {
      for change in table.smallestChanges(from: scenario.facts) {
        let changed = change.changes.reduce(into: [:]) { $0[$1.fact] = $1.replies.first }
        let facts = table.facts.filter { changed[$0.id] != nil }
        let words = facts.compactMap { fact in
          changed[fact.id].map { handout.wording.said($0, of: fact) }
        }
        let replies = scenario.facts.merging(changed) { $1 }
        guard !words.isEmpty, !seen.contains(replies) else { continue }
        seen.append(replies)
        further.append(
          Exercise(
            task: StyledText(
              "What if, in “\(scenario.name)”, \(words.joined(separator: ", and "))?"), facts: [],
            replies: replies, notes: nil))
      }
    }
    further = Array(further.prefix(Self.most / 2))
    for replies in Self.cases(of: table, in: handout.knowledge)
    where further.count < Self.most && !seen.contains(replies) {
      seen.append(replies)
      further.append(
        Exercise(
          task: StyledText(table.topic.asks.map { "“\($0)”" } ?? table.topic.title),
          facts: handout.given(replies, in: table), replies: replies, notes: nil))
    }
    exercises += further
    self.exercises = exercises
  }

  var count: Int { exercises.count }

  /// A case for each thing that can be told first, one of each verdict before a second of any.
  private static func cases(
    of table: DecisionTable, in knowledge: Knowledge
  ) -> [[Identifier<Fact>: Reply]] {
    var seen: Set<Verdict> = []
    let all = table.leadingAdvice.map { ($0, isFirst: seen.insert($0.verdict).inserted) }
    return (all.filter(\.isFirst) + all.filter { !$0.isFirst }).compactMap { leading, _ in
      // The condition names more facts than a dialogue asks; only those that it asks are told.
      table.example(where: leading.condition, in: knowledge).map { known in
        var asked: [Identifier<Fact>: Reply] = [:]
        while let fact = table.nextFact(after: asked), let reply = known[fact.id] {
          asked[fact.id] = reply
        }
        return asked
      }
    }
  }

  /// The exercises without their answers, numbered from a number on.
  func tasks(from first: Int) -> [Sheet.Block] {
    exercises.enumerated().flatMap { index, one -> [Sheet.Block] in
      [.heading(StyledText("Exercise \(first + index)")), .paragraph(one.task)]
        + (one.facts.isEmpty ? [] : [.list(one.facts, isNumbered: false)])
        + [.paragraph("The verdict, the clause it rests on, and whom to go to:"), .room(lines: 2)]
    }
  }

  /// The answers, numbered alike.
  func key(from first: Int) -> [Sheet.Block] {
    exercises.enumerated().flatMap { index, one -> [Sheet.Block] in
      let answer = table.answer(to: one.replies)
      return [.heading(StyledText("Exercise \(first + index)")), .paragraph(verdict(of: answer))]
        + (details(of: answer, one.notes).isEmpty
          ? [] : [.list(details(of: answer, one.notes), isNumbered: false)])
    }
  }

  private func verdict(of answer: Answer) -> StyledText {
    let heads = answer.possibleVerdicts.map { StyledText(Wording.headline($0), .verdict($0)) }
    let all = heads.dropFirst().reduce(heads.first ?? "") { $0 + " or " + $1 }
    guard answer.isSettled else {
      let open = (answer.unasked + answer.notSure).compactMap { id in
        table.facts.first { $0.id == id }.map { "“\($0.question)”" }
      }
      return all + StyledText(", which hangs on \(Wording.list(open, "and"))")
    }
    return answer.deciding.map(\.advice).reduce(all) { text, advice in
      text + StyledText(" \(advice.say)") + HandoutOutcomes.behind(advice.citations)
    }
  }

  private func details(of answer: Answer, _ notes: String?) -> [StyledText] {
    var lines: [StyledText] = answer.deciding.compactMap(\.advice.because).map { StyledText($0) }
    lines += answer.provided.map {
      .muted("Only if ") + StyledText($0.that) + HandoutOutcomes.behind($0.citations)
    }
    lines += answer.steps.map { step in
      let deadline = step.deadline.map { "\($0.text): " } ?? ""
      return .muted("Step: ") + StyledText(deadline + step.what)
        + HandoutOutcomes.behind(step.citations)
    }
    let names = answer.contacts.compactMap { table.organisation[contact: $0]?.name }
    if !names.isEmpty {
      lines.append(.muted("Go to: ") + StyledText(names.joined(separator: "; ")))
    }
    if answer.verdict == .silent, let fallback = answer.fallback {
      lines.append(StyledText(fallback.say) + HandoutOutcomes.behind(fallback.citations))
    }
    if let notes { lines.append(.muted("For the trainer: ") + StyledText(notes)) }
    return lines
  }
}
