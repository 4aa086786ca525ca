import DecisionEngine
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Changing replies, and going back and forth.
@Suite struct ChangesTests {
  private func state(after lines: [String]) throws -> ShellState {
    try ShippedKnowledge.state(organisation: "woking", after: lines)
  }

  private func verdict(of state: ShellState) -> Verdict? {
    if case .answered(let answer) = state.situation { answer.verdict } else { nil }
  }

  @Test func aChangedReplyGivesTheAnswerOfTheChangedCase() throws {
    let lines = ["friend-request", "contractor", "no"]
    #expect(verdict(of: try state(after: lines)) == .no)
    for name in ["2", "conflict-free"] {
      let changed = try state(after: lines + ["change \(name)", "1"])
      #expect(verdict(of: changed) == .yesIf)
      #expect(
        changed.replies == [
          "requester": .options(["contractor"]), "conflict-free": .options(["yes"]),
        ])
    }
  }

  /// A number behind a list of replies is none to the question that was open before.
  @Test(arguments: [[], ["no"]]) func aNumberIsTheReplyToChangeOnceThatWasAskedFor(
    _ replies: [String]
  ) throws {
    let lines = ["friend-request", "contractor"] + replies + ["change"]
    let asked = try state(after: lines)
    #expect(asked.prompt == "change>")
    let changing = try state(after: lines + ["1"])
    #expect(changing.changing?.fact == "requester")
    #expect(try state(after: lines + ["9", "1"]).changing?.fact == "requester")
    let given = try state(after: ["friend-request", "contractor"] + replies)
    let left = try state(after: lines + [""])
    #expect(left.replies == given.replies)
    #expect(left.prompt == given.prompt)
  }

  @Test func withoutRepliesThereIsNoneToChange() throws {
    #expect(try state(after: ["friend-request", "change", "1"]).replies.count == 1)
  }

  @Test func aReplyThatMayNoLongerHoldIsAskedAgainAndConfirmedByEnter() throws {
    let changed = try state(after: ["friend-request", "contractor", "no", "change 1", "client"])
    guard case .asking(let fact) = changed.situation else {
      Issue.record("nothing is asked")
      return
    }
    #expect(fact.id == "conflict-free")
    #expect(changed.earlierReply(to: fact)?.reply == .options(["no"]))
    var confirmed = changed
    _ = confirmed.handle("")
    #expect(verdict(of: confirmed) == .no)
    var replaced = changed
    _ = replaced.handle("1")
    #expect(verdict(of: replaced) == .yesIf)
  }

  @Test func whatIsNoLongerNeededComesBackWhenItIs() throws {
    let there = ["friend-request", "contractor", "no", "change 1", "colleague"]
    #expect(verdict(of: try state(after: there)) == .silent)
    let back = try state(after: there + ["change 1", "supplier", ""])
    #expect(verdict(of: back) == .no)
  }

  @Test func enterKeepsTheReplyThatWasToBeChanged() throws {
    let kept = try state(after: ["friend-request", "contractor", "no", "change 2", ""])
    #expect(verdict(of: kept) == .no)
  }

  @Test func undoAndRedoGoThroughEveryStep() throws {
    let lines = ["friend-request", "contractor", "no", "change 2", "1", "back", "topics", "new"]
    var states = [try ShippedKnowledge.state(organisation: "woking")]
    for count in lines.indices { states.append(try state(after: Array(lines[...count]))) }
    var state = try #require(states.last)
    let replies = state.replies
    var steps = 0
    while !state.done.isEmpty {
      _ = state.handle("undo")
      steps += 1
    }
    #expect(state.situation == .choosingTopic(ShellState.TopicChoice()))
    #expect(state.replies.isEmpty)
    #expect(steps >= 5)
    for _ in 0..<steps { _ = state.handle("redo") }
    #expect(state.replies == replies)
    #expect(state.undone.isEmpty)
  }

  @Test(arguments: [["organisation swansea"], ["organisation", "swansea"]])
  func theChoiceOfAnotherOrganisationCanBeUndone(_ choice: [String]) throws {
    let before = try state(after: ["friend-request", "contractor", "no"])
    var state = before
    var page = ""
    for line in choice { page = PageRenderer(width: 100).render(state.handle(line).page) }
    #expect(state.organisation?.id == "swansea")
    #expect(page.contains("To go back to the case you had, type undo."))
    var remembered: Identifier<Organisation>?
    for _ in choice { remembered = state.handle("undo").chosenOrganisation ?? remembered }
    #expect(remembered == "woking")
    #expect(state.organisation?.id == "woking")
    #expect(state.situation == before.situation)
    #expect(state.replies == before.replies)
    for _ in choice { _ = state.handle("redo") }
    #expect(state.organisation?.id == "swansea")
  }

  @Test func backLeavesAChangeAlone() throws {
    let kept = try state(after: ["friend-request", "contractor", "no", "change 2", "back"])
    #expect(verdict(of: kept) == .no)
  }

  @Test(arguments: ["change 9", "change", "change wombat", "undo", "redo", "answers", "change 1"])
  func whatCannotBeDoneIsSaidPolitely(_ line: String) throws {
    var state = try ShippedKnowledge.state(organisation: "woking")
    #expect(!state.handle(line).page.isEmpty)
    _ = state.handle("friend-request")
    #expect(!state.handle(line).page.isEmpty)
  }
}
