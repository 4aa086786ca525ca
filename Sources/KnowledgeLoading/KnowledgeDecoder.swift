import Diagnostics
import PolicyModel
import YAMLReading

/// Decodes the files of a knowledge folder and gathers what is wrong with them.
///
/// Whatever cannot be decoded is left out and reported, so that the rest is still checked. What has
/// been left out may be named elsewhere; `names` remembers which lists are whole, so that one fault
/// does not bring a hundred others with it.
struct KnowledgeDecoder {
  var diagnostics: FaultList
  var places = KnowledgePlaces()
  var names = SharedNames()
  /// The facts that a file may not ask and that have been told, for each may stand in many rules.
  var factsToldOutside: Set<String> = []
  /// The clauses of the organisation that were cited so far, by the texts that cite them.
  var citationsRead: [String: Citation] = [:]
  /// The files of which a fault was found before any was decoded.
  private let unreadFiles: Set<String>

  init(diagnostics: [Diagnostic] = []) {
    self.diagnostics = FaultList(diagnostics)
    unreadFiles = Set(diagnostics.map(\.location.file))
  }

  /// A decoder of what hangs on the shared files, which another has decoded.
  private init(after shared: KnowledgeDecoder) {
    diagnostics = FaultList(keeping: shared.diagnostics.room)
    names = shared.names
    unreadFiles = shared.unreadFiles
  }

  mutating func decode(_ files: KnowledgeFiles, by run: KnowledgeLoader.Runner) -> Knowledge {
    if case .only(let topic) = files.neededTopics { names.onlyTopic = topic }
    let topicsTree = tree(
      of: files.topics, named: "\(files.folder)/topics.yaml", what: "file of topics",
      leavingOut: names.onlyTopic.map { wanted in { $0 != wanted } })
    names.neededFacts = factsNeeded(by: files, topics: topicsTree)
    let needed = names.neededFacts
    let facts = tree(
      of: files.facts, named: "\(files.folder)/facts.yaml", what: "file of facts",
      leavingOut: needed.map { needed in { !needed.contains($0) } }
    ).flatMap { self.facts(from: $0) }
    names.facts = facts.map {
      Dictionary($0.map { ($0.id.text, FactNames($0)) }) { first, _ in first }
    }
    let topics = topicsTree.flatMap { self.topics(from: $0) }
    names.topics = topics.map { Dictionary($0.map { ($0.id.text, $0) }) { first, _ in first } }
    if files.organisations.isEmpty {
      diagnostics.append(.missingFile(files.folder, what: "folder of an organisation"))
    }
    let organisations = self.organisations(from: files, by: run)
    let invariants = files.invariants.flatMap { tree(of: $0) }.map { self.invariants(from: $0) }
    return Knowledge(
      facts: facts ?? [], topics: topics ?? [], organisations: organisations,
      invariants: invariants ?? [])
  }

  /// The organisations, none of which needs anything of the others.
  private mutating func organisations(
    from files: KnowledgeFiles, by run: KnowledgeLoader.Runner
  ) -> [Organisation] {
    let shared = self
    let decoded = run(files.organisations.count) { number in
      var decoder = KnowledgeDecoder(after: shared)
      let one = files.organisations[number]
      let organisation =
        one.isForItsName
        ? decoder.organisation(byNameFrom: one, mustBeSound: files.inUse == nil)
        : decoder.organisation(from: one, topics: files.neededTopics)
      return DecodedOrganisation(
        organisation: organisation, diagnostics: decoder.diagnostics, places: decoder.places)
    }
    for (files, one) in zip(files.organisations, decoded) {
      diagnostics += one.diagnostics
      places.add(one.places, of: Identifier(files.id))
    }
    return decoded.compactMap(\.organisation)
  }

  /// Whether a fault of a file has been told, such as that it cannot be read.
  func hasTold(of file: String) -> Bool {
    unreadFiles.contains(file) || diagnostics.kept.contains { $0.location.file == file }
  }

  /// The tree of a file that must be there.
  mutating func tree(
    of file: SourceFile?, named name: String, what: String,
    leavingOut isLeftOut: ((String) -> Bool)? = nil, indentedBy indentation: Int = 0
  ) -> YAMLNode? {
    guard let file else {
      // A file that is there and cannot be read has been reported already.
      if !hasTold(of: name) {
        diagnostics.append(.missingFile(name, what: what))
      }
      return nil
    }
    return tree(of: file, leavingOut: isLeftOut, indentedBy: indentation)
  }

  mutating func tree(
    of file: SourceFile, leavingOut isLeftOut: ((String) -> Bool)? = nil,
    indentedBy indentation: Int = 0
  ) -> YAMLNode? {
    let (root, found) =
      file.kept.map { YAMLReader.read($0, file: file.name) }
      ?? YAMLReader.read(
        file.bytes, file: file.name, leavingOut: isLeftOut, indentedBy: indentation)
    diagnostics += found
    return root
  }

  /// A reader of the fields of a node, which finds words for as many faults as are still kept.
  func reader(_ node: YAMLNode, of what: String, shape: MappingShape) -> FieldReader {
    FieldReader(node, of: what, shape: shape, keeping: diagnostics.room)
  }

  /// What a closure reads from some fields, and whether it found nothing wrong with them.
  mutating func reading<Value>(
    _ fields: inout FieldReader, _ read: (inout Self, inout FieldReader) -> Value
  ) -> (value: Value, isWhole: Bool) {
    let faults = diagnostics.count + fields.diagnostics.count
    let value = read(&self, &fields)
    return (value, diagnostics.count + fields.diagnostics.count == faults)
  }

  /// The entries of a field that declares names, nil where they could not be read.
  mutating func declarations(
    _ key: String, in fields: inout FieldReader
  ) -> [YAMLNode.Entry]? {
    let (entries, isWhole) = reading(&fields) { $1.requiredEntries(key) }
    return fields.isMapping && isWhole ? entries : nil
  }

  /// Checks the id of something that others name, and reports one that they could not.
  mutating func checkedID<Subject>(
    _ text: String, of kind: String, at location: SourceLocation
  ) -> Identifier<Subject> {
    if !Self.isKebabCase(text) { diagnostics.append(.invalidID(text, of: kind, at: location)) }
    return Identifier(text)
  }

  /// Whether a text has small letters, digits and single hyphens between them.
  static func isKebabCase(_ text: String) -> Bool {
    var isBehindHyphen = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        isBehindHyphen = false
      case UInt8(ascii: "-") where !isBehindHyphen: isBehindHyphen = true
      default: return false
      }
    }
    return !isBehindHyphen
  }

  /// A word out of a fixed list, such as a verdict.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, of what: String, at location: SourceLocation
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    diagnostics.append(
      .unknownWord(text, of: what, words: Word.allCases.map(\.rawValue), at: location))
    return nil
  }
}

/// What came of the files of one organisation.
public struct DecodedOrganisation: Sendable {
  /// Nil if its own file could not be read.
  let organisation: Organisation?
  let diagnostics: FaultList
  let places: KnowledgePlaces
}

/// The names that every organisation may use; nil where a list could not be read.
struct SharedNames {
  var facts: [String: FactNames]?
  var topics: [String: Topic]?
  /// The topic that is decoded, nil for all; of the others only the ids are known.
  var onlyTopic: String?
  /// The facts that are decoded, nil for all; of the others only the ids are known.
  var neededFacts: Set<String>?
  /// The facts whose options could not be read, so that nothing is said about those.
  var factsWithoutOptions: Set<String> = []
  /// The topics whose facts could not all be read, so that nothing is said about those.
  var topicsWithFaultyFacts: Set<String> = []
}

/// What conditions can name of a fact.
struct FactNames {
  let id: Identifier<Fact>
  let options: [Identifier<Option>]

  init(_ fact: Fact) {
    id = fact.id
    options = fact.options.map(\.id)
  }
}

/// The names that one organisation has declared; nil where a list could not be read.
struct OwnNames {
  var documents: [String: Document]?
  /// All words of the files that can cite a clause, where not all topics are read; a clause that is
  /// not among them need not be.
  var citingWords: Set<String>?
  /// The documents whose clauses could not be read, so that nothing is said about them.
  var unreadDocuments: Set<String> = []
  /// The contacts in the order of the file, and the same to be looked up.
  var contacts: [String]?
  var contactNames: Set<String> = []
  var fallbacks: [String]?
  /// Where the organisation declares its documents, contacts and fallbacks.
  var declarations:
    (documents: SourceLocation?, contacts: SourceLocation?, fallbacks: SourceLocation?)
}
