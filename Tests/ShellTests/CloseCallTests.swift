import DecisionEngine
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// A question that may be about any of a few topics.
@Suite struct CloseCallTests {
  private static let sentence = "a photo of a child at the club"

  /// A dialogue that asks which of two topics is meant, or three.
  private func state(
    of topics: [Identifier<Topic>] = ["personal-post", "photos-of-people"]
  ) throws -> ShellState {
    var state = try ShippedKnowledge.state(organisation: "nottinghamshire")
    state.situation = .choosingTopic(
      .init(
        numbered: topics.compactMap { state.knowledge[topic: $0] }, sentence: Self.sentence,
        words: ["photos-of-people": ["photo", "child"]]))
    return state
  }

  private func shown(_ state: inout ShellState, _ line: String) -> String {
    PageRenderer(width: 100).render(state.handle(line).page)
  }

  @Test(arguments: [
    "2", "the second one", "second", "number 2", "two", "pictures of people", "photos-of-people",
    "pictures", "the pictures one",
  ]) func whicheverWayATopicIsChosenTheSentenceCounts(_ line: String) throws {
    var state = try state()
    let page = shown(&state, line)
    #expect(state.table?.topic.id == "photos-of-people")
    #expect(page.contains("A child (“photo of a child”)"))
  }

  @Test func theSentenceCountsForATopicFromTheListToo() throws {
    var state = try state(of: ["personal-post", "friend-request"])
    _ = state.handle("topics")
    let index = try #require(state.knowledge.topics.firstIndex { $0.id == "photos-of-people" })
    #expect(shown(&state, "\(index + 1)").contains("A child (“photo of a child”)"))
  }

  @Test(arguments: ["not sure", "no", "neither", "none", "none of these", "something else"])
  func whoMeansNoneOfThemSeesAllTopics(_ line: String) throws {
    var state = try state()
    let page = shown(&state, line)
    #expect(page.contains("If it is neither “"))
    #expect(page.contains("28  "))
    _ = state.handle("undo")
    #expect(shown(&state, "").contains("Which of these do you mean?"))
  }

  @Test(arguments: ["3", "0", "17", "1, 3"]) func aNumberBeyondThemKeepsTheChoice(
    _ line: String
  ) throws {
    var state = try state()
    #expect(shown(&state, line).contains("There are only 2 here. Type 1 or 2"))
    _ = state.handle("2")
    #expect(state.table?.topic.id == "photos-of-people")
  }

  @Test func whyTellsWhyItIsAsked() throws {
    var state = try state()
    let page = shown(&state, "why")
    #expect(page.contains("fits each of these about as well"))
    #expect(page.contains("“photo”, “child”"))
  }

  @Test(arguments: ["both", "1,2", "1 and 2", "all of them", "the first and the second"])
  func whoMeansBothIsAskedOneAfterTheOther(_ line: String) throws {
    var state = try state()
    let page = shown(&state, line)
    #expect(page.contains("You also ask about: Pictures of people"))
    #expect(state.table?.topic.id == "personal-post")
    #expect(state.queue.map(\.topic.id) == ["photos-of-people"])
    #expect(state.queue.map(\.sentence) == [Self.sentence])
  }

  @Test(arguments: ["both", "1 or 2", "the first or the second"])
  func whoNamesSomeOfThreeIsAskedWhich(_ line: String) throws {
    var state = try state(of: ["personal-post", "photos-of-people", "press-enquiry"])
    let before = state.situation
    #expect(shown(&state, line).contains("Which of them?"))
    #expect(state.situation == before)
  }

  @Test func aNewQuestionIsStillOne() throws {
    var state = try state()
    _ = state.handle("a journalist has rung me about my post, may I talk to her?")
    #expect(state.table?.topic.id == "press-enquiry")
  }
}
