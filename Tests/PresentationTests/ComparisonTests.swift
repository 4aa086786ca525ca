import Goldens
import PolicyModel
import Testing

@testable import Presentation

@Suite struct ComparisonTests {
  private func text(
    _ replies: [Identifier<Fact>: Reply], _ topic: Identifier<Topic> = "friend-request",
    own: Identifier<Organisation>, width: Int = 80
  ) throws -> String {
    let view = ComparisonView(
      replies, topic: topic, own: own, knowledge: try HandoffTests.knowledge())
    return PageRenderer(width: width).render(view.page)
  }

  @Test(arguments: [80, 40])
  func theComparisonReadsAsItWasAccepted(_ width: Int) throws {
    let text = try text(
      ["requester": .options(["service-user-relative"])], own: "nottinghamshire", width: width)
    try Golden().expect(text, equals: "comparison-\(width).txt")
  }

  @Test func whoeverSaysTheSameIsNamedInOneLine() throws {
    let text = try text(["requester": .options(["colleague"])], own: "unnamed", width: 100)
    #expect(text.contains("A council that its document does not name (yours)\n  NOT COVERED  "))
    #expect(text.contains("\nThe same verdict: Woking Borough Council\n"))
    #expect(text.contains("Nottinghamshire County Council\n  YES, IF  Nothing forbids"))
  }

  @Test func theOwnOrganisationStandsFirstWhateverTheTopic() throws {
    let knowledge = try HandoffTests.knowledge()
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        let text = try text([:], topic.id, own: organisation.id, width: 40)
        let blocks = text.split(separator: "\n\n")
        #expect(blocks.count > 2)
        #expect(blocks[1].contains("(yours)"), "\(topic.id)")
        for line in text.split(separator: "\n") { #expect(line.count < 40, "\(line)") }
      }
    }
  }

  @Test func anUnknownTopicShowsNothing() throws {
    #expect(try text([:], "astrology", own: "woking") == "")
  }
}
