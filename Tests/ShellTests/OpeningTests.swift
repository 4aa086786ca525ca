import DecisionEngine
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Opening a case by its code, and asking why an answer is not another.
@Suite struct OpeningTests {
  private func state(after lines: [String], in organisation: String = "woking") throws
    -> ShellState
  {
    try ShippedKnowledge.state(organisation: organisation, after: lines)
  }

  private func code(of state: ShellState) throws -> String {
    let text = PageRenderer().render(state.current)
    let match = try #require(text.firstMatch(of: #/Case code ([0-9A-Z*~$=-]+)/#))
    return String(match.1)
  }

  @Test func aCaseComesBackByItsCodeInAnotherDialogue() throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    let here = try state(after: ["open \(try code(of: there))"], in: "swansea")
    #expect(here.situation == there.situation)
    #expect(here.organisation?.id == "woking")
    let back = try state(after: ["open \(try code(of: there))", "undo"], in: "swansea")
    #expect(back.organisation?.id == "swansea")
  }

  /// Whoever asks anew asks of the own council, and is told so.
  @Test(arguments: ["new", "forget", "personal-post", "can I accept a request from a stranger"])
  func theOwnDocumentsApplyAgainAfterACaseOfAnotherOrganisation(_ line: String) throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    var here = try state(after: ["open \(try code(of: there))"], in: "swansea")
    let opened = PageRenderer(width: 200).render(here.current)
    #expect(opened.contains("This is a case of Woking Borough Council"))
    #expect(opened.contains("the documents of City and County of Swansea Council apply again"))
    let page = PageRenderer(width: 200).render(here.handle(line).page)
    #expect(here.organisation?.id == "swansea")
    #expect(here.replies["requester"] != .options(["contractor"]))
    if here.table != nil { #expect(page.contains("Swansea Council apply again")) }
  }

  @Test func aFurtherMatterOfAnotherOrganisationsCaseStaysThere() throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    let here = try state(
      after: ["open \(try code(of: there))", "also personal-post"], in: "swansea")
    #expect(here.organisation?.id == "woking")
  }

  @Test func whoHasChosenNoOrganisationIsAskedAfterAnOpenedCase() throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    let here = try ShippedKnowledge.state(after: ["open \(try code(of: there))", "new"])
    #expect(here.situation == .choosingOrganisation)
  }

  @Test func anOpenedCaseCanBeChanged() throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    let here = try state(after: ["open \(try code(of: there))", "change 2", "1"], in: "swansea")
    guard case .answered(let answer) = here.situation else {
      Issue.record("no answer")
      return
    }
    #expect(answer.verdict == .yesIf)
  }

  @Test func aMistypedCodeIsRefusedAndChangesNothing() throws {
    let there = try state(after: ["friend-request", "contractor", "no"])
    var wrong = Array(try code(of: there))
    wrong[1] = wrong[1] == "2" ? "3" : "2"
    var here = try state(after: ["friend-request", "contractor", "no"])
    let before = here
    let text = PageRenderer().render(here.handle("open \(String(wrong))").page)
    #expect(text.contains("This is not a case code that can be opened."))
    #expect(here.situation == before.situation)
  }

  @Test(arguments: [
    LineCase(line: "why not yes-if", says: "It would hold only if you are certain"),
    LineCase(line: "why not yes, if", says: "It would hold only if you are certain"),
    LineCase(line: "why not silent", says: "It would hold only if"),
    LineCase(line: "why not act", says: "No rule on this topic ever says ACT."),
    LineCase(line: "why not no", says: "The verdict is NO; why gives the reasons."),
    LineCase(line: "why not", says: "Why not what?"),
    LineCase(line: "why not wombat", says: "Why not what?"),
    LineCase(line: "open", says: "This is not a case code"),
  ])
  func whyNotNamesTheConditionThatFailed(_ one: LineCase) throws {
    var state = try state(after: ["friend-request", "contractor", "no"])
    let text = PageRenderer(width: 100).render(state.handle(one.line).page)
    #expect(text.contains(one.says), "\(text)")
  }

  @Test func theCardEndsWithWhatWouldChangeIt() throws {
    let state = try state(after: ["friend-request", "contractor", "no"])
    let text = PageRenderer(width: 100).render(state.current)
    let yes = try #require(text.firstRange(of: "yes, if conditions are met")).lowerBound
    let silent = try #require(text.firstRange(of: ": not covered by the documents\n")).lowerBound
    #expect(text.contains("What would change it"))
    #expect(yes < silent)
  }
}
