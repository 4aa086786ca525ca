import PolicyModel
import Presentation

/// A part of the knowledge that a dialogue comes to need.
public enum KnowledgePart: Hashable, Sendable {
  /// The documents and contacts of an organisation.
  case organisation(Identifier<Organisation>)
  /// What an organisation says on a topic, with the facts and clauses that takes.
  case topic(Identifier<Topic>, of: Identifier<Organisation>)
  /// All that an organisation says.
  case everything(of: Identifier<Organisation>)
}

/// Bringing the parts of the knowledge, each when it is first needed.
extension ShellState {
  /// Sees to it that a part is there; false where it has faults, and the dialogue must do without.
  mutating func bring(_ part: KnowledgePart) -> Bool {
    guard let bringing, !has(part) else { return true }
    guard let more = bringing(part) else { return false }
    knowledge = knowledge.adding(more)
    brought.insert(part)
    return true
  }

  private func has(_ part: KnowledgePart) -> Bool {
    switch part {
    // More may have come with an earlier part than was asked for.
    case .topic(let topic, of: let id) where knowledge[organisation: id]?.rules[topic] != nil: true
    case .organisation(let id), .topic(_, of: let id), .everything(of: let id):
      brought.contains(part) || brought.contains(.everything(of: id))
    }
  }

  /// Why a topic cannot be begun, nil if it can.
  mutating func refusal(of topic: Topic) -> Page? { refusal(of: topic, in: organisationID) }

  mutating func refusal(of topic: Topic, in id: Identifier<Organisation>?) -> Page? {
    guard let id, !bring(.topic(topic.id, of: id)) else { return nil }
    return .unusable(knowledge[organisation: id]?.name ?? id.text, on: topic.title)
  }
}
