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

  @Test func everythingIsReadForAnOrganisationThatIsNotThere() throws {
    let whole = try load(.everything)
    let topic = try #require(whole.topics.first)
    #expect(try load(.only(topic.id, of: "nowhere")).organisations == whole.organisations)
  }
}
