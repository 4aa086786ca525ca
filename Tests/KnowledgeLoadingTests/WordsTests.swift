import Diagnostics
import FoundationEssentials
import KnowledgeLoading
import PolicyModel
import Testing

/// The file of how people ask, and what can be wrong with it.
@Suite struct WordsTests {
  private static let good = [
    "words.yaml": """
    synonyms:
      client: [client, tenant]
    """,
    "questions/friend-request.txt": """
    # Tell-tale words.
    befriend

    Can I accept: a friend's request? #1
    "may" I
    """,
    "questions/photos.txt": "Can I post a picture?\n",
    "questions/elsewhere.txt": "How do I book leave?",
  ]

  /// What comes of loading the words beside the fixture's topics.
  private func load(
    _ files: [String: String], facts: String? = nil
  ) throws -> (words: Words?, report: [String]) {
    var set = try KnowledgeSet.valid()
    for (name, text) in files { set.files[name] = Array(text.utf8) }
    if let facts { set.files["facts.yaml", default: []] += Array(facts.utf8) }
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    let knowledge = try #require(KnowledgeLoader.load(folder: folder.path).knowledge)
    let (words, diagnostics) = KnowledgeLoader.loadWords(
      folder: folder.path, checkingAgainst: knowledge)
    return (
      words,
      diagnostics.map {
        let name = $0.location.file.dropFirst(folder.path.count + 1)
        let position = $0.location.position
        return "\(name):\(position.line):\(position.column) \($0.code.rawValue)"
      }
    )
  }

  @Test func questionsNeedNoQuoting() throws {
    let (words, report) = try load(Self.good)
    #expect(report.isEmpty)
    let first = try #require(words?.questions.first)
    #expect(first.topic == "friend-request")
    #expect(
      first.examples.texts == ["befriend", "Can I accept: a friend's request? #1", "\"may\" I"])
    #expect(words?.synonyms.first?.words == ["client", "tenant"])
    #expect(words?.elsewhere.texts == ["How do I book leave?"])
  }

  /// A file with another text, or without one, and what is said of it.
  @Test(arguments: [
    ("questions/photos.txt", nil, ["questions/photos.txt:1:1 W001"]),
    ("questions/photos.txt", "# Nothing but this.\n\n", ["questions/photos.txt:1:1 W001"]),
    ("questions/photo.txt", "a picture", ["questions/photo.txt:1:1 K005"]),
    ("questions/photos.md", "a picture", ["questions/photos.md:1:1 K004"]),
    ("words.yaml", "synonyms:\n  client: {a: b}", ["words.yaml:2:11 Y010"]),
    ("words.yaml", "topics: 1", ["words.yaml:1:1 Y012"]),
    ("words.yaml", "synonyms:\n  Client x: [a]", ["words.yaml:2:3 K007"]),
  ]) func faultsAreNamedWhereTheyStand(
    _ name: String, _ text: String?, _ expected: [String]
  ) throws {
    var files = Self.good
    files[name] = text
    let (words, report) = try load(files)
    #expect(report == expected)
    let isUsable = expected.allSatisfy { $0.hasSuffix("W001") || $0.hasSuffix("K004") }
    #expect((words != nil) == isUsable)
  }

  @Test func whatIsNoTextIsReported() throws {
    var set = try KnowledgeSet.valid()
    for (name, text) in Self.good { set.files[name] = Array(text.utf8) }
    set.files["questions/photos.txt"] = Array("a picture\n caf".utf8) + [0xE9, 0x0A]
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    let knowledge = try #require(KnowledgeLoader.load(folder: folder.path).knowledge)
    let (_, diagnostics) = KnowledgeLoader.loadWords(
      folder: folder.path, checkingAgainst: knowledge)
    #expect(diagnostics.map(\.code) == [.invalidUTF8])
    #expect(diagnostics.first?.location.position == SourcePosition(line: 2, column: 5))
  }

  @Test(arguments: ["\0", "\u{1B}", "\u{7F}"]) func whatCannotBeSeenIsReported(_ sign: String)
    throws
  {
    var files = Self.good
    files["questions/photos.txt"] = "a picture\nof\ta \(sign)\n"
    #expect(try load(files).report == ["questions/photos.txt:2:6 Y002"])
  }

  /// A fact with a phrase that names a group.
  private static func facts(naming group: String) -> String {
    """

    who:
      question: Who is it?
      kind: one
      options:
        client: { label: A client, heard-as: "<client>, a <\(group)> of ours" }
        other: { label: Another }
    """
  }

  @Test func aGroupThatAPhraseNamesMustExist() throws {
    let (words, report) = try load(Self.good, facts: Self.facts(naming: "clinet"))
    #expect(words == nil)
    #expect(report.count == 1)
    #expect(report[0].hasPrefix("facts.yaml:") && report[0].hasSuffix(" K005"))
  }

  /// What a group is missing from may be what could not be read.
  @Test func aMisspeltFieldBringsNoMissingGroups() throws {
    var files = Self.good
    files["words.yaml", default: ""] += "\ngroup:\n  family: [mum, dad]\n"
    #expect(try load(files, facts: Self.facts(naming: "family")).report == ["words.yaml:3:1 Y012"])
  }

  @Test func withoutAFileThereAreNoWords() throws {
    let folder = TemporaryFolder()
    try KnowledgeSet.valid().write(to: folder.path)
    let (words, diagnostics) = KnowledgeLoader.loadWords(folder: folder.path)
    #expect(words == nil)
    #expect(diagnostics.map(\.code) == [.missingFile, .missingFile])
  }
}
