import Foundation
import YAMLReading

/// Knowledge that is a whole number of times as large as the one it is made of.
///
/// Every organisation and every topic stands in it several times: the first as it ships, each further
/// one under a name of its own. With a topic come its rules in every organisation, the clauses they
/// cite, its example questions, and facts with their phrases, in words that no other copy has. The
/// same numbers give the same bytes.
public struct GrownKnowledge {
  /// How many copies of a topic share one copy of its facts: facts stand in one file, and of a file
  /// above 32 MB nothing is read, which a hundred copies of all phrases would be.
  public static let topicsSharingFacts = 5

  /// What was written.
  public struct Size: Sendable {
    /// Bytes of the files that loading everything reads as YAML.
    public fileprivate(set) var yaml = 0
    /// Bytes of the example questions and of the words that count as one.
    public fileprivate(set) var questions = 0
    public fileprivate(set) var files = 0
  }

  /// What stands in the way of making it.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  private let source: String
  private let organisations: Int
  private let topics: Int
  private var size = Size()

  /// Takes the folder to copy, and how many times to have each organisation and each topic.
  public init(of source: String, organisations: Int, topics: Int) {
    self.source = source
    self.organisations = organisations
    self.topics = topics
  }

  /// Writes the files into a folder that does not exist yet, and answers their size.
  public mutating func write(to folder: String) throws -> Size {
    size = Size()
    try make(folder)
    for name in try names(in: source) {
      let path = "\(source)/\(name)"
      switch name {
      case "facts.yaml":
        try writeYAML(grownFacts(try bytes(of: path)), to: "\(folder)/\(name)")
      case "topics.yaml":
        try writeYAML(grownTopics(try bytes(of: path)), to: "\(folder)/\(name)")
      case "invariants.yaml": try writeYAML(try bytes(of: path), to: "\(folder)/\(name)")
      case "words.yaml": try writeQuestions(try bytes(of: path), to: "\(folder)/\(name)")
      case "questions": try writeAllQuestions(from: path, to: "\(folder)/\(name)")
      case _ where exists("\(path)/organisation.yaml"):
        try writeCopies(of: name, to: folder)
      default: break
      }
    }
    return size
  }

  /// The name of a copy; the first keeps the name that ships.
  public static func name(_ id: String, copy: Int) -> String { copy == 0 ? id : "\(id)-\(copy)" }

  // MARK: - Facts, topics and questions

  private func grownFacts(_ original: [UInt8]) throws -> [UInt8] {
    let tree = try tree(original, "facts.yaml")
    let copies = (topics + Self.topicsSharingFacts - 1) / Self.topicsSharingFacts
    return original + grown(copies) { tree.ofFacts(copy: $0) }
  }

  private func grownTopics(_ original: [UInt8]) throws -> [UInt8] {
    let tree = try tree(original, "topics.yaml")
    return original + grown(topics) { tree.ofTopics(copy: $0) }
  }

  private func grown(_ copies: Int, _ copy: (Int) -> YAMLNode) -> [UInt8] {
    var text = "\n"
    for number in 1..<max(copies, 1) { YAMLText.append(copy(number), to: &text) }
    return Array(text.utf8)
  }

  private mutating func writeAllQuestions(from path: String, to folder: String) throws {
    try make(folder)
    for name in try names(in: path) {
      let original = try bytes(of: "\(path)/\(name)")
      try writeQuestions(original, to: "\(folder)/\(name)")
      // What people ask beside all topics is no topic.
      guard name.hasSuffix(".txt"), name != "elsewhere.txt" else { continue }
      for copy in 1..<max(topics, 1) {
        let topic = Self.name(String(name.dropLast(4)), copy: copy)
        try writeQuestions(
          MadeUpWords(copy: copy).replacingLines(of: original), to: "\(folder)/\(topic).txt")
      }
    }
  }

  // MARK: - Organisations

  private mutating func writeCopies(of id: String, to folder: String) throws {
    let head = try tree(try bytes(of: "\(source)/\(id)/organisation.yaml"), "organisation.yaml")
    let documents = Set(head.entry("documents")?.keys ?? [])
    var files: [(name: String, bytes: [UInt8])] = []
    for name in try names(in: "\(source)/\(id)")
    where name.hasSuffix(".yaml") && documents.contains(stem(name)) {
      let original = try bytes(of: "\(source)/\(id)/\(name)")
      for copy in 0..<topics {
        files.append((Self.name(stem(name), copy: copy) + ".yaml", original))
      }
    }
    for name in try names(in: "\(source)/\(id)/rules") {
      let original = try bytes(of: "\(source)/\(id)/rules/\(name)")
      let tree = try tree(original, name)
      files.append(("rules/\(name)", original))
      for copy in 1..<max(topics, 1) {
        var text = ""
        YAMLText.append(tree.ofRules(copy: copy, citing: documents), to: &text)
        files.append(
          ("rules/\(Self.name(stem(name), copy: copy)).yaml", Array(text.utf8)))
      }
    }
    let first = "\(folder)/\(id)"
    for copy in 0..<organisations {
      let folder = "\(folder)/\(Self.name(id, copy: copy))"
      try make("\(folder)/rules")
      var text = ""
      YAMLText.append(head.ofOrganisation(copy: copy, topics: topics), to: &text)
      try writeYAML(Array(text.utf8), to: "\(folder)/organisation.yaml")
      for file in files {
        try writeYAML(
          file.bytes, to: "\(folder)/\(file.name)",
          sameAs: copy == 0 ? nil : "\(first)/\(file.name)")
      }
    }
  }

  private func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  // MARK: - Files

  private func tree(_ bytes: [UInt8], _ name: String) throws -> YAMLNode {
    guard let root = YAMLReader.read(bytes, file: name).root else {
      throw Fault(description: "'\(name)' of '\(source)' cannot be read")
    }
    return root
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Writes a file, or links it to one with the same bytes, which takes no room.
  private mutating func writeYAML(
    _ bytes: [UInt8], to path: String, sameAs other: String? = nil
  ) throws {
    if let other {
      try FileManager.default.linkItem(atPath: other, toPath: path)
    } else {
      try Data(bytes).write(to: URL(filePath: path))
    }
    size.yaml += bytes.count
    size.files += 1
  }

  private mutating func writeQuestions(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
    size.questions += bytes.count
    size.files += 1
  }
}
