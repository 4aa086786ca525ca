import Authoring
import DecisionEngine
import PolicyModel

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
      page.add(
        "Nothing changes: every case has the verdict, the sentences, steps, conditions, contacts and "
          + "clauses that it had. How questions and gists read, and how people ask, is not compared."
      )
      return page
    }
    if !difference.entries.isEmpty { page.addHeading("Added and removed") }
    for entry in difference.entries {
      page.addItem(
        "•",
        StyledText("\(entry.isAdded ? "Added" : "Removed"): \(Self.word(entry.kind)) ")
          + .command(entry.name))
    }
    if !difference.contacts.isEmpty { page.addHeading("Contacts that are told otherwise") }
    for change in difference.contacts {
      page.addItem(
        "•",
        StyledText(new[organisation: change.organisation]?.name ?? change.organisation.text)
          + StyledText(
            ", \(change.old.name): before, \(Self.words(change.old, besides: change.new)); now, "
              + "\(Self.words(change.new, besides: change.old))."))
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
    let both = ToldSide.both(one, of: change, old, new)
    return StyledText("\(when): before, ") + words(both.old, one.kind) + "; now, "
      + words(both.new, one.kind) + "."
  }

  private func knowledge(of fact: Fact) -> Knowledge { new[fact: fact.id] == nil ? old : new }

  private func words(_ told: ToldSide?, _ kind: DecisionDifference.Kind) -> StyledText {
    guard let told else { return "nothing" }
    let verdict = StyledText(Wording.headline(told.answer.verdict), .verdict(told.answer.verdict))
    guard kind != .verdict, kind != .sentences else {
      return told.words.isEmpty ? verdict : verdict + " (\(told.words.joined(separator: "; ")))"
    }
    return verdict
      + " with \(told.words.isEmpty ? "none" : told.words.joined(separator: "; "))"
  }

  static func word(_ kind: DecisionDifference.Kind) -> String {
    switch kind {
    case .verdict: "the verdict"
    case .sentences: "what is said, not the verdict"
    case .citations: "what the answer cites"
    case .contacts: "whom to go to"
    case .steps: "the steps"
    case .conditions: "the conditions"
    }
  }

  /// What is told of a contact and not of another.
  private static func words(_ contact: Contact, besides other: Contact) -> String {
    func all(_ contact: Contact) -> [String?] {
      [contact.name, contact.purpose, contact.reach, contact.reachNote]
    }
    let told = zip(all(contact), all(other)).filter { $0 != $1 }.map { $0.0 ?? "nothing" }
    return told.joined(separator: ", ")
  }

  private static func word(_ kind: DecisionDifference.Entry.Kind) -> String {
    kind == .rules ? "rules of" : kind.rawValue
  }

  private static func number(_ count: UInt128?) -> String {
    count.map { "\($0)" } ?? "more than can be counted"
  }
}
