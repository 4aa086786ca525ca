import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  mutating func organisation(from files: OrganisationFiles) -> Organisation? {
    let name = "\(files.folder)/organisation.yaml"
    let location = SourceLocation(file: name)
    let id: Identifier<Organisation> = checkedID(files.id, of: "an organisation", at: location)
    guard let root = tree(of: files.organisation, named: name, what: "file of the organisation")
    else { return nil }
    var fields = FieldReader(root, of: "the organisation '\(files.id)'")
    let title = fields.requiredText("name")
    let contactEntries = fields.requiredEntries("contacts")
    let fallbackEntries = fields.requiredEntries("fallback")
    var own = OwnNames(
      documents: nil, contacts: fields.isMapping ? Set(contactEntries.map(\.key)) : nil,
      fallbacks: fields.isMapping ? fallbackEntries.map(\.key) : nil, declaration: location)
    let documents = fields.requiredEntries("documents").map {
      document(from: $0, files: files, own: &own)
    }
    if fields.isMapping {
      own.documents = Dictionary(documents.map { ($0.id.text, $0) }) { first, _ in first }
      reportStrayDocuments(files, known: documents)
    }
    let contacts = contactEntries.map { contact(from: $0, own: own) }
    let fallbacks = fallbackEntries.map { fallback(from: $0, own: own) }
    diagnostics += fields.finish()
    return Organisation(
      id: id, name: title ?? files.id, documents: documents, contacts: contacts,
      fallbacks: fallbacks, rules: rules(from: files, own: own))
  }

  private mutating func reportStrayDocuments(_ files: OrganisationFiles, known: [Document]) {
    for (id, file) in files.documents where !known.contains(where: { $0.id.text == id }) {
      diagnostics.append(
        .unexpectedFile(file.name, hint: "add '\(id)' to the documents in organisation.yaml"))
    }
  }

  private mutating func rules(
    from files: OrganisationFiles, own: OwnNames
  ) -> [Identifier<Topic>: TopicRules] {
    var rules: [Identifier<Topic>: TopicRules] = [:]
    for (topic, file) in files.rules.sorted(by: { $0.key < $1.key }) {
      if let decoded = topicRules(from: file, topic: topic, own: own) {
        rules[decoded.topic] = decoded
      }
    }
    for topic in names.topics?.keys.sorted() ?? [] where files.rules[topic] == nil {
      let name = "\(files.folder)/rules/\(topic).yaml"
      if !diagnostics.contains(where: { $0.location.file == name }) {
        diagnostics.append(.missingFile(name, what: "file of rules for the topic '\(topic)'"))
      }
    }
    return rules
  }

  private mutating func contact(from entry: YAMLNode.Entry, own: OwnNames) -> Contact {
    let id: Identifier<Contact> = checkedID(entry.key, of: "a contact", at: entry.keyLocation)
    var fields = FieldReader(entry.value, of: "the contact '\(entry.key)'")
    let contact = Contact(
      id: id, name: fields.requiredText("name") ?? entry.key,
      purpose: fields.requiredText("for") ?? "", reach: fields.optionalText("reach"),
      reachNote: fields.optionalText("reach-note"), citations: citations(in: &fields, own: own))
    diagnostics += fields.finish()
    return contact
  }

  private mutating func fallback(from entry: YAMLNode.Entry, own: OwnNames) -> Fallback {
    let id: Identifier<Fallback> = checkedID(entry.key, of: "a fallback", at: entry.keyLocation)
    var fields = FieldReader(entry.value, of: "the fallback '\(entry.key)'")
    let fallback = Fallback(
      id: id, say: fields.requiredText("say") ?? "", contacts: contacts(in: &fields, own: own),
      citations: citations(in: &fields, own: own))
    if fields.isMapping, fallback.contacts.isEmpty {
      diagnostics.append(
        .missingFile(entry.keyLocation.file, what: "contact in the fallback '\(entry.key)'"))
    }
    diagnostics += fields.finish()
    return fallback
  }

  /// The contacts that a rule or a fallback names.
  mutating func contacts(
    in fields: inout FieldReader, own: OwnNames
  ) -> [Identifier<Contact>] {
    var contacts: [Identifier<Contact>] = []
    for (text, location) in fields.texts("contacts") {
      if let known = own.contacts, !known.contains(text) {
        diagnostics.append(
          .unknownName(
            text, of: "contact", known: known.sorted(), at: location, declaredAt: own.declaration))
      } else if !contacts.contains(Identifier(text)) {
        contacts.append(Identifier(text))
      }
    }
    return contacts
  }

  /// The clauses that something cites.
  mutating func citations(
    in fields: inout FieldReader, own: OwnNames
  ) -> [Citation] {
    var citations: [Citation] = []
    for (text, location) in fields.texts("cite") {
      guard let citation = citation(text, own: own, at: location) else { continue }
      if !citations.contains(citation) { citations.append(citation) }
    }
    return citations
  }

  private mutating func citation(
    _ text: String, own: OwnNames, at location: SourceLocation
  ) -> Citation? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2 else {
      diagnostics.append(.invalidCitation(text, at: location))
      return nil
    }
    guard let documents = own.documents else {
      return Citation(document: Identifier(parts[0]), clause: Identifier(parts[1]))
    }
    guard let document = documents[parts[0]] else {
      diagnostics.append(
        .unknownName(
          parts[0], of: "document", known: documents.keys.sorted(), at: location,
          declaredAt: own.declaration))
      return nil
    }
    let clause = Identifier<Clause>(parts[1])
    if document.clauses[clause] == nil, !own.unreadDocuments.contains(parts[0]) {
      diagnostics.append(
        .unknownName(
          parts[1], of: "clause", known: document.clauses.keys.map(\.text).sorted(), at: location))
      return nil
    }
    return Citation(document: document.id, clause: clause)
  }
}
