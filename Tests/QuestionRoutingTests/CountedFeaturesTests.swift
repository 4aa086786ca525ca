import PolicyModel
import Testing

@testable import QuestionRouting

/// A sentence is counted alike by going through the examples and from features counted beforehand.
@Suite struct CountedFeaturesTests {
  /// What each feature of a sentence says for each bag, in both ways.
  private func evidence(
    of sentence: String, _ words: Words
  ) -> (scanned: [[Float]], counted: [[Float]]) {
    let index = QuestionIndex(words)
    func evidence() -> [[Float]] {
      let (features, counts) = index.count(Array(sentence.utf8))
      #expect(features.keys.count == features.count)
      #expect(Set(features.keys).count == features.count)
      return counts.evidence(for: features.features)
    }
    let scanned = evidence()
    index.prepare()
    return (scanned, evidence())
  }

  @Test(arguments: [
    "may I accept her friend request on facebook", "Can I accept a friend request?",
    "is it ok to share a video of a colleague", "accept", "friend request", "the the the", "",
    "mum and dad and sister on fb and instagram", "zxcvb qwrtp", "posting posted posts post",
    "may I acept a freind reqest", "FRIEND, request! (accept)", "accept\u{301} caf\u{e9} 24/7",
    String(repeating: "can I park my car and accept a photo ", count: 60),
    (0..<300).map { "word\($0) accept" }.joined(separator: " "),
  ]) func bothWaysCountTheSame(_ sentence: String) {
    let (scanned, counted) = evidence(of: sentence, QuestionRouterTests.words)
    #expect(scanned == counted)
  }

  private static let drawnIn = Words(
    questions: [
      .init(topic: "a", examples: "I don't know if it isnt so\n# o'clock\n\nwon’t it"),
      .init(topic: "b", examples: "I'm sure we won't at nine o'clock, we can't"),
    ], elsewhere: "it ain’t, it isn’t")

  @Test(arguments: [
    "do I", "is it", "I am", "don't", "o'clock", "will we", "can I", "I dont", "wont", "aint",
    "oclock", "We won’t.",
  ]) func shortWordsWithSomethingDrawnInCountTheSame(_ sentence: String) {
    let (scanned, counted) = evidence(of: sentence, Self.drawnIn)
    #expect(scanned == counted)
  }

  /// Sentences made of what stands in the examples, so that many features are met.
  @Test func sentencesOfShippedWordsCountTheSame() {
    var state: UInt64 = 1
    func chosen<Item>(from items: [Item]) -> Item {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int(state >> 33) % items.count]
    }
    let words = QuestionRouterTests.words.questions.flatMap(\.examples.texts).flatMap {
      $0.split(separator: " ").map(String.init)
    }
    for _ in 0..<200 {
      let count = chosen(from: Array(1...30))
      let sentence = (0..<count).map { _ in chosen(from: words) }
        .joined(separator: chosen(from: [" ", ", ", " - "]))
      let (scanned, counted) = evidence(of: sentence, QuestionRouterTests.words)
      #expect(scanned == counted, "\(sentence)")
    }
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

  /// Features are counted while sentences are asked, as in the dialogue while somebody types.
  @Test func sentencesAskedMeanwhileAreAnsweredAlike() async {
    let sentence = "somebody wants to connect with me on instagram, may I accept"
    let expected = QuestionRouterTests.router.route(sentence).candidates
    for _ in 0..<100 {
      let router = QuestionRouter(QuestionRouterTests.words)
      await withTaskGroup(of: [Routing.Candidate].self) { group in
        for task in 0..<8 {
          group.addTask {
            if task == 1 { router.prepare() }
            return router.route(sentence).candidates
          }
        }
        for await candidates in group { #expect(candidates == expected) }
      }
    }
  }

  /// What is usual is known from the last sentence, from going through all words, or from the features.
  @Test func usualWordsAreTheSameHoweverTheyAreCounted() {
    let (asked, untouched, prepared) = (
      QuestionIndex(QuestionRouterTests.words), QuestionIndex(QuestionRouterTests.words),
      QuestionIndex(QuestionRouterTests.words)
    )
    prepared.prepare()
    let words = "may I accept her friend request on facebook zxcvb Café o'clock".split(
      separator: " ")
    for word in words {
      let spelling = Array(word.lowercased().utf8)
      _ = asked.count(Array(word.utf8))
      for enough: Int32 in 1...6 {
        let isUsual = prepared.isUsual(spelling, enough: enough)
        #expect(asked.isUsual(spelling, enough: enough) == isUsual, "\(word)")
        #expect(untouched.isUsual(spelling, enough: enough) == isUsual, "\(word)")
      }
    }
  }
}
