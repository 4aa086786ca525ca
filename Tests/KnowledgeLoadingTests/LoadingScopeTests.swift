import Diagnostics
import FoundationEssentials
import PolicyModel
import Testing

@testable import KnowledgeLoading

/// Loading what one topic of one organisation needs.
@Suite struct LoadingScopeTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/Valid").path

  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Knowledge").path

  private func load(_ scope: LoadingScope, _ other: String? = nil) throws -> Knowledge {
    let loaded = KnowledgeLoader.load(folder: other ?? folder, scope: scope)
    #expect(loaded.diagnostics.isEmpty)
    return try #require(loaded.knowledge)
  }

  @Test(arguments: [nil, shipped]) func whatOneTopicNeedsIsTheSameAsInTheWhole(
    _ folder: String?
  ) throws {
    let whole = try load(.everything, folder)
    for organisation in whole.organisations {
      for (topic, rules) in organisation.rules {
        let part = try load(.only(topic, of: organisation.id), folder)
        #expect(part.organisations.map(\.id) == [organisation.id])
        #expect(part.organisations.first?.rules == [topic: rules])
        // Of clauses that nothing here cites the ids are known.
        let clauses = part.organisations.first?.documents.map { Set($0.clauses.keys) }
        #expect(clauses == organisation.documents.map { Set($0.clauses.keys) })
        let advice = rules.rules.map(\.advice) + [rules.otherwise]
        let cited =
          advice.flatMap(\.allCitations) + organisation.fallbacks.flatMap(\.citations)
          + organisation.contacts.flatMap(\.citations)
        for citation in cited {
          #expect(part.organisations.first?[clause: citation] == organisation[clause: citation])
        }
        for fact in whole[topic: topic]?.facts ?? [] {
          #expect(part[fact: fact] == whole[fact: fact])
        }
        #expect(part.facts.map(\.id) == whole.facts.map(\.id))
        #expect(part[topic: topic] == whole[topic: topic])
        #expect(part.topics.map(\.id) == whole.topics.map(\.id))
      }
    }
  }

  @Test func factsThatAreGivenAreReadToo() throws {
    let whole = try load(.everything)
    let organisation = try #require(whole.organisations.first)
    let topic = try #require(whole.topics.first)
    for fact in whole.facts {
      let scope = LoadingScope.only(topic.id, of: organisation.id, given: [fact.id.text])
      #expect(try load(scope)[fact: fact.id] == fact)
    }
  }

  @Test(arguments: [
    ("friend-request", "  title: Friend requests", "  tilte: Friend requests", 2),
    ("photos", "  title: Friend requests", "  tilte: Friend requests", 0),
    ("friend-request", "- conflict-free", "- conflict-fre", 1),
    ("photos", "- conflict-free", "- conflict-fre", 0),
    ("photos", "  title: Photos", "  title: [Photos", 1),
    ("friend-request", "photos:", "photos", 1),
  ])
  func aFaultOfATopicIsFoundWhereTheTopicIsNeeded(
    _ topic: String, _ text: String, _ fault: String, _ count: Int
  ) throws {
    var set = try KnowledgeSet.valid()
    let topics = String(decoding: set.files["topics.yaml"] ?? [], as: UTF8.self)
    #expect(topics.contains(text))
    set.files["topics.yaml"] = Array(topics.replacing(text, with: fault).utf8)
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    func found(_ scope: LoadingScope) -> [Diagnostic] {
      KnowledgeLoader.load(folder: folder.path, scope: scope).diagnostics
        .filter { $0.location.file.hasSuffix("/topics.yaml") }
    }
    let needed = found(.only(Identifier(topic), of: "woking"))
    #expect(needed.count == count)
    #expect(needed.isEmpty || needed == found(.everything))
  }

  @Test func everythingIsReadForAnOrganisationThatIsNotThere() throws {
    let whole = try load(.everything)
    let topic = try #require(whole.topics.first)
    #expect(try load(.only(topic.id, of: "nowhere")).organisations == whole.organisations)
  }
}
