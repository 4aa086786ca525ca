import KnowledgeLoading
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// What a line at an open question is taken for: a reply, a question on it, a new question, or nothing.
@Suite struct ReplyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let organisation: String
    let before: [String]
    let line: String
    /// How the page begins.
    let page: String
    var testDescription: String { line }

    init(
      _ organisation: String = "nottinghamshire", after before: String..., line: String,
      _ page: String
    ) {
      (self.organisation, self.before, self.line, self.page) = (organisation, before, line, page)
    }
  }

  private static let question = "I took that as a new question."
  private static let either = "That may be your reply, or a new question."
  private static let unsure = "I am not sure what you mean by"
  private static let unknown = "I could not match"

  @Test(arguments: [
    // A question on something else that has an option's words in it.
    Case(after: "friend-request", line: "a colleague is bullying me", either),
    Case(after: "friend-request", line: "can my colleague tweet about Labour", question),
    Case(after: "friend-request", line: "may I post a picture of a colleague", question),
    Case(after: "friend-request", line: "I posted a client's address by mistake", either),
    Case(after: "friend-request", line: "a client threatens to sue me over a post", either),
    // A question on the options.
    Case(after: "friend-request", line: "what is a contractor", "Who is the other person?"),
    Case(after: "friend-request", line: "who counts as a colleague", "Who is the other person?"),
    Case(after: "friend-request", line: "is a friend a colleague", "Who is the other person?"),
    Case(
      after: "friend-request", line: "why do you need to know if he's a colleague",
      "Who is the other person?"),
    // Words that say nothing, and numbers that there are not.
    Case(after: "friend-request", line: "anyone", unknown),
    Case(after: "friend-request", line: "that", unknown),
    Case(after: "friend-request", line: "them", unknown),
    Case(after: "friend-request", line: "99", unknown),
    Case("woking", after: "friend-request", "contractor", line: "4", unknown),
    Case(after: "legal-threat", line: "n/a", unknown),
    Case(after: "legal-threat", line: "my", unknown),
    // What is denied, doubted, or of somebody else.
    Case(after: "friend-request", line: "anything but a client", unknown),
    Case(after: "friend-request", line: "I don't know, a client perhaps", unknown),
    Case(after: "friend-request", line: "client's mother's friend", unsure),
    Case(after: "friend-request", line: "my client's colleague", unsure),
    Case("woking", after: "friend-request", "contractor", line: "I have thought about it", unknown),
    // Replies.
    Case(after: "friend-request", line: "yes a client", "Taken as: Somebody the council serves"),
    Case(after: "friend-request", line: "it's my client", "Taken as: Somebody the council serves"),
    Case(
      after: "friend-request", line: "the second one", "Friend, follow and connection requests ·"),
  ])
  func aLineIsTakenForWhatItIs(_ one: Case) throws {
    var state = try ShippedKnowledge.state(
      organisation: one.organisation, after: one.before)
    let page = PageRenderer(width: 100).render(state.handle(one.line).page)
    #expect(page.hasPrefix(one.page), "\(page)")
  }

  @Test(arguments: ["37", "praise", "none of these", "nothing else"])
  func aChecklistAddsToWhatWasSaid(_ line: String) throws {
    var state = try ShippedKnowledge.state(
      organisation: "nottinghamshire", after: ["can I post something confidential on my own page"])
    _ = state.handle(line)
    guard case .options(let options)? = state.replies["content"] else {
      Issue.record("nothing was said of the content")
      return
    }
    #expect(options.contains("confidential"))
  }

  @Test func aPartThatIsChangedIsReplaced() throws {
    let before = ["can I post something confidential on my own page", "37", "change 1", "37"]
    let state = try ShippedKnowledge.state(organisation: "nottinghamshire", after: before)
    #expect(state.replies["content"] != nil)
    if case .options(let options)? = state.replies["content"] {
      #expect(!options.contains("confidential"))
    }
  }
}

/// Reasons where nothing is certain.
@Suite struct OpenReasonTests {
  @Test func anAnswerWithoutFindingsHasReasonsToo() throws {
    var state = try ShippedKnowledge.state(
      organisation: "unnamed", after: ["friend-request", "not sure", "no"])
    let page = PageRenderer(width: 100).render(state.handle("why").page)
    #expect(page.contains("This would hold if"))
  }
}
