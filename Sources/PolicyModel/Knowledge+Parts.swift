extension Knowledge {
  /// The knowledge with what a part of the same knowledge has beyond it.
  ///
  /// Topics and organisations that are not known here are left out, so this must have all of them, be
  /// it by name. Of facts and clauses that are known here by their ids alone, the part may have more.
  public func adding(_ part: Knowledge) -> Knowledge {
    Knowledge(
      facts: facts.map { $0.isKnownByIDAlone ? part[fact: $0.id] ?? $0 : $0 },
      topics: topics,
      organisations: organisations.map { one in
        part[organisation: one.id].map { one.adding($0) } ?? one
      },
      invariants: invariants)
  }

  /// The knowledge without some organisations.
  public func without(_ organisations: Set<Identifier<Organisation>>) -> Knowledge {
    Knowledge(
      facts: facts, topics: topics,
      organisations: self.organisations.filter { !organisations.contains($0.id) },
      invariants: invariants)
  }
}

extension Organisation {
  fileprivate func adding(_ part: Organisation) -> Organisation {
    Organisation(
      id: id, name: part.name,
      documents: part.documents.map { document in
        self[document: document.id].map { $0.adding(document) } ?? document
      },
      contacts: part.contacts, fallbacks: part.fallbacks,
      rules: rules.merging(part.rules) { own, _ in own })
  }
}

extension Document {
  fileprivate func adding(_ part: Document) -> Document {
    Document(
      id: id, title: title, issuer: issuer, issuerNote: issuerNote, dates: dates,
      numbering: numbering, original: original,
      clauses: clauses.merging(part.clauses) { own, other in own.isKnownByIDAlone ? other : own })
  }
}

extension Clause {
  /// A clause of which nothing but its id has been read.
  public init(unread id: Identifier<Clause>) {
    self.init(id: id, label: id.text, kind: "", force: .says, gist: "", anchor: "")
  }

  fileprivate var isKnownByIDAlone: Bool { kind.isEmpty && gist.isEmpty && anchor.isEmpty }
}

extension Fact {
  /// A fact of which nothing but its id has been read.
  public init(unread id: Identifier<Fact>) {
    self.init(id: id, question: "", kind: .one, options: [])
  }

  /// A fact that has been read has options.
  fileprivate var isKnownByIDAlone: Bool { options.isEmpty }
}
