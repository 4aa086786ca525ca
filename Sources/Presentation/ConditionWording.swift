import PolicyModel

/// Says conditions and replies in the person's own terms.
public struct ConditionWording: Sendable {
  private let knowledge: Knowledge

  /// More options than this are not spelt out where a shorter wording says the same.
  private static let mostOptions = 4

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// The condition as the end of a sentence that begins with "if".
  public func clause(_ condition: Condition) -> String {
    switch condition {
    case .fact(let id, let options): return clause(id, options)
    case .all(let parts):
      return parts.map { part in
        if case .any(let inner) = part, inner.count > 1 { return "either \(clause(part))" }
        return clause(part)
      }.joined(separator: ", and ")
    case .any(let parts): return parts.map(clause).joined(separator: ", or ")
    case .not(let part): return negation(part)
    }
  }

  private func clause(_ id: Identifier<Fact>, _ options: [Identifier<Option>]) -> String {
    guard let fact = knowledge[fact: id] else { return id.text }
    let known = fact.options.filter { options.contains($0.id) }
    if known.count > Self.mostOptions {
      let others = fact.options.filter { !options.contains($0.id) }
      if fact.kind != .several, others.count <= Self.mostOptions {
        return "it is not so that " + others.map { said($0, of: fact) }.joined(separator: " or ")
      }
      return "one of these applies: " + known.map(\.label).joined(separator: "; ")
    }
    return known.map { said($0, of: fact) }.joined(separator: ", or ")
  }

  private func negation(_ condition: Condition) -> String {
    switch condition {
    case .fact(let id, let options):
      guard let fact = knowledge[fact: id] else { return "not \(id)" }
      if fact.kind != .several {
        let others = fact.options.filter { !options.contains($0.id) }
        if others.count <= Self.mostOptions {
          return others.map { said($0, of: fact) }.joined(separator: ", or ")
        }
      } else if let none = fact.exclusiveOption, options.count > Self.mostOptions {
        return said(none, of: fact)
      }
      return "it is not so that \(clause(condition))"
    case .not(let inner): return clause(inner)
    default: return "it is not so that \(clause(condition))"
    }
  }

  /// An option as the end of a sentence that begins with "if".
  public func said(_ option: Option, of fact: Fact) -> String {
    option.said ?? "“\(fact.question)” is answered with “\(option.label)”"
  }

  /// What a person has said of a fact, as the end of a sentence that begins with "because".
  public func said(_ reply: Reply, of fact: Fact) -> String {
    switch reply {
    case .notSure: return "you are not sure: \(fact.question)"
    case .options(let ids):
      let options = fact.options.filter { ids.contains($0.id) }
      return Wording.list(options.map { said($0, of: fact) }, "and")
    }
  }

  /// A reply in the words in which it was offered.
  public func label(_ reply: Reply, of fact: Fact) -> String {
    switch reply {
    case .notSure: return "not sure"
    case .options(let ids):
      return fact.options.filter { ids.contains($0.id) }.map(\.label).joined(separator: "; ")
    }
  }
}
