import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Showing the case to others, and under the documents of others.
@Suite struct SharingTests {
  private func shown(_ line: String, after lines: [String]) throws -> String {
    var state = try ShippedKnowledge.state(organisation: "nottinghamshire", after: lines)
    return PageRenderer(width: 40).render(state.handle(line).page)
  }

  @Test func aHandoffFitsTheWindow() throws {
    let text = try shown("handoff", after: ["friend-request", "2"])
    #expect(text.hasPrefix("Subject: Friend, follow and connection\nrequests (verdict: no)\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 40 })
    #expect(text.contains("\nQuestion to you:"))
  }

  @Test func aHandoffCanBeMarkdown() throws {
    let text = try shown("handoff markdown", after: ["friend-request", "2"])
    #expect(text.hasPrefix("# Friend, follow and connection requests"))
  }

  @Test func theSameCaseIsShownUnderEveryOrganisation() throws {
    let text = try shown("compare", after: ["friend-request", "2"])
    for name in ["Nottinghamshire", "Swansea", "Woking"] { #expect(text.contains(name)) }
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 40 })
  }

  @Test(arguments: ["handoff", "compare", "handoff wombat"])
  func withoutATopicThereIsNothingToShare(_ line: String) throws {
    #expect(try shown(line, after: []).contains("No question is open"))
  }

  @Test func anUnknownFormatIsToldPolitely() throws {
    #expect(
      try shown("handoff wombat", after: ["friend-request"]).contains("Type handoff for plain text")
    )
  }
}
