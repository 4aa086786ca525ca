import DecisionEngine
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Several matters in one dialogue.
@Suite struct MattersTests {
  private func state(after lines: [String], in organisation: String = "nottinghamshire") throws
    -> ShellState
  {
    try ShippedKnowledge.state(organisation: organisation, after: lines)
  }

  private func shown(_ state: ShellState) -> String { PageRenderer().render(state.current) }

  @Test func aFurtherMatterWaitsForItsTurnWhileSomethingIsAsked() throws {
    let waiting = try state(after: ["friend-request", "also posted-by-mistake"])
    #expect(waiting.queue.map(\.topic.id) == ["posted-by-mistake"])
    guard case .asking(let first) = waiting.situation else {
      Issue.record("nothing is asked")
      return
    }
    #expect(first.id == "requester")
    let next = try state(after: ["friend-request", "also posted-by-mistake", "2"])
    #expect(next.table?.topic.id == "posted-by-mistake")
    #expect(next.answered.map(\.table.topic.id) == ["friend-request"])
  }

  @Test func theStrictestComesFirstAndEachKeepsItsOwnClauses() throws {
    let both = try state(after: ["friend-request", "2", "also posted-by-mistake", "1", "no"])
    let text = shown(both)
    #expect(text.hasPrefix("2 matters · Nottinghamshire County Council"))
    let act = try #require(text.firstRange(of: "ACT  Raise it promptly")).lowerBound
    let no = try #require(text.firstRange(of: "NO  Do not accept")).lowerBound
    #expect(act < no)
    #expect(text.contains("[guidelines 12.4, 25.12]"))
    #expect(text.ranges(of: "Whom to go to").count == 1)
    #expect(text.ranges(of: "What to do").count == 1)
    #expect(text.ranges(of: "•  Line manager:").count == 1)
  }

  @Test func whatTwoMattersShareIsAskedOnce() throws {
    let lines = ["personal-post", "confidential", "also complain-about-work"]
    let second = try state(after: lines, in: "woking")
    #expect(second.replies["content"] == .options(["confidential"]))
    if case .asking(let fact) = second.situation { #expect(fact.id != "content") }
  }

  @Test func aNewTopicBeginsAlone() throws {
    let alone = try state(after: [
      "friend-request", "2", "also posted-by-mistake", "1", "no", "new",
    ])
    #expect(alone.answered.isEmpty)
    let other = try state(after: ["friend-request", "2", "posted-by-mistake", "1", "no"])
    #expect(other.answered.isEmpty)
  }

  @Test func undoTakesAFurtherMatterBack() throws {
    let before = try state(after: ["friend-request", "2"])
    let after = try state(after: ["friend-request", "2", "also posted-by-mistake", "undo"])
    #expect(after.answered.isEmpty)
    #expect(shown(after) == shown(before))
  }

  @Test func aFurtherMatterCanBeASentenceWithItsFacts() throws {
    var state = try state(after: ["friend-request", "2"])
    let page = shown(&state, "also can I post a photo of a child?")
    #expect(page.contains("I understood: Pictures of people"))
    #expect(page.contains("A child (“of a child”)"))
    #expect(state.answered.map(\.table.topic.id) == ["friend-request"])
    #expect(state.table?.topic.id == "photos-of-people")
    #expect(state.replies["shown"] == .options(["child"]))
  }

  @Test func aSentenceWaitsWithItsFactsWhileSomethingIsAsked() throws {
    var state = try state(after: ["friend-request", "also can I post a photo of a child?"])
    #expect(state.queue.map(\.topic.id) == ["photos-of-people"])
    _ = state.handle("2")
    #expect(state.table?.topic.id == "photos-of-people")
    #expect(state.replies["shown"] == .options(["child"]))
  }

  @Test(arguments: ["also", "also friend-request", "also wombat", "also ?!"])
  func whatCannotBeAddedIsSaidPolitely(_ line: String) throws {
    var state = try state(after: ["friend-request"])
    let reply = state.handle(line)
    #expect(!reply.page.isEmpty)
    #expect(state.queue.isEmpty)
  }

  private func shown(_ state: inout ShellState, _ line: String) -> String {
    PageRenderer(width: 100).render(state.handle(line).page)
  }
}
