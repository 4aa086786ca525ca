import PolicyModel
import Testing

@testable import Authoring

/// How wording is measured.
@Suite struct WordingChecksTests {
  @Test(arguments: [
    ("Do it. Then, “stop”!", [["Do", "it"], ["Then", "stop"]]),
    (
      "See e.g. the 24-hour rule (7.5) here",
      [["See", "e.g", "the", "24-hour", "rule", "7.5", "here"]]
    ),
    ("", []), ("— …", []), ("The cook's pan", [["The", "cook's", "pan"]]),
    ("Zoë asks – why? Não.\n(No!)", [["Zoë", "asks", "why"], ["Não"], ["No"]]),
  ])
  func sentencesAndWordsAreFound(_ text: String, _ expected: [[String]]) {
    #expect(PlainWords(text).sentences.map { $0.map(String.init) } == expected)
  }

  @Test func aSemicolonEndsAThoughtAndNoSentence() {
    let text = "Leave it; it is hot."
    #expect(PlainWords(text).sentences.count == 1)
    #expect(PlainWords(text, asThoughts: true).sentences.count == 2)
  }

  @Test(arguments: [
    ("pan", 1), ("kettle", 2), ("make", 1), ("policy", 3), ("information", 4), ("asked", 1),
    ("wanted", 2), ("pages", 2), ("makes", 1), ("the", 1), ("24", 1),
    ("table", 2), ("e", 1), ("es", 1), ("boxes", 2), ("rules", 2), ("needed", 2), ("co-operate", 3),
    ("o'clock", 2),
  ])
  func syllablesAreCounted(_ word: String, _ count: Int) {
    #expect(ReadingAge.syllables(in: word.utf8.span) == count)
  }

  @Test func theAgeIsTheFleschKincaidGradeAndFive() throws {
    // 40 words of one syllable in four sentences: 0.39 · 10 + 11.8 · 1 − 15.59 + 5.
    let easy = Array(repeating: "The dog ran to the pan and sat by it.", count: 4)
    let years = try #require(ReadingAge(easy).years)
    #expect(abs(years - 5.11) < 0.001)
    #expect(ReadingAge(Array(easy.dropLast())).years == nil)
    let names = easy.map { $0.replacing("pan", with: "Information") }
    #expect(ReadingAge(names).years == years)
    #expect(
      try #require(ReadingAge(easy.map { $0.replacing("pan", with: "information") }).years) > years)
  }

  @Test(
    arguments: [
      ("Tell the cook at once.", "at once"), ("Answer within 24 hours.", "within 24 hours"),
      ("Reply within two working days of it.", "within two working days"), ("Look within.", nil),
      ("Tell the cook.", nil),
    ] as [(String, String?)])
  func timesAreFoundInGists(_ gist: String, _ expected: String?) {
    #expect(ClauseDemand.deadline(in: PlainWords(gist).lowercased) == expected)
  }

  @Test(
    arguments: [
      ("You must not do it.", true, "must", false), ("Do not do it.", true, "do not", false),
      ("Do not count on it.", false, nil, false), ("You should leave it.", true, nil, true),
      ("You should leave it. Tell the cook.", true, nil, false),
    ] as [(String, Bool, String?, Bool)])
  func theForceOfWordsIsTold(_ text: String, _ isBan: Bool, _ must: String?, _ isMild: Bool) {
    let force = ForceOfWords(text, isBan: isBan)
    #expect(force.must == must && force.isOnlyShould == isMild)
  }

  @Test func questionsUnderTwoTopicsAreFound() {
    let words = Words(
      questions: [
        .init(topic: "lids", examples: "# lids\nhot lid\nMay I lift the lid of it?\n"),
        .init(topic: "pans", examples: "hot lid\nmay I  lift the lid of it\nMay I touch the pan?"),
      ])
    let shared = SharedQuestion.all(in: words)
    #expect(shared.map(\.place) == [.init(topic: "pans", line: 2)])
    #expect(shared.map(\.first) == [.init(topic: "lids", line: 3)])
  }
}
