import Authoring
import DecisionEngine
import PolicyModel

/// What one side tells in a case, in words.
struct ToldSide {
  let answer: Answer
  /// What it says of the kind that changes; for a verdict the sentence.
  private(set) var words: [String]

  init?(
    _ knowledge: Knowledge, _ organisation: Identifier<Organisation>, _ topic: Identifier<Topic>,
    _ replies: [Identifier<Fact>: Reply], _ kind: DecisionDifference.Kind
  ) {
    guard let table = DecisionTable(knowledge, organisation: organisation, topic: topic) else {
      return nil
    }
    let answer = table.answer(to: replies)
    self.answer = answer
    switch kind {
    case .sentences: words = answer.sentences
    case .verdict: words = answer.deciding.prefix(1).map(\.advice.say)
    case .citations:
      let further = answer.steps.flatMap(\.citations) + answer.provided.flatMap(\.citations)
      words = Set(answer.citations + further).sorted().map(\.description)
    case .contacts:
      words = answer.contacts.map { table.organisation[contact: $0]?.name ?? $0.text }
    case .steps:
      words = answer.steps.map { step in
        step.what + (step.deadline.map { " (\($0.text))" } ?? "")
          + (step.who.map { " (\($0))" } ?? "")
      }
    case .conditions: words = answer.provided.map(\.that)
    }
  }
}

extension ToldSide {
  /// Both sides of a change; of sentences, which are many, those that the other side does not have.
  static func both(
    _ one: DecisionDifference.Change, of change: DecisionDifference.TopicChange,
    _ old: Knowledge, _ new: Knowledge
  ) -> (old: ToldSide?, new: ToldSide?) {
    func side(_ knowledge: Knowledge) -> ToldSide? {
      ToldSide(knowledge, change.organisation, change.topic, one.example, one.kind)
    }
    var both = (old: side(old), new: side(new))
    if one.kind == .sentences {
      let before = both.old?.words ?? []
      let after = both.new?.words ?? []
      both.old?.words = before.filter { !after.contains($0) }
      both.new?.words = after.filter { !before.contains($0) }
    }
    return both
  }
}
