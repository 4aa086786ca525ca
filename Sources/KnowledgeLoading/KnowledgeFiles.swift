import YAMLReading

/// The text of a file with the name under which it is shown to people.
struct SourceFile: Sendable {
  let name: String
  let bytes: [UInt8]
  /// What is kept of it, if nothing else is needed; there are no other bytes then.
  var kept: KeptText?
}

/// The files of a knowledge folder, each in its place.
struct KnowledgeFiles: Sendable {
  /// The folder as it is shown to people.
  let folder: String
  var facts: SourceFile?
  var topics: SourceFile?
  /// What must hold in every case; there need be no such file.
  var invariants: SourceFile?
  /// The organisation that is decoded, nil if none or all are.
  var inUse: String?
  var neededTopics = LoadingScope.Topics.all
  /// The facts that are needed beside those of the topics.
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

  /// Whether only its name is needed.
  private(set) var isForItsName = false

  /// The same, of which only the name is needed.
  var forItsName: OrganisationFiles {
    var files = self
    files.isForItsName = true
    files.documents = [:]
    files.rules = [:]
    return files
  }

  /// Every word in the files that can cite a clause, nil where words may be written with escapes.
  var citingWords: Set<String>? {
    var words: Set<String> = []
    for file in [organisation].compactMap(\.self) + rules.values {
      if file.bytes.contains(UInt8(ascii: "\\")) { return nil }
      for word in file.bytes.split(whereSeparator: { !Self.isOfClause($0) }) {
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return words
  }

  /// Whether a byte can stand in the name of a clause that is not in quotes.
  private static func isOfClause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  init(id: String, folder: String) {
    self.id = id
    self.folder = folder
  }
}
