import LineEditing
import Presentation
import Testing

@testable import Shell

@Suite struct CompletionTests {
  @Test func anOrganisationIsCompletedByItsIdOrItsName() throws {
    let state = try ShippedKnowledge.state()
    #expect(state.completions(of: "wok").map(\.text) == ["woking"])
    #expect(state.completions(of: "City").map(\.text) == ["City and County of Swansea Council"])
    #expect(state.completions(of: "").count == 4)
    #expect(state.completions(of: "not").map(\.text) == ["nottinghamshire"])
  }

  @Test func topicsAndCommandsAreOfferedTogetherWithWhatTheyMean() throws {
    let state = try ShippedKnowledge.state(organisation: "woking")
    let found = state.completions(of: "p")
    #expect(found.contains(Completion(text: "personal-post", note: "Posting on my own account")))
    #expect(state.completions(of: "to").contains { $0.text == "topics" && !$0.note.isEmpty })
  }

  @Test func anOptionIsCompletedByAnyOfItsWordsAndOffersItsLabel() throws {
    var state = try ShippedKnowledge.state(organisation: "woking")
    _ = state.handle("friend-request")
    #expect(state.completions(of: "").map(\.text) == (1...7).map(String.init))
    let found = state.completions(of: "supp")
    #expect(found.map(\.text) == ["supplier"])
    #expect(found.first?.note.contains("business contact") ?? false)
  }

  @Test func theRestOfALineIsHintedWhereItIsPlain() throws {
    let state = try ShippedKnowledge.state(organisation: "woking")
    #expect(state.hint(for: "friend-r") == "equest")
    #expect(state.hint(for: "") == nil)
    #expect(state.hint(for: "wombat") == nil)
    #expect(state.hint(for: "quit") == nil)
  }

  @Test(arguments: [("hlep", "help"), ("topcis", "topics"), ("quti", "quit")])
  func aMistypedCommandIsNamedAndNotRun(_ typed: String, _ meant: String) throws {
    var state = try ShippedKnowledge.state(organisation: "woking")
    #expect(PageRenderer().render(state.handle(typed).page).contains("Did you mean “\(meant)”?"))
    _ = state.handle("friend-request")
    #expect(PageRenderer().render(state.handle(typed).page).contains("Did you mean “\(meant)”?"))
  }

  @Test func ofAListTheLastEntryIsCompleted() throws {
    var state = try ShippedKnowledge.state(organisation: "woking")
    _ = state.handle("personal-post")
    #expect(state.completions(of: "1, roo").isEmpty)
    #expect(state.completions(of: "1, ran").first?.text == "1, rant")
  }

  @Test func whatIsCompletedIsUnderstood() throws {
    var state = try ShippedKnowledge.state(organisation: "woking")
    _ = state.handle("friend-request")
    guard case .asking(let before) = state.situation else {
      Issue.record("no question is open")
      return
    }
    for completion in state.completions(of: "") {
      var copy = state
      _ = copy.handle(completion.text)
      if case .asking(let after) = copy.situation { #expect(after != before) }
    }
  }
}
