import PolicyModel
import Testing

@testable import QuestionRouting

/// A sentence is counted alike by going through the examples and from features counted beforehand.
@Suite struct CountedFeaturesTests {
  @Test(arguments: [
    "may I accept her friend request on facebook", "Can I accept a friend request?",
    "is it ok to share a video of a colleague", "accept", "friend request", "the the the", "",
    "mum and dad and sister on fb and instagram", "zxcvb qwrtp", "posting posted posts post",
    String(repeating: "can I park my car and accept a photo ", count: 60),
    (0..<300).map { "word\($0) accept" }.joined(separator: " "),
  ]) func bothWaysCountTheSame(_ sentence: String) {
    let index = QuestionIndex(QuestionRouterTests.words)
    let features = index.read(Array(sentence.utf8))
    #expect(features.keys.count == features.count)
    #expect(Set(features.keys).count == features.count)
    let counted = index.count(features, by: index.counted())
    #expect(
      counted.evidence(for: features.features)
        == index.count(features).evidence(for: features.features))
  }

  @Test(arguments: ["do I", "is it", "I am", "don't", "o'clock", "will we", "can I"])
  func shortWordsWithSomethingDrawnInCountTheSame(_ sentence: String) {
    let words = Words(
      questions: [
        .init(topic: "a", examples: "I don't know if it isnt so"),
        .init(topic: "b", examples: "I'm sure we won't at nine o'clock, we can't"),
      ], elsewhere: "it ain’t, it isn’t")
    let index = QuestionIndex(words)
    let features = index.read(Array(sentence.utf8))
    #expect(
      index.count(features, by: index.counted()).evidence(for: features.features)
        == index.count(features).evidence(for: features.features))
  }

  @Test func aLaterSentenceIsAnsweredAsTheFirst() {
    let router = QuestionRouter(QuestionRouterTests.words)
    let sentence = "somebody wants to connect with me on instagram, may I accept"
    let first = router.route(sentence)
    #expect(first.candidates == QuestionRouterTests.router.route(sentence).candidates)
    for _ in 0..<12 {
      let again = router.route(sentence)
      #expect(again.candidates == first.candidates)
      #expect(again.elsewhere == first.elsewhere)
    }
  }
}
