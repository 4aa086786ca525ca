import PolicyModel
import Testing

@testable import QuestionRouting

/// The routing with a handful of examples.
@Suite struct QuestionRouterTests {
  static let words = Words(
    synonyms: [
      Words.Synonyms(name: "relative", words: ["mum", "dad", "sister"]),
      Words.Synonyms(name: "site", words: ["facebook", "fb", "instagram"]),
    ],
    questions: [
      Words.Questions(
        topic: "requests",
        examples: """
          # Tell-tale words.
          accept
          friend request

          Can I accept a friend request from a client's mum on Facebook?
          somebody wants to connect with me, may I accept
          her dad added me on Facebook, should I accept that
          """),
      Words.Questions(
        topic: "pictures",
        examples: """
          photograph
          video
          Can I post a photograph of the children?
          is it ok to share a video of a colleague
          posting pictures of people at an event
          """),
    ],
    elsewhere: """
      How do I book my annual leave?
      the printer is broken again
      where do I park my car
      what is for lunch today
      """)

  static let router = QuestionRouter(words)

  private func taken(_ sentence: String) -> String {
    switch Self.router.route(sentence).outcome {
    case .sure(let candidate): candidate.topic.text
    case .close(let candidates): candidates.map(\.topic.text).joined(separator: " or ")
    case .far: "far"
    }
  }

  @Test(arguments: [
    ("may I accept her friend request on facebook", "requests"),
    ("can i accept a freind reqest from my clients sister on fb", "requests"),
    ("is it ok to post a video of the children", "pictures"),
    ("PHOTOGRAPHS OF PEOPLE AT THE EVENT, CAN I POST THEM?", "pictures"),
    ("how do I book my leave", "far"), ("the printer is broken", "far"),
    ("", "far"), ("?!", "far"), ("zxcvb qwrtp", "far"), ("🙈", "far"),
  ]) func aSentenceGoesWhereItsWordsAreAtHome(_ sentence: String, _ expected: String) {
    #expect(taken(sentence) == expected)
  }

  @Test func aWordSpeaksAgainstATopicThatHardlyHasIt() throws {
    // "Can" stands in both topics, "children" in one alone.
    func confidence(_ sentence: String) throws -> Double {
      let routing = Self.router.route(sentence)
      return try #require(routing.candidates.first { $0.topic == "requests" }).confidence
    }
    #expect(try confidence("can I accept the children") < confidence("can I accept"))
  }

  @Test func sharesMakeOneTogetherAndTheLikeliestComesFirst() {
    let routing = Self.router.route("may I accept her friend request on facebook")
    let sum = routing.elsewhere + routing.candidates.map(\.confidence).reduce(0, +)
    #expect(abs(sum - 1) < 0.001)
    #expect(routing.candidates.map(\.topic) == ["requests", "pictures"])
    #expect(routing.candidates[0].confidence > routing.candidates[1].confidence)
  }

  @Test func theTellingWordsAreGivenAsTyped() {
    let routing = Self.router.route("May I ACCEPT her friend request?")
    #expect(routing.candidates[0].words == ["May", "ACCEPT", "friend", "request"])
  }

  @Test func theSameSentenceIsAlwaysUnderstoodAlike() {
    let sentence = "is it ok to post a video of her dad"
    let first = Self.router.route(sentence)
    for _ in 1...5 { #expect(QuestionRouter(Self.words).route(sentence) == first) }
  }

  @Test func aStoryAroundTheQuestionDoesNotHideIt() {
    let sentence =
      "The printer is broken and I parked my car miles away today. "
      + "May I accept a friend request on Facebook?"
    #expect(taken(sentence) == "requests")
  }

  @Test(arguments: [1_000, 1_000_000]) func aLongSentenceIsReadUpToALimit(_ count: Int) {
    let text = String(repeating: "accept my friend request on facebook ", count: count / 36)
    #expect(taken(text) == "requests")
  }
}

/// The words that sentences are made of.
@Suite struct WordFormsTests {
  private func stem(_ word: String) -> String {
    String(decoding: WordForms.stem(of: Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("post", ["posts", "posting", "posted", "postings"]),
    ("stop", ["stopped", "stopping", "stops"]),
    ("client", ["clients", "client's"]), ("reply", ["replies", "replied", "replying"]),
    ("bully", ["bullied", "bullying"]), ("care", ["cares", "caring", "cared"]),
    ("do", ["don't"]), ("can", ["can't", "cannot", "cant"]),
  ]) func formsOfAWordMeet(_ word: String, _ forms: [String]) {
    for form in forms { #expect(stem(form) == stem(word), "\(form)") }
  }

  @Test(arguments: [
    ("care", "cars"), ("come", "comms"), ("writes", "writs"), ("quite", "quit"),
    ("police", "policy"),
    ("notes", "not"), ("here", "her"), ("they", "the"), ("fore", "for"),
  ]) func differentWordsStayApart(_ one: String, _ other: String) {
    #expect(stem(one) != stem(other))
  }

  @Test func aNegationThatIsDrawnInIsAWordOfItsOwn() {
    #expect(WordForms.hashes(of: "isn't") == WordForms.hashes(of: "is not"))
    #expect(WordForms.hashes(of: "isn’t") == WordForms.hashes(of: "is not"))
    #expect(WordForms.hashes(of: "can't") == WordForms.hashes(of: "can not"))
  }

  @Test(arguments: [
    ("client", "cleint", 1, 1), ("client", "clent", 1, 1), ("facebook", "facbok", 2, 2),
    ("post", "past", 1, 1), ("same", "same", 1, 0),
  ]) func slipsAreCounted(_ one: String, _ other: String, _ most: Int, _ slips: Int) {
    #expect(Slips.count(from: Array(one.utf8), to: Array(other.utf8), most: most) == slips)
  }

  @Test func moreSlipsThanAllowedAreNotCounted() {
    #expect(Slips.count(from: Array("client".utf8), to: Array("silent".utf8), most: 1) == nil)
    #expect(Slips.count(from: Array("a".utf8), to: Array("abcd".utf8), most: 2) == nil)
  }
}
