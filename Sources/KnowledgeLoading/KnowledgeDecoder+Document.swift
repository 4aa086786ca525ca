import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  private static let mostAnchorWords = 5
  /// What stands instead of a day as long as nobody has compared the knowledge with the document.
  private static let neverVerified = "not-yet"

  /// A document as the organisation declares it, with the clauses of its own file.
  mutating func document(
    from entry: YAMLNode.Entry, files: OrganisationFiles, own: inout OwnNames
  ) -> Document {
    let id: Identifier<Document> = checkedID(entry.key, of: "a document", at: entry.keyLocation)
    if entry.key == "organisation" {
      diagnostics.append(
        .reservedID(
          entry.key, of: "a document", because: "its file would be this one",
          at: entry.keyLocation))
    }
    var fields = reader(entry.value, of: "the document '\(entry.key)'", shape: .document)
    let title = fields.requiredText("title")
    let issuer = fields.optionalText("issuer")
    let issuerNote = fields.optionalText("issuer-note")
    let dates = self.dates(in: &fields)
    let numbering = fields.optional("numbering").flatMap { self.numbering(from: $0) }
    let original = fields.optionalText("original").map {
      $0.hasPrefix("/") ? $0 : "\(files.folder)/\($0)"
    }
    note(.document(Identifier(files.id), id), at: entry, &fields)
    diagnostics += fields.finish()
    let root = tree(
      of: files.documents[entry.key], named: "\(files.folder)/\(entry.key).yaml",
      what: "file of the clauses of '\(entry.key)'",
      leavingOut: own.citingWords.map { words in { !words.contains($0) } })
    let clauses = root.flatMap {
      self.clauses(from: $0, of: id, organisation: files.id, citedIn: own.citingWords)
    }
    if clauses == nil { own.unreadDocuments.insert(entry.key) }
    return Document(
      id: id, title: title ?? entry.key, issuer: issuer, issuerNote: issuerNote, dates: dates,
      numbering: numbering, original: original, clauses: clauses ?? [:])
  }

  /// What the organisation's own file declares, nil if it is not made as one.
  mutating func declarations(from root: YAMLNode) -> Declarations? {
    var fields = reader(root, of: "the organisation", shape: .organisation)
    let documents = declarations("documents", in: &fields)
    let contacts = declarations("contacts", in: &fields)
    diagnostics += fields.diagnostics
    guard let documents, let contacts else { return nil }
    let numberings = documents.map { entry in
      var fields = reader(entry.value, of: "the document '\(entry.key)'", shape: .document)
      return (entry.key, fields.optional("numbering").flatMap { numbering(from: $0) })
    }
    return Declarations(
      documents: Dictionary(numberings) { first, _ in first },
      contacts: Set(contacts.map(\.key)))
  }

  /// How a document counts its clauses.
  private mutating func numbering(from node: YAMLNode) -> Numbering? {
    var fields = reader(node, of: "'numbering'", shape: .numbering)
    let style: Numbering.Style? = fields.required("style").flatMap { node in
      fields.text(node, of: "'style'").flatMap { word($0, of: "style", at: node.location) }
    }
    let headings = namedParts("headings", in: &fields)
    let tables = namedParts("tables", in: &fields)
    let closing = fields.optionalText("closing").map { Identifier<Clause>($0) }
    diagnostics += fields.finish()
    return style.map {
      Numbering(style: $0, headings: headings, tables: tables, closing: closing)
    }
  }

  /// Parts of a document by the words with which they begin.
  private mutating func namedParts(
    _ key: String, in fields: inout FieldReader
  ) -> [Numbering.NamedPart] {
    guard let node = fields.optional(key) else { return [] }
    return fields.entries(of: node, called: "'\(key)'").compactMap { entry in
      fields.text(entry.value, of: "each entry of '\(key)'").map {
        Numbering.NamedPart(id: Identifier(entry.key), text: $0)
      }
    }
  }

  private mutating func dates(in fields: inout FieldReader) -> Document.Dates {
    let verifiedOn = fields.required("verified-on").flatMap { node -> CalendarDate? in
      if node.text == Self.neverVerified { return nil }
      return date(node, in: &fields)
    }
    let note = fields.optionalText("dates-note")
    guard let node = fields.optional("dates") else {
      return Document.Dates(note: note, verifiedOn: verifiedOn)
    }
    var printed = reader(node, of: "'dates'", shape: .dates)
    let effective = printed.optional("effective").flatMap { date($0, in: &fields) }
    let approved = printed.optional("approved").flatMap { date($0, in: &fields) }
    let reviewNode = printed.optional("review")
    let review = reviewNode.flatMap { date($0, in: &fields) }
    if let reviewNode, let review, let approved, review.isOver(on: approved) {
      diagnostics.append(.earlyReview(review, approved: approved, at: reviewNode.location))
    }
    diagnostics += printed.finish()
    return Document.Dates(
      effective: effective, approved: approved, review: review, note: note, verifiedOn: verifiedOn)
  }

  private mutating func date(_ node: YAMLNode, in fields: inout FieldReader) -> CalendarDate? {
    guard let text = fields.text(node, of: "a date") else { return nil }
    if let date = CalendarDate(text) { return date }
    diagnostics.append(.invalidDate(text, at: node.location))
    return nil
  }

  /// The clauses of a file, nil if it holds none that could be read.
  ///
  /// Where words are given, a clause that is not among them and was left out is known by its id alone.
  mutating func clauses(
    from root: YAMLNode, of document: Identifier<Document>, organisation: String,
    citedIn words: Set<String>? = nil
  ) -> [Identifier<Clause>: Clause]? {
    var file = reader(root, of: "the file of clauses", shape: KnowledgeFileKind.document.shape)
    var clauses: [Identifier<Clause>: Clause] = [:]
    for entry in file.takeRest() {
      if entry.key.contains(where: \.isWhitespace) {
        diagnostics.append(.invalidClauseID(entry.key, at: entry.keyLocation))
      }
      let citation = Citation(document: document, clause: Identifier(entry.key))
      let isLeftOut = words.map { !$0.contains(entry.key) } ?? false
      let clause =
        isLeftOut && entry.value.isNothing
        ? Clause(unread: Identifier(entry.key))
        : self.clause(from: entry, citation, organisation: organisation)
      clauses[clause.id] = clause
    }
    diagnostics += file.finish()
    return file.isMapping ? clauses : nil
  }

  /// How many words stand between the blanks of a text.
  private static func words(in text: String) -> Int {
    // Beyond ASCII a blank may be part of a longer character.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split(separator: " ").count }
    return text.utf8.split(separator: UInt8(ascii: " ")).count
  }

  private mutating func clause(
    from entry: YAMLNode.Entry, _ citation: Citation, organisation: String
  ) -> Clause {
    var fields = reader(entry.value, of: "the clause '\(entry.key)'", shape: .clause)
    let label = fields.requiredText("label")
    let kind = fields.requiredText("kind")
    let force: Clause.Force? = fields.required("force").flatMap { node in
      fields.text(node, of: "'force'").flatMap { word($0, of: "force", at: node.location) }
    }
    let gist = fields.requiredText("gist")
    let anchor = fields.required("anchor").flatMap { node in
      fields.text(node, of: "'anchor'").map { ($0, node.location) }
    }
    let background = fields.optional("background").flatMap { node -> String? in
      places.note(
        .background(Identifier(organisation), citation), at: node.location, end: node.end)
      return fields.text(node, of: "'background'")
    }
    note(.clause(Identifier(organisation), citation), at: entry, &fields)
    diagnostics += fields.finish()
    if let (text, location) = anchor {
      let count = Self.words(in: text)
      if count > Self.mostAnchorWords { diagnostics.append(.longAnchor(count, at: location)) }
    }
    return Clause(
      id: Identifier(entry.key), label: label ?? entry.key, kind: kind ?? "",
      force: force ?? .says, gist: gist ?? "", anchor: anchor?.0 ?? "",
      background: background)
  }
}
