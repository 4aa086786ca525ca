import DecisionEngine
import KnowledgeLoading
import PolicyModel
import Presentation
import QuestionRouting
import Scenarios
import Synchronization
import Testing

@testable import Shell

/// Dialogues that begin with an outline of the knowledge and bring the rest when they need it.
@Suite struct BringingTests {
  /// The shipped knowledge in parts, with a list of those that were asked for.
  private final class Library: Sendable {
    private let asked = Mutex<[KnowledgePart]>([])
    private let faulty: Set<KnowledgePart>

    /// Some parts are taken for faulty.
    init(faulty: Set<KnowledgePart> = []) {
      self.faulty = faulty
    }

    /// The parts asked for since the last time.
    func takeAsked() -> [KnowledgePart] {
      asked.withLock { asked in
        defer { asked = [] }
        return asked
      }
    }

    func state(organisation: String? = nil, after lines: [String] = []) throws -> ShellState {
      let id = organisation.map { Identifier<Organisation>($0) }
      let outline = try #require(ShippedKnowledge.copy.load(.outline(of: id)).knowledge)
      var state = ShellState(
        outline, organisation: id, today: try #require(CalendarDate("2026-11-21")),
        understand: { ShippedKnowledge.router }, bring: { self.part($0) })
      for line in lines { _ = state.handle(line) }
      return state
    }

    private func part(_ part: KnowledgePart) -> Knowledge? {
      asked.withLock { $0.append(part) }
      guard !faulty.contains(part) else { return nil }
      let scope: LoadingScope =
        switch part {
        case .organisation(let id): .outline(of: id)
        case .topic(let topic, let id): .only(topic, of: id)
        case .everything(let id): .all(of: id)
        }
      return ShippedKnowledge.copy.load(scope).knowledge
    }
  }

  private func said(_ line: String, in state: inout ShellState) -> String {
    PageRenderer().render(state.handle(line).page)
  }

  // MARK: - What is brought, and when

  struct Need: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var organisation: String? = "woking"
    /// What was typed before.
    var before: [String] = []
    let line: String
    let brings: [KnowledgePart]
  }

  private static let friends = KnowledgePart.topic("friend-request", of: "woking")

  @Test(arguments: [
    Need(testDescription: "the list of topics", line: "topics", brings: []),
    Need(testDescription: "the list of organisations", line: "organisation", brings: []),
    Need(testDescription: "contacts", line: "contacts", brings: []),
    Need(testDescription: "what is not covered", line: "how do I bake a cake at home", brings: []),
    Need(testDescription: "a topic", line: "friend-request", brings: [friends]),
    Need(
      testDescription: "a question in plain words",
      line: "my client's mum has added me on Facebook, can I accept?", brings: [friends]),
    Need(testDescription: "a reply", before: ["friend-request"], line: "contractor", brings: []),
    Need(
      testDescription: "why", before: ["friend-request", "contractor", "no"], line: "why",
      brings: []),
    Need(
      testDescription: "the same topic again", before: ["friend-request", "contractor", "no"],
      line: "friend-request", brings: []),
    Need(
      testDescription: "another topic", before: ["friend-request", "contractor", "no"],
      line: "work-post", brings: [.topic("work-post", of: "woking")]),
    Need(
      testDescription: "undo", before: ["friend-request", "contractor", "no", "work-post"],
      line: "undo", brings: []),
    Need(
      testDescription: "a first organisation", organisation: nil, line: "swansea",
      brings: [.organisation("swansea")]),
    Need(
      testDescription: "another organisation", line: "organisation swansea",
      brings: [.organisation("swansea")]),
    Need(
      testDescription: "the same organisation again", before: ["organisation swansea"],
      line: "organisation woking", brings: []),
    Need(
      testDescription: "a clause", before: ["friend-request", "contractor", "no"], line: "cite 1",
      brings: [.everything(of: "woking")]),
    Need(
      testDescription: "a topic once everything is there",
      before: ["friend-request", "contractor", "no", "cite 1"], line: "work-post", brings: []),
    Need(
      testDescription: "a comparison", before: ["friend-request"], line: "compare",
      brings: ["nottinghamshire", "swansea", "unnamed"].map {
        .topic("friend-request", of: Identifier($0))
      }),
  ])
  func onlyWhatALineNeedsIsBrought(_ need: Need) throws {
    let library = Library()
    var state = try library.state(organisation: need.organisation)
    #expect(library.takeAsked().isEmpty, "the first prompt needs no more than the outline")
    _ = state.opening
    for line in need.before { _ = state.handle(line) }
    _ = library.takeAsked()
    _ = state.handle(need.line)
    #expect(library.takeAsked() == need.brings)
    _ = state.completions(of: "")
    _ = state.prompt
    #expect(library.takeAsked().isEmpty)
  }

  @Test func aCodeBringsTheTopicThatItNames() throws {
    let there = try ShippedKnowledge.state(
      organisation: "woking", after: ["friend-request", "contractor", "no"])
    let text = PageRenderer().render(there.current)
    let code = try #require(text.firstMatch(of: #/Case code ([0-9A-Z*~$=-]+)/#)).1
    let library = Library()
    var here = try library.state(organisation: "swansea")
    _ = here.handle("open \(code)")
    #expect(library.takeAsked() == [Self.friends])
    #expect(here.situation == there.situation)
    #expect(here.organisation?.id == "woking")
  }

  // MARK: - The same as with everything

  @Test(arguments: UInt64(1)...16, [nil, "woking", "nottinghamshire"])
  func aDialogueSaysTheSameAsOneThatHasEverything(_ seed: UInt64, _ organisation: String?) throws {
    var dice = AnyLineTests.Dice(state: seed)
    var whole = try ShippedKnowledge.state(organisation: organisation)
    var lazy = try Library().state(organisation: organisation)
    let topics = whole.knowledge.topics.map(\.id.text)
    let usual = ["1", "2", "3", "not sure", "cite 1", "compare", "why", "handoff", "answers"]
    #expect(said("repeat", in: &whole) == said("repeat", in: &lazy))
    for _ in 0..<60 {
      let line =
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: topics.randomElement(using: &dice) ?? ""
        case 1: "also \(topics.randomElement(using: &dice) ?? "")"
        case 2, 3: usual.randomElement(using: &dice) ?? ""
        default: AnyLineTests.pieces.randomElement(using: &dice) ?? ""
        }
      #expect(said(line, in: &whole) == said(line, in: &lazy), "\(line.prefix(60))")
      #expect(whole.prompt == lazy.prompt)
      #expect(whole.situation == lazy.situation)
      for start in ["", "1", "f", "wo"] {
        #expect(whole.completions(of: start) == lazy.completions(of: start))
      }
      let kept = try ScenarioDraft.addition(of: whole.drafts, to: nil)
      #expect(try kept == ScenarioDraft.addition(of: lazy.drafts, to: nil))
    }
  }

  // MARK: - Parts with faults

  @Test(arguments: [
    (["work-post"], "friend-request"), (["work-post"], "also friend-request"),
    ([], "my client's mum has added me on Facebook, can I accept?"),
  ])
  func aTopicWithFaultsIsRefusedAndTheCaseInHandStays(_ earlier: [String], _ line: String) throws {
    var state = try Library(faulty: [Self.friends]).state(organisation: "woking", after: earlier)
    let before = state
    let text = said(line, in: &state)
    #expect(text.contains("cannot be used"), "\(text)")
    #expect(state.situation == before.situation)
    #expect(state.done.count == before.done.count)
    #expect(said("personal-post", in: &state).contains("1"))
    #expect(state.table?.topic.id == "personal-post")
  }

  @Test func anOrganisationWithFaultsIsNotChosen() throws {
    var state = try Library(faulty: [.organisation("swansea")]).state(organisation: "woking")
    let reply = state.handle("organisation swansea")
    #expect(PageRenderer().render(reply.page).contains("cannot be used"))
    #expect(reply.chosenOrganisation == nil)
    #expect(state.organisation?.id == "woking")
  }

  @Test func aComparisonLeavesOutWhoCannotBeCompared() throws {
    var state = try Library(faulty: [.topic("friend-request", of: "swansea")])
      .state(organisation: "woking", after: ["friend-request", "contractor", "no"])
    var whole = try ShippedKnowledge.state(
      organisation: "woking", after: ["friend-request", "contractor", "no"])
    let name = try #require(whole.knowledge[organisation: "swansea"]?.name)
    #expect(said("compare", in: &whole).contains(name))
    let text = said("compare", in: &state)
    #expect(text.contains("What \(name) says on"))
    #expect(!text.contains("no rules"))
    #expect(text.ranges(of: name).count == 1)
  }

  @Test func aClauseIsRefusedWhereNotAllThatCitesItCanBeUsed() throws {
    var state = try Library(faulty: [.everything(of: "woking")])
      .state(organisation: "woking", after: ["friend-request", "contractor", "no"])
    #expect(said("cite 1", in: &state).contains("cannot be used"))
    #expect(said("why", in: &state) != said("cite 1", in: &state))
  }

  @Test func aTopicWithFaultsThatWaitsIsPassedOver() throws {
    let sentence = "can I accept a friend request and can I post a photo of my team?"
    let router = try #require(ShippedKnowledge.router)
    let topics = router.matters(in: sentence).compactMap { matter -> Identifier<Topic>? in
      guard case .sure(let candidate) = matter.routing.outcome else { return nil }
      return candidate.topic
    }
    let next = try #require(topics.dropFirst().first, "the sentence asks two things")
    let library = Library(faulty: [.topic(next, of: "woking")])
    var state = try library.state(organisation: "woking", after: [sentence])
    var text = ""
    for _ in 0..<20 {
      guard case .asking = state.situation else { break }
      text = said("not sure", in: &state)
    }
    #expect(state.queue.isEmpty)
    #expect(text.contains("cannot be used"))
    guard case .answered = state.situation else {
      Issue.record("no answer to the first matter")
      return
    }
  }
}
