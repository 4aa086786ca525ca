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
    #expect(page.contains("A child (“photo of a child”)"))
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

  // MARK: - Two matters in one sentence

  private static let tenantAndPicture =
    "one of my tenants added me, and may I post a picture of a colleague?"

  @Test func eachMatterHearsItsFactsInItsOwnPart() throws {
    let first = try state(after: [Self.tenantAndPicture])
    #expect(first.table?.topic.id == "photos-of-people")
    #expect(first.replies["shown"] == .options(["colleague"]))
    let both = try state(after: [Self.tenantAndPicture, "2", "5", "no", "no"])
    #expect(both.replies["requester"] == .options(["service-user"]))
    #expect(both.answered.map(\.table.topic.id) == ["photos-of-people"])
    guard case .answered = both.situation else {
      Issue.record("the requester was stated, and is asked")
      return
    }
    #expect(both.answered.map(\.sentence) == ["may I post a picture of a colleague?"])
    #expect(both.sentence == "one of my tenants added me")
  }

  @Test func aNewQuestionInTheMiddleLeavesTheOthersWaiting() throws {
    var state = try state(after: [Self.tenantAndPicture])
    let page = shown(&state, "a journalist phoned me")
    #expect(page.contains("I took that as a new question."))
    #expect(page.contains("comes afterwards: “Pictures of people” and “Friend"))
    #expect(page.contains("ASK FIRST  You should get advice"))
    #expect(page.contains("Is it for the council or private?"))
    #expect(state.table?.topic.id == "photos-of-people")
    for line in ["2", "5", "no", "no"] { _ = state.handle(line) }
    #expect(state.answered.map(\.table.topic.id) == ["press-enquiry", "photos-of-people"])
    #expect(state.table?.topic.id == "friend-request")
  }

  @Test func whatWasSaidOfAnInterruptedTopicIsKept() throws {
    let lines = [Self.tenantAndPicture, "2", "change 1", "a child"]
    let before = try state(after: lines)
    #expect(before.replies["shown"] == .options(["child"]))
    let after = try state(after: lines + ["a journalist phoned me"])
    #expect(after.table?.topic.id == "photos-of-people")
    for fact in ["shown", "capacity"] as [Identifier<Fact>] {
      #expect(after.replies[fact] == before.replies[fact])
    }
  }

  @Test(arguments: ["a client has added me, can I accept?", "friend-request"])
  func aWaitingTopicThatIsAskedAgainComesOnce(_ line: String) throws {
    let state = try state(after: [Self.tenantAndPicture, line])
    let present = try #require(state.table?.topic.id)
    let open = state.answered.map(\.table.topic.id) + [present] + state.queue.map(\.topic.id)
    #expect(open.sorted() == ["friend-request", "photos-of-people"])
  }

  @Test func aSingleQuestionStillGivesWay() throws {
    let other = try state(after: ["posted-by-mistake", "a journalist phoned me"])
    #expect(other.answered.isEmpty && other.queue.isEmpty)
  }

  // MARK: - Commands at several matters

  private static let both = ["friend-request", "2", "also posted-by-mistake", "1", "no"]

  @Test func theRepliesToAllMattersCanBeSeenAndChanged() throws {
    var state = try state(after: Self.both)
    let answers = shown(&state, "answers")
    #expect(answers.contains("1  Who is the other person?"))
    #expect(answers.contains("3  Could the council's good name suffer"))
    let page = shown(&state, "change 1")
    #expect(page.contains("Who is the other person?"))
    let changed = shown(&state, "5")
    #expect(changed.contains("The verdict was NO and is now YES, IF."))
    #expect(changed.contains("2 matters"))
    #expect(changed.contains("ACT  "))
    _ = state.handle("undo")
    #expect(state.answered.map(\.table.topic.id) == ["friend-request"])
    #expect(shown(&state, "").contains("NO  "))
  }

  @Test(arguments: [
    LineCase(line: "what if requester = colleague", says: "YES, IF  "),
    LineCase(line: "what if 1 = colleague", says: "YES, IF  "),
    LineCase(line: "what if 3 = yes", says: "ACT  "),
    LineCase(line: "what if wombat = yes", says: "The facts here are requester, "),
    LineCase(line: "why", says: "Do not accept or send this request"),
    LineCase(line: "why", says: "Raise it promptly with your line manager"),
    LineCase(line: "handoff", says: "mistake, or told to take it down (verdict: act)"),
    LineCase(
      line: "handoff", says: "Subject: Friend, follow and connection requests (verdict: no)"),
    LineCase(line: "handoff markdown", says: "# Friend, follow and connection requests"),
    LineCase(line: "repeat", says: "why not, compare and the numbers of cite are about “Posted by"),
  ]) func aCommandAtSeveralMattersIsAboutAll(_ one: LineCase) throws {
    var state = try state(after: Self.both)
    let before = state
    #expect(shown(&state, one.line).contains(one.says))
    #expect(state.situation == before.situation)
    #expect(state.replies == before.replies)
  }

  @Test func eachMatterHasItsCaseCode() throws {
    let text = shown(try state(after: Self.both))
    let codes = text.matches(of: #/Case code ([0-9A-Z*~$=-]+)/#).map { String($0.1) }
    #expect(codes.count == 2)
    let opened = try codes.map { try state(after: ["open \($0)"]).table?.topic.id }
    #expect(opened == ["posted-by-mistake", "friend-request"])
  }

  @Test func aChangedReplyThatTwoMattersShareCountsForBoth() throws {
    let lines = ["personal-post", "confidential", "no", "no", "also complain-about-work"]
    var state = try state(after: lines, in: "woking")
    for _ in 0..<12 {
      if case .answered = state.situation { break }
      _ = state.handle("not sure")
    }
    #expect(state.answered.count == 1)
    let shared = try #require(state.said.firstIndex { $0.fact.id == "content" })
    #expect(state.said.count { $0.fact.id == "content" } == 1)
    for line in ["change \(shared + 1)", "swearing"] { _ = state.handle(line) }
    for _ in 0..<12 {
      if case .answered = state.situation { break }
      _ = state.handle("not sure")
    }
    #expect(state.answered.count == 1)
    #expect(state.said.filter { $0.fact.id == "content" }.map(\.reply) == [.options(["swearing"])])
  }

  private func shown(_ state: inout ShellState, _ line: String) -> String {
    PageRenderer(width: 100).render(state.handle(line).page)
  }
}
