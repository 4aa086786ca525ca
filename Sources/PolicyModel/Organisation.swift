/// A council, or whoever else has documents of its own.
public struct Organisation: Hashable, Sendable {
  public let id: Identifier<Organisation>
  public let name: String
  /// Its documents, in the order of the file.
  public let documents: [Document]
  /// Its contacts, in the order of the file.
  public let contacts: [Contact]
  /// Whom a silent answer names, by what it is about.
  public let fallbacks: [Fallback]
  /// What it says on each topic.
  public let rules: [Identifier<Topic>: TopicRules]

  public init(
    id: Identifier<Organisation>, name: String, documents: [Document], contacts: [Contact],
    fallbacks: [Fallback], rules: [Identifier<Topic>: TopicRules]
  ) {
    self.id = id
    self.name = name
    self.documents = documents
    self.contacts = contacts
    self.fallbacks = fallbacks
    self.rules = rules
  }

  public subscript(contact id: Identifier<Contact>) -> Contact? { contacts.first { $0.id == id } }

  public subscript(fallback id: Identifier<Fallback>) -> Fallback? {
    fallbacks.first { $0.id == id }
  }

  public subscript(document id: Identifier<Document>) -> Document? {
    documents.first { $0.id == id }
  }

  public subscript(clause citation: Citation) -> Clause? {
    self[document: citation.document]?.clauses[citation.clause]
  }
}

/// Somebody to go to, or a route to take.
public struct Contact: Hashable, Sendable {
  public let id: Identifier<Contact>
  public let name: String
  /// What this contact is for.
  public let purpose: String
  /// How to reach it, where the document prints that.
  public let reach: String?
  /// What the printed address is for, where the document limits it.
  public let reachNote: String?
  public let citations: [Citation]

  public init(
    id: Identifier<Contact>, name: String, purpose: String, reach: String? = nil,
    reachNote: String? = nil, citations: [Citation] = []
  ) {
    self.id = id
    self.name = name
    self.purpose = purpose
    self.reach = reach
    self.reachNote = reachNote
    self.citations = citations
  }
}

/// Whom to turn to where the documents say nothing specific.
public struct Fallback: Hashable, Sendable {
  public let id: Identifier<Fallback>
  public let say: String
  public let contacts: [Identifier<Contact>]
  public let citations: [Citation]

  public init(
    id: Identifier<Fallback>, say: String, contacts: [Identifier<Contact>], citations: [Citation]
  ) {
    self.id = id
    self.say = say
    self.contacts = contacts
    self.citations = citations
  }
}
