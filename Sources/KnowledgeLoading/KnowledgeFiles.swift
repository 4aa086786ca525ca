/// The text of a file with the name under which it is shown to people.
struct SourceFile: Sendable {
  let name: String
  let bytes: [UInt8]
}

/// The files of a knowledge folder, each in its place.
struct KnowledgeFiles: Sendable {
  /// The folder as it is shown to people.
  let folder: String
  var facts: SourceFile?
  var topics: SourceFile?
  /// What must hold in every case; there need be no such file.
  var invariants: SourceFile?
  /// The only topic whose rules were read, nil if all were.
  var topic: String?
  /// The facts that are needed beside those of that topic.
  var givenFacts: Set<String> = []
  /// The organisations in the order of their ids.
  var organisations: [OrganisationFiles] = []

  init(folder: String) {
    self.folder = folder
  }
}

/// The files of one organisation, each in its place.
struct OrganisationFiles: Sendable {
  /// The folder's name, which is the organisation's id.
  let id: String
  /// The folder as it is shown to people.
  let folder: String
  var organisation: SourceFile?
  /// The files of clauses by the document's id.
  var documents: [String: SourceFile] = [:]
  var hasRulesFolder = false
  /// The files of rules by the topic's id.
  var rules: [String: SourceFile] = [:]

  init(id: String, folder: String) {
    self.id = id
    self.folder = folder
  }
}
