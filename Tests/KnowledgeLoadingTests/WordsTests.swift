import Diagnostics
import FoundationEssentials
import KnowledgeLoading
import PolicyModel
import Testing

/// The file of how people ask, and what can be wrong with it.
@Suite struct WordsTests {
  private static let good = """
    synonyms:
      client: [client, tenant]
    topics:
      friend-request:
        cues: |
          befriend
        questions: |
          Can I accept: a friend's request? #1
          "may" I
      photos:
        questions: |
          Can I post a picture?
    elsewhere: |
      How do I book leave?
    """

  /// What comes of loading the words below the fixture's topics.
  private func load(
    _ text: String, facts: String? = nil
  ) throws -> (words: Words?, report: [String]) {
    var set = try KnowledgeSet.valid()
    set.files["words.yaml"] = Array(text.utf8)
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
    #expect(first.cues == "befriend\n")
    #expect(first.questions == "Can I accept: a friend's request? #1\n\"may\" I\n")
    #expect(words?.synonyms.first?.words == ["client", "tenant"])
    #expect(words?.elsewhere == "How do I book leave?")
  }

  @Test(arguments: [
    ("friend-request:", "freind-request:", ["words.yaml:4:3 K005"]),
    ("  photos:\n    questions: |\n      Can I post a picture?\n", "", ["words.yaml:1:1 W001"]),
    (
      "questions: |\n      Can I post", "question: |\n      Can I post",
      ["words.yaml:11:5 Y011", "words.yaml:11:5 Y012"]
    ),
    ("[client, tenant]", "{client: tenant}", ["words.yaml:2:11 Y010"]),
    ("topics:", "topcis:", ["words.yaml:1:1 Y011", "words.yaml:3:1 Y012"]),
    ("client: [", "Client x: [", ["words.yaml:2:3 K007"]),
  ]) func faultsAreNamedWhereTheyStand(_ old: String, _ new: String, _ expected: [String]) throws {
    let (words, report) = try load(Self.good.replacing(old, with: new))
    #expect(report.sorted() == expected.sorted())
    #expect((words != nil) == expected.allSatisfy { $0.hasSuffix("W001") })
  }

  @Test func aGroupThatAPhraseNamesMustExist() throws {
    let facts = """

      who:
        question: Who is it?
        kind: one
        options:
          client: { label: A client, heard-as: "<client>, a <clinet> of ours" }
          other: { label: Another }
      """
    let (words, report) = try load(Self.good, facts: facts)
    #expect(words == nil)
    #expect(report.count == 1)
    #expect(report[0].hasPrefix("facts.yaml:") && report[0].hasSuffix(" K005"))
  }

  @Test func withoutAFileThereAreNoWords() throws {
    let folder = TemporaryFolder()
    try KnowledgeSet.valid().write(to: folder.path)
    let (words, diagnostics) = KnowledgeLoader.loadWords(folder: folder.path)
    #expect(words == nil)
    #expect(diagnostics.map(\.code) == [.missingFile])
  }
}
