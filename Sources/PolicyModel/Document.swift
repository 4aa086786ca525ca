/// A policy, guideline or the like that an organisation has issued.
public struct Document: Hashable, Sendable {
  public let id: Identifier<Document>
  public let title: String
  /// Who issued it, nil where the document names nobody.
  public let issuer: String?
  /// What is to be known about the issuer.
  public let issuerNote: String?
  public let dates: Dates
  /// How it counts its clauses, nil if nobody has said so.
  public let numbering: Numbering?
  /// The path of the original as plain text, which need not be at hand.
  public let original: String?
  public let clauses: [Identifier<Clause>: Clause]

  public init(
    id: Identifier<Document>, title: String, issuer: String? = nil, issuerNote: String? = nil,
    dates: Dates = Dates(), numbering: Numbering? = nil, original: String? = nil,
    clauses: [Identifier<Clause>: Clause] = [:]
  ) {
    self.id = id
    self.title = title
    self.issuer = issuer
    self.issuerNote = issuerNote
    self.dates = dates
    self.numbering = numbering
    self.original = original
    self.clauses = clauses
  }

  /// The dates of a document, as far as it prints them.
  public struct Dates: Hashable, Sendable {
    public let effective: CalendarDate?
    public let approved: CalendarDate?
    public let review: CalendarDate?
    /// What is to be known about these dates.
    public let note: String?
    /// When a policy officer last compared the knowledge with the document, nil if nobody has yet.
    public let verifiedOn: CalendarDate?

    public init(
      effective: CalendarDate? = nil, approved: CalendarDate? = nil, review: CalendarDate? = nil,
      note: String? = nil, verifiedOn: CalendarDate? = nil
    ) {
      self.effective = effective
      self.approved = approved
      self.review = review
      self.note = note
      self.verifiedOn = verifiedOn
    }
  }
}

/// The smallest part of a document that can be cited.
public struct Clause: Hashable, Sendable {
  /// How the document words a clause, not how strict its issuer may be.
  public enum Force: String, CaseIterable, Hashable, Sendable {
    case must
    case mustNot = "must-not"
    case should
    case shouldNot = "should-not"
    case may
    /// A statement, definition, risk or consequence.
    case says
  }

  public let id: Identifier<Clause>
  /// How people find it in the document, such as `section 7.5`.
  public let label: String
  /// What sort of clause it is, such as a duty or a definition.
  public let kind: String
  public let force: Force
  /// What it says, in one sentence of our own.
  public let gist: String
  /// At most five words by which it can be found in the original.
  public let anchor: String
  /// Why no rule needs to cite it; nil for a clause that a rule has to cite.
  public let background: String?

  public init(
    id: Identifier<Clause>, label: String, kind: String, force: Force, gist: String,
    anchor: String, background: String? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.force = force
    self.gist = gist
    self.anchor = anchor
    self.background = background
  }
}

/// A clause of one of the organisation's own documents, as something to rest on.
public struct Citation: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let document: Identifier<Document>
  public let clause: Identifier<Clause>

  public init(document: Identifier<Document>, clause: Identifier<Clause>) {
    self.document = document
    self.clause = clause
  }

  /// The form in which knowledge and scenarios write it: document, blank, clause.
  public var description: String { "\(document) \(clause)" }

  // Most citations that are compared are of one document, so the clause is looked at first.
  public static func == (left: Self, right: Self) -> Bool {
    left.clause == right.clause && left.document == right.document
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.document, left.clause) < (right.document, right.clause)
  }
}
