import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// An organisation by its name alone, or by its id where the name is not needed and not sound.
  mutating func organisation(
    byNameFrom files: OrganisationFiles, mustBeSound: Bool
  ) -> Organisation {
    let told = diagnostics
    let file = "\(files.folder)/organisation.yaml"
    let id: Identifier<Organisation> = checkedID(
      files.id, of: "an organisation", at: SourceLocation(file: file))
    var name: String?
    let root = tree(
      of: files.organisation, named: file, what: "file of the organisation",
      leavingOut: { $0 != "name" })
    if let root {
      var fields = reader(root, of: "the organisation '\(files.id)'", shape: .organisation)
      name = fields.requiredText("name")
      diagnostics += fields.diagnostics
    }
    if !mustBeSound { diagnostics = told }
    return Organisation(
      id: id, name: name ?? files.id, documents: [], contacts: [], fallbacks: [], rules: [:])
  }

  /// An organisation with its rules on some topics.
  mutating func organisation(
    from files: OrganisationFiles, topics: LoadingScope.Topics
  ) -> Organisation? {
    let name = "\(files.folder)/organisation.yaml"
    let location = SourceLocation(file: name)
    let id: Identifier<Organisation> = checkedID(files.id, of: "an organisation", at: location)
    guard let root = tree(of: files.organisation, named: name, what: "file of the organisation")
    else {
      checkWithoutNames(files)
      return nil
    }
    var fields = reader(root, of: "the organisation '\(files.id)'", shape: .organisation)
    let title = fields.requiredText("name")
    let documentEntries = declarations("documents", in: &fields)
    let contactEntries = declarations("contacts", in: &fields)
    let fallbackEntries = declarations("fallback", in: &fields)
    var own = OwnNames(
      documents: nil, contacts: contactEntries?.map(\.key),
      contactNames: Set(contactEntries?.map(\.key) ?? []),
      fallbacks: fallbackEntries?.map(\.key),
      declarations: (
        documents: documentEntries?.first?.keyLocation,
        contacts: contactEntries?.first?.keyLocation,
        fallbacks: fallbackEntries?.first?.keyLocation
      ))
    if topics != .all { own.citingWords = files.citingWords }
    let documents = self.documents(from: documentEntries, files: files, own: &own)
    let contacts = (contactEntries ?? []).map { contact(from: $0, of: id, own: own) }
    let fallbacks = (fallbackEntries ?? []).map { fallback(from: $0, of: id, own: own) }
    diagnostics += fields.finish()
    let rules = self.rules(from: files, own: own)
    reportMissingRules(files, on: topics)
    return Organisation(
      id: id, name: title ?? files.id, documents: documents, contacts: contacts,
      fallbacks: fallbacks, rules: rules)
  }

  /// Looks for faults in the files of an organisation whose own file could not be read.
  private mutating func checkWithoutNames(_ files: OrganisationFiles) {
    checkClauses(of: files)
    _ = rules(from: files, own: OwnNames(declarations: (nil, nil, nil)))
  }

  private mutating func checkClauses(of files: OrganisationFiles) {
    for (document, file) in files.documents.sorted(by: { $0.key < $1.key }) {
      _ = tree(of: file).flatMap {
        clauses(from: $0, of: Identifier(document), organisation: files.id)
      }
    }
  }

  private mutating func documents(
    from entries: [YAMLNode.Entry]?, files: OrganisationFiles, own: inout OwnNames
  ) -> [Document] {
    guard let entries else {
      checkClauses(of: files)
      return []
    }
    let documents = entries.map { document(from: $0, files: files, own: &own) }
    own.documents = Dictionary(documents.map { ($0.id.text, $0) }) { first, _ in first }
    for (id, file) in files.documents where own.documents?[id] == nil {
      diagnostics.append(
        .unexpectedFile(file.name, hint: "add '\(id)' to the documents in organisation.yaml"))
    }
    return documents
  }

  private mutating func rules(
    from files: OrganisationFiles, own: OwnNames
  ) -> [Identifier<Topic>: TopicRules] {
    var rules: [Identifier<Topic>: TopicRules] = [:]
    for (topic, file) in files.rules.sorted(by: { $0.key < $1.key }) {
      if let decoded = topicRules(from: file, topic: topic, of: files.id, own: own) {
        rules[decoded.topic] = decoded
      }
    }
    return rules
  }

  private mutating func reportMissingRules(
    _ files: OrganisationFiles, on needed: LoadingScope.Topics
  ) {
    let folder = "\(files.folder)/rules"
    guard let topics = names.topics,
      !hasTold(of: folder)
    else { return }
    guard files.hasRulesFolder else {
      if !topics.isEmpty {
        diagnostics.append(.missingFile(folder, what: "folder with a file of rules for each topic"))
      }
      return
    }
    for topic in topics.keys.sorted() where files.rules[topic] == nil && needed.needRules(on: topic)
    {
      let name = "\(folder)/\(topic).yaml"
      // What cannot be an id has been reported, and may name no file at all.
      if Self.isKebabCase(topic), !hasTold(of: name) {
        diagnostics.append(.missingFile(name, what: "file of rules for the topic '\(topic)'"))
      }
    }
  }

  private mutating func contact(
    from entry: YAMLNode.Entry, of organisation: Identifier<Organisation>, own: OwnNames
  ) -> Contact {
    let id: Identifier<Contact> = checkedID(entry.key, of: "a contact", at: entry.keyLocation)
    var fields = reader(entry.value, of: "the contact '\(entry.key)'", shape: .contact)
    let contact = Contact(
      id: id, name: fields.requiredText("name") ?? entry.key,
      purpose: fields.requiredText("for") ?? "", reach: fields.optionalText("reach"),
      reachNote: fields.optionalText("reach-note"), citations: citations(in: &fields, own: own))
    note(.contact(organisation, id), at: entry, &fields)
    diagnostics += fields.finish()
    return contact
  }

  private mutating func fallback(
    from entry: YAMLNode.Entry, of organisation: Identifier<Organisation>, own: OwnNames
  ) -> Fallback {
    let id: Identifier<Fallback> = checkedID(entry.key, of: "a fallback", at: entry.keyLocation)
    var fields = reader(entry.value, of: "the fallback '\(entry.key)'", shape: .fallback)
    let say = fields.requiredText("say")
    let (contacts, isWhole) = reading(&fields) { $0.contacts(in: &$1, own: own) }
    if fields.isMapping, isWhole, contacts.isEmpty {
      diagnostics.append(.fallbackWithoutContact(entry.key, at: entry.keyLocation))
    }
    let citations = self.citations(in: &fields, own: own)
    note(.fallback(organisation, id), at: entry, &fields)
    diagnostics += fields.finish()
    return Fallback(id: id, say: say ?? "", contacts: contacts, citations: citations)
  }

  /// The contacts that a rule or a fallback names.
  mutating func contacts(
    in fields: inout FieldReader, own: OwnNames
  ) -> [Identifier<Contact>] {
    var contacts = DistinctList<Identifier<Contact>>()
    let items = fields.texts("contacts")
    for item in items {
      if let known = own.contacts, !own.contactNames.contains(item.text) {
        diagnostics.append(
          .unknownName(
            item.text, of: "contact", known: known, at: item.location,
            declaredAt: own.declarations.contacts))
      } else if !contacts.append(Identifier(item.text)) {
        let first = items.first { $0.text == item.text }?.location ?? item.location
        diagnostics.append(
          .duplicateID(item.text, of: "contact", at: item.location, first: first))
      }
    }
    return contacts.elements
  }

  /// The clauses that something cites.
  mutating func citations(
    in fields: inout FieldReader, own: OwnNames
  ) -> [Citation] {
    var citations = DistinctList<Citation>()
    for item in fields.texts("cite") {
      if let citation = citation(item, own: own) { citations.append(citation) }
    }
    return citations.elements
  }

  /// A clause by its text; most are cited many times, and looked for once.
  private mutating func citation(_ item: FieldReader.Text, own: OwnNames) -> Citation? {
    if let known = citationsRead[item.text] { return known }
    let citation = self.citation(item.text, own: own, at: item.location)
    if let citation { citationsRead[item.text] = citation }
    return citation
  }

  private mutating func citation(
    _ text: String, own: OwnNames, at location: SourceLocation
  ) -> Citation? {
    let parts = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
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
          declaredAt: own.declarations.documents))
      return nil
    }
    let clause = Identifier<Clause>(parts[1])
    if document.clauses[clause] == nil, !own.unreadDocuments.contains(parts[0]) {
      diagnostics.append(
        .unknownClause(
          parts[1], of: parts[0], known: document.clauses.keys.map(\.text).sorted(), at: location))
      return nil
    }
    return Citation(document: document.id, clause: clause)
  }
}
