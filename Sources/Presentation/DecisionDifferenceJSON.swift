import Authoring
import DecisionEngine
import PolicyModel
import Scenarios

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

  struct ContactChange: Encodable {
    let organisation, contact: String
    let old, new: AnswerJSON.Contact
  }

  struct Entry: Encodable {
    let kind, name: String
    let isAdded: Bool
  }

  let version = 1
  let isEmpty: Bool
  let entries: [Entry]
  let contacts: [ContactChange]
  let topics: [Topic]

  public init(_ difference: DecisionDifference, from old: Knowledge, to new: Knowledge) {
    isEmpty = difference.isEmpty
    entries = difference.entries.map {
      Entry(kind: $0.kind.rawValue, name: $0.name, isAdded: $0.isAdded)
    }
    contacts = difference.contacts.map {
      ContactChange(
        organisation: $0.organisation.text, contact: $0.new.id.text,
        old: AnswerJSON.Contact($0.old), new: AnswerJSON.Contact($0.new))
    }
    topics = difference.topics.map { change in
      Topic(
        organisation: change.organisation.text, topic: change.topic.text,
        cases: change.cases.map { "\($0)" },
        changes: change.changes.map { one in
          func side(_ told: ToldSide?) -> Side? {
            told.map { Side(verdict: $0.answer.verdict.rawValue, told: $0.words) }
          }
          let both = ToldSide.both(one, of: change, old, new)
          return Change(
            kind: one.kind.rawValue, count: one.count.map { "\($0)" },
            example: Dictionary(
              uniqueKeysWithValues: one.example.map { ($0.text, ReplyFormat.words(of: $1)) }),
            old: side(both.old), new: side(both.new))
        })
    }
  }
}
