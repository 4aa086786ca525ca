import DecisionEngine
import PolicyModel

/// What one knowledge tells those who ask otherwise than another.
public struct DecisionDifference: Sendable {
  /// What of an answer can change.
  public enum Kind: String, CaseIterable, Sendable {
    case verdict
    /// What is said and why, where the verdict is the same.
    case sentences
    case citations, contacts, steps, conditions
  }

  /// The cases in which answers change in one way.
  public struct Change: Sendable {
    public let kind: Kind
    /// How many of the cases that the rules of either side tell apart; nil for too many to count.
    public let count: UInt128?
    /// The fewest facts that, once known, are enough for the change.
    public let example: [Identifier<Fact>: Reply]
  }

  /// What changes in one topic of one organisation.
  public struct TopicChange: Sendable {
    public let organisation: Identifier<Organisation>
    public let topic: Identifier<Topic>
    /// How many cases the rules of either side tell apart; nil for too many to count.
    public let cases: UInt128?
    public let changes: [Change]
  }

  /// Something that only one side has.
  public struct Entry: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case organisation, topic, rules, fact, option
    }

    public let kind: Kind
    /// Its id, behind those of what it belongs to.
    public let name: String
    public let isAdded: Bool
  }

  /// A contact of both sides that is told otherwise, such as by another address.
  public struct ContactChange: Sendable {
    public let organisation: Identifier<Organisation>
    public let old, new: Contact
  }

  public let topics: [TopicChange]
  public let entries: [Entry]
  public let contacts: [ContactChange]

  public var isEmpty: Bool { topics.isEmpty && entries.isEmpty && contacts.isEmpty }

  /// Compares all that both sides decide, over every case whose options both of them have.
  public init(from old: Knowledge, to new: Knowledge) {
    entries = Self.entries(old, new)
    contacts = new.organisations.flatMap { organisation in
      organisation.contacts.compactMap { contact in
        guard let before = old[organisation: organisation.id]?[contact: contact.id],
          !before.isTold(like: contact)
        else { return nil }
        return ContactChange(organisation: organisation.id, old: before, new: contact)
      }
    }
    topics = new.organisations.flatMap { organisation in
      new.topics.compactMap { topic in
        guard
          let before = DecisionTable(old, organisation: organisation.id, topic: topic.id),
          let after = DecisionTable(new, organisation: organisation.id, topic: topic.id)
        else { return nil }
        return TopicChange(from: before, to: after)
      }
    }
  }

  private static func entries(_ old: Knowledge, _ new: Knowledge) -> [Entry] {
    func compare(_ kind: Entry.Kind, _ old: [String], _ new: [String]) -> [Entry] {
      let before = Set(old)
      let after = Set(new)
      return old.filter { !after.contains($0) }.map { Entry(kind: kind, name: $0, isAdded: false) }
        + new.filter { !before.contains($0) }.map { Entry(kind: kind, name: $0, isAdded: true) }
    }
    let shared = Set(old.facts.map(\.id)).intersection(new.facts.map(\.id))
    func options(_ knowledge: Knowledge) -> [String] {
      knowledge.facts.filter { shared.contains($0.id) }.flatMap { fact in
        fact.options.map { "\(fact.id) \($0.id)" }
      }
    }
    let both = Set(old.organisations.map(\.id)).intersection(new.organisations.map(\.id))
    func rules(_ knowledge: Knowledge) -> [String] {
      knowledge.organisations.filter { both.contains($0.id) }.flatMap { organisation in
        organisation.rules.keys.sorted().filter {
          old[topic: $0] != nil && new[topic: $0] != nil
        }.map { "\(organisation.id) \($0)" }
      }
    }
    return compare(
      .organisation, old.organisations.map(\.id.text), new.organisations.map(\.id.text))
      + compare(.topic, old.topics.map(\.id.text), new.topics.map(\.id.text))
      + compare(.rules, rules(old), rules(new))
      + compare(.fact, old.facts.map(\.id.text), new.facts.map(\.id.text))
      + compare(.option, options(old), options(new))
  }
}

extension DecisionDifference.TopicChange {
  /// What changes between two tables of one topic; nil if nothing does.
  init?(from old: DecisionTable, to new: DecisionTable) {
    // Rules that are the same over the same facts decide the same.
    if old.topicRules == new.topicRules, old.fallback == new.fallback,
      old.facts.map(\.shape) == new.facts.map(\.shape)
    {
      return nil
    }
    let before = old.adviceConditions
    let after = new.adviceConditions
    var space = CaseSpace(
      facts: Self.sharedFacts(old.facts, new.facts),
      toldApartBy: (old.topicRules.rules + new.topicRules.rules).map(\.condition))
    func differing<Key: Hashable>(_ old: [Key: Condition], _ new: [Key: Condition]) -> Condition {
      .any(
        Set(old.keys).union(new.keys).compactMap { key in
          let left = old[key] ?? .any([])
          let right = new[key] ?? .any([])
          if left == right { return nil }
          return .any([.all([left, .not(right)]), .all([right, .not(left)])])
        })
    }
    let otherVerdict = differing(before.verdicts, after.verdicts)
    let kinds: [(DecisionDifference.Kind, Condition)] = [
      (.verdict, otherVerdict),
      (.sentences, .all([differing(before.sentences, after.sentences), .not(otherVerdict)])),
      (.citations, differing(before.citations, after.citations)),
      (.contacts, differing(before.contacts, after.contacts)),
      (.steps, differing(before.steps, after.steps)),
      (.conditions, differing(before.provisos, after.provisos)),
    ]
    var changes: [DecisionDifference.Change] = []
    for (kind, condition) in kinds {
      guard let example = space.smallestCase(where: condition) else { continue }
      changes.append(
        DecisionDifference.Change(
          kind: kind, count: space.count(where: condition),
          example: Self.shown(example, kind, old, new)))
    }
    guard !changes.isEmpty else { return nil }
    self.init(
      organisation: new.organisation.id, topic: new.topic.id, cases: space.count(),
      changes: changes)
  }

  /// The example with as many more facts as it takes for the two answers to look different.
  ///
  /// The few facts of a smallest example can leave open how the answers differ, though not whether.
  private static func shown(
    _ example: [Identifier<Fact>: Reply], _ kind: DecisionDifference.Kind, _ old: DecisionTable,
    _ new: DecisionTable
  ) -> [Identifier<Fact>: Reply] {
    var replies = example
    while kind.part(of: old.answer(to: replies)) == kind.part(of: new.answer(to: replies)),
      let fact = new.nextFact(after: replies) ?? old.nextFact(after: replies)
    {
      let others = [old, new].compactMap { table in table.facts.first { $0.id == fact.id } }
      let option = fact.options.first { option in
        others.allSatisfy { $0[option: option.id] != nil }
      }
      guard let option else { break }
      replies[fact.id] = .options([option.id])
    }
    return replies
  }

  /// The facts of both sides, each with the options that both have.
  private static func sharedFacts(_ old: [Fact], _ new: [Fact]) -> [Fact] {
    new.map { fact in
      guard let before = old.first(where: { $0.id == fact.id }) else { return fact }
      return Fact(
        id: fact.id, question: fact.question, kind: fact.kind == before.kind ? fact.kind : .one,
        options: fact.options.filter { before[option: $0.id] != nil })
    } + old.filter { fact in !new.contains { $0.id == fact.id } }
  }
}

extension DecisionDifference.Kind {
  /// What an answer says of this kind, in a form in which two answers can be compared.
  fileprivate func part(of answer: Answer) -> Set<String> {
    switch self {
    case .verdict: Set(answer.possibleVerdicts.map(\.rawValue))
    case .sentences: Set(answer.sentences)
    case .citations:
      Set(
        (answer.citations + answer.steps.flatMap(\.citations)
          + answer.provided.flatMap(\.citations)).map(\.description))
    case .contacts: Set(answer.contacts.map(\.text))
    case .steps:
      Set(answer.steps.map { "\($0.what)|\($0.deadline?.text ?? "")|\($0.who ?? "")" })
    case .conditions: Set(answer.provided.map(\.that))
    }
  }
}

extension Fact {
  /// What a rule can see of the fact.
  fileprivate var shape: [String] { [id.text, kind.rawValue] + options.map(\.id.text) }
}

extension Contact {
  /// Whether a person is told the same of both; where they are cited is no part of it.
  fileprivate func isTold(like other: Contact) -> Bool {
    name == other.name && purpose == other.purpose && reach == other.reach
      && reachNote == other.reachNote
  }
}

extension Answer {
  /// What is said and why, whether it holds already or hangs on facts that are not known.
  public var sentences: [String] {
    let advice = findings.map(\.advice) + (undecided + conditional).map(\.advice)
    return advice.flatMap(\.sentences) + (fallback.map { [$0.say] } ?? [])
  }
}
