import DecisionEngine
import KnowledgeLoading
import PolicyModel
import Testing

/// What one organisation of the shipped knowledge says on one topic.
struct ShippedTopic: Sendable, CustomTestStringConvertible {
  let organisation: Identifier<Organisation>
  let topic: Identifier<Topic>

  var testDescription: String { "\(organisation) \(topic)" }

  /// The shipped knowledge as it loads, with all that is wrong with it.
  static let loaded = KnowledgeLoader.load(folder: folder)

  /// Every topic that an organisation has rules for; none if the knowledge does not load.
  static let all: [ShippedTopic] = (loaded.knowledge?.organisations ?? []).flatMap { organisation in
    organisation.rules.keys.sorted().map {
      ShippedTopic(organisation: organisation.id, topic: $0)
    }
  }

  static var folder: String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast(3) + ["Knowledge"]).joined(separator: "/")
  }

  static func knowledge() throws -> Knowledge { try #require(loaded.knowledge) }

  func table() throws -> DecisionTable {
    let knowledge = try Self.knowledge()
    return try #require(DecisionTable(knowledge, organisation: organisation, topic: topic))
  }

  func facts() throws -> [Fact] { try Self.knowledge().facts }
}

@Suite struct ShippedTopicTests {
  @Test func theShippedKnowledgeLoadsWithoutADiagnostic() {
    for found in ShippedTopic.loaded.diagnostics {
      Issue.record("\(found)")
    }
    #expect(ShippedTopic.loaded.knowledge != nil)
  }

  /// Without it, tests that run for every topic would pass where there is none.
  @Test func fourOrganisationsHaveRulesOnEveryTopic() throws {
    let topics = Dictionary(grouping: ShippedTopic.all, by: \.organisation).mapValues(\.count)
    #expect(topics.count == 4)
    #expect(try ShippedTopic.knowledge().topics.count == 28)
    #expect(topics.values.allSatisfy { $0 == 28 }, "\(topics)")
  }
}
