import PolicyModel

/// The original documents, as far as they are at hand, to read and to prove the clauses by.
public struct Originals: Sendable {
  /// A text with the name of its file.
  public struct File: Hashable, Sendable {
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A document with the file that holds its original.
  public struct Found: Sendable {
    public let organisation: Organisation
    public let document: Document
    public let file: String
    public let outline: DocumentOutline

    /// The clauses whose anchor does not stand in the part that their id names, in order.
    public var unproved: [Clause] {
      document.clauses.values.filter { !outline.has($0.anchor, in: $0.id) }
        .sorted { $0.id < $1.id }
    }

    /// Whether the original has a part of this id at all.
    public func hasPart(_ clause: Clause) -> Bool { outline.parts[clause.id] != nil }
  }

  /// What was found, in the order of organisations and documents.
  public let found: [Found]
  /// The documents for which none of the files is the original.
  public let missing: [(organisation: Organisation, document: Document)]

  /// Finds the original of every document among some files.
  ///
  /// The file in which most clauses are found is taken for a document's original, if that is at least
  /// half of them: file names tell nothing.
  public init(of organisations: [Organisation], among files: [File]) {
    var found: [Found] = []
    var missing: [(organisation: Organisation, document: Document)] = []
    for organisation in organisations {
      for document in organisation.documents {
        let candidates = files.compactMap { file in
          document.numbering.map { numbering in
            Found(
              organisation: organisation, document: document, file: file.name,
              outline: DocumentOutline(file.text, numbering: numbering))
          }
        }
        let best = candidates.min { $0.unproved.count < $1.unproved.count }
        if let best, best.unproved.count * 2 <= document.clauses.count {
          found.append(best)
        } else {
          missing.append((organisation, document))
        }
      }
    }
    self.found = found
    self.missing = missing
  }

  /// The part of the original that a clause stands for, nil where the original is not at hand.
  public func text(of citation: Citation, in organisation: Organisation) -> String? {
    found.first {
      $0.organisation.id == organisation.id && $0.document.id == citation.document
    }?.outline.parts[citation.clause]
  }
}
