import PolicyModel
import Testing

@testable import QuestionRouting

@Suite struct KnowledgeSearchTests {
  static let knowledge: Knowledge = {
    func clause(_ id: String, _ gist: String) -> (Identifier<Clause>, Clause) {
      (
        Identifier(id),
        Clause(id: Identifier(id), label: id, kind: "duty", force: .must, gist: gist, anchor: "x")
      )
    }
    func organisation(_ id: String, _ clauses: [(Identifier<Clause>, Clause)]) -> Organisation {
      Organisation(
        id: Identifier(id), name: id,
        documents: [
          Document(
            id: "policy", title: "Policy", clauses: Dictionary(uniqueKeysWithValues: clauses))
        ], contacts: [], fallbacks: [], rules: [:])
    }
    return Knowledge(
      facts: [],
      topics: [
        Topic(id: "photos", title: "Photographs of people", facts: []),
        Topic(id: "posts", title: "Posting on my own account", facts: []),
      ],
      organisations: [
        organisation(
          "one",
          [
            clause("7.2", "Photographs need written consent."),
            clause("7.10", "Posts need thought, and so does consent."),
            clause("8", "Stopped accounts are deleted."),
          ]),
        organisation("two", [clause("1", "Photographs may be published with consent.")]),
      ])
  }()

  private func found(_ words: String, in organisation: Identifier<Organisation>? = nil) -> [String]
  {
    KnowledgeSearch(Self.knowledge, of: organisation).hits(for: words).map { hit in
      switch hit {
      case .topic(let topic): topic.id.text
      case .clause(_, let citation, let organisation): "\(organisation.id) \(citation.clause)"
      }
    }
  }

  @Test func whatHasMoreOfTheWordsComesFirst() {
    #expect(found("written consent for a photograph").first == "one 7.2")
    #expect(found("photos") == ["photos", "one 7.2", "two 1"].filter { _ in true })
  }

  @Test func endingsDoNotMatter() {
    #expect(found("posting") == found("posts"))
    #expect(found("stopping an account").first == "one 8")
  }

  @Test func anOrganisationsOwnClausesCanBeAskedForAlone() {
    #expect(found("consent", in: "two") == ["two 1"])
    #expect(found("consent") == ["one 7.2", "one 7.10", "two 1"])
  }

  @Test(arguments: ["", "the of and", "zzzz", "?!"])
  func wordsThatSayNothingFindNothing(_ words: String) {
    #expect(found(words).isEmpty)
  }
}
