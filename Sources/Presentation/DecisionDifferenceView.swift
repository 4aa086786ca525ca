import Authoring
import DecisionEngine
import PolicyModel
import Scenarios

/// Shows what one knowledge decides otherwise than another.
public struct DecisionDifferenceView: Sendable {
  let difference: DecisionDifference
  let old: Knowledge
  let new: Knowledge

  /// The view of the difference between two sides.
  public init(_ difference: DecisionDifference, from old: Knowledge, to new: Knowledge) {
    self.difference = difference
    self.old = old
    self.new = new
  }

  /// The difference as a page for a terminal.
  public var page: Page {
    var page = Page()
    page.add(StyledText("What changes for those who ask", .heading))
    guard !difference.isEmpty else {
      page.addSpace()
      page.add("Nothing changes: every case has the answer that it had.")
      return page
    }
    if !difference.entries.isEmpty { page.addHeading("Added and removed") }
    for entry in difference.entries {
      page.addItem(
        "•",
        StyledText("\(entry.isAdded ? "Added" : "Removed"): \(Self.word(entry.kind)) ")
          + .command(entry.name))
    }
    for topic in difference.topics { add(topic, to: &page) }
    if difference.topics.isEmpty {
      page.addSpace()
      page.add("No case that both sides know has another answer.")
    }
    return page
  }

  /// The difference as a note for staff, in CommonMark.
  public var markdown: String { page.markdown }

  private func add(_ change: DecisionDifference.TopicChange, to page: inout Page) {
    let organisation = new[organisation: change.organisation]?.name ?? change.organisation.text
    let topic = new[topic: change.topic]?.title ?? change.topic.text
    page.addHeading("\(topic) · \(organisation)")
    page.add("Of \(Self.number(change.cases)) cases that the rules tell apart:", indent: 2)
    for one in change.changes {
      page.addItem(
        "•",
        StyledText("\(Self.number(one.count)) change \(Self.word(one.kind)). ")
          + example(one, of: change))
    }
  }

  private func example(
    _ one: DecisionDifference.Change, of change: DecisionDifference.TopicChange
  ) -> StyledText {
    let facts = one.example.keys.sorted().compactMap { id in
      (new[fact: id] ?? old[fact: id]).map { fact in
        "“\(fact.question)” \(ConditionWording(knowledge(of: fact)).label(one.example[id] ?? .notSure, of: fact))"
      }
    }
    let when = facts.isEmpty ? "Whatever the facts are" : facts.joined(separator: "; ")
    return StyledText("\(when): before, ") + side(old, one, change) + "; now, "
      + side(new, one, change) + "."
  }

  private func knowledge(of fact: Fact) -> Knowledge { new[fact: fact.id] == nil ? old : new }

  private func side(
    _ knowledge: Knowledge, _ one: DecisionDifference.Change,
    _ change: DecisionDifference.TopicChange
  ) -> StyledText {
    guard
      let told = ToldSide(knowledge, change.organisation, change.topic, one.example, one.kind)
    else { return "nothing" }
    let verdict = StyledText(Wording.headline(told.answer.verdict), .verdict(told.answer.verdict))
    guard one.kind != .verdict else {
      return told.words.isEmpty ? verdict : verdict + " (\(told.words.joined(separator: "; ")))"
    }
    return verdict
      + " with \(told.words.isEmpty ? "none" : told.words.joined(separator: "; "))"
  }

  static func word(_ kind: DecisionDifference.Kind) -> String {
    switch kind {
    case .verdict: "the verdict"
    case .citations: "what the answer cites"
    case .contacts: "whom to go to"
    case .steps: "the steps"
    case .conditions: "the conditions"
    }
  }

  private static func word(_ kind: DecisionDifference.Entry.Kind) -> String {
    kind == .rules ? "rules of" : kind.rawValue
  }

  private static func number(_ count: UInt128?) -> String {
    count.map { "\($0)" } ?? "more than can be counted"
  }
}

/// What one side tells in a case, in words.
struct ToldSide {
  let answer: Answer
  /// What it says of the kind that changes; for a verdict the sentence.
  let words: [String]

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

/// What one knowledge decides otherwise than another, as versioned JSON.
public struct DecisionDifferenceJSON: Encodable {
  struct Side: Encodable {
    let verdict: String
    let told: [String]
  }

  struct Change: Encodable {
    let kind: String
    /// In decimal digits, as it can be greater than what readers of JSON keep exactly.
    let count: String?
    let example: [String: [String]]
    let old, new: Side?
  }

  struct Topic: Encodable {
    let organisation, topic: String
    let cases: String?
    let changes: [Change]
  }

  struct Entry: Encodable {
    let kind, name: String
    let isAdded: Bool
  }

  let version = 1
  let isEmpty: Bool
  let entries: [Entry]
  let topics: [Topic]

  public init(_ difference: DecisionDifference, from old: Knowledge, to new: Knowledge) {
    isEmpty = difference.isEmpty
    entries = difference.entries.map {
      Entry(kind: $0.kind.rawValue, name: $0.name, isAdded: $0.isAdded)
    }
    topics = difference.topics.map { change in
      Topic(
        organisation: change.organisation.text, topic: change.topic.text,
        cases: change.cases.map { "\($0)" },
        changes: change.changes.map { one in
          func side(_ knowledge: Knowledge) -> Side? {
            ToldSide(knowledge, change.organisation, change.topic, one.example, one.kind).map {
              Side(verdict: $0.answer.verdict.rawValue, told: $0.words)
            }
          }
          return Change(
            kind: one.kind.rawValue, count: one.count.map { "\($0)" },
            example: Dictionary(
              uniqueKeysWithValues: one.example.map { ($0.text, ReplyFormat.words(of: $1)) }),
            old: side(old), new: side(new))
        })
    }
  }
}
