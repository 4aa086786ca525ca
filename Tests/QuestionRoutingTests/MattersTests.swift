import PolicyModel
import Testing

@testable import QuestionRouting

/// Several questions in one sentence.
@Suite struct MattersTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let sentence: String
    /// The words of each topic.
    let words: [String: String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ words: [String: String]) {
      self.sentence = sentence
      self.words = words
    }
  }

  @Test(arguments: [
    Case(
      "can I accept a friend request from a client's mum and can I post a video of the children?",
      [
        "requests": "can I accept a friend request from a client's mum",
        "pictures": "can I post a video of the children?",
      ]),
    // What is about nothing by itself goes with what stands before it, as it was typed.
    Case(
      "can I accept a friend request from a client  and her dad? "
        + "Also can I post a video of the children and my sister?",
      [
        "requests": "can I accept a friend request from a client  and her dad?",
        "pictures": "can I post a video of the children and my sister?",
      ]),
    // What leads to both counts for both, and a topic may come back.
    Case(
      "I am new. Can I accept a friend request from a client? Can I post a video of the children? "
        + "Should I accept her friend request on facebook?",
      [
        "requests": "I am new. Can I accept a friend request from a client? "
          + "Should I accept her friend request on facebook?",
        "pictures": "I am new. Can I post a video of the children?",
      ]),
    // What may be about either of two is about both where each has a part of its own.
    Case(
      "Can I accept a friend request? Can I post a video of the children?",
      [
        "requests": "Can I accept a friend request?",
        "pictures": "Can I post a video of the children?",
      ]),
    // Nothing is divided that asks one thing.
    Case(
      "can I accept a friend request from a client and her dad added me",
      ["requests": "can I accept a friend request from a client and her dad added me"]),
    Case(
      "her dad has added me on facebook and so on",
      ["requests": "her dad has added me on facebook and so on"]),
  ]) func eachMatterHasItsOwnWords(_ one: Case) {
    let matters = QuestionRouterTests.router.matters(in: one.sentence)
    let words = matters.map { ($0.routing.candidates.first?.topic.text ?? "", $0.words) }
    #expect(Dictionary(words) { $0 + " | " + $1 } == one.words)
  }
}
