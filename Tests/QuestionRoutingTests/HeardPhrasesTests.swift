import PolicyModel
import Testing

@testable import QuestionRouting

/// Which phrases are looked for in a sentence: none that stands in it may be left out at a glance.
@Suite struct HeardPhrasesTests {
  static let phrases = [
    "boss will not know", "boss hasn't agreed", "ask <child> at co-worker's", "we posted it",
    "shift at 9 o'clock", "sat near ... on buses", "boss isnt told", "<child> of café",
    "I THINK SO", "re-sending it", "élan vital", "BOSS ISNT PLEASED",
  ]

  static func listener(unusual: Set<String>) -> FactListener {
    let options = phrases.enumerated().map { number, phrase in
      Option(id: Identifier("\(number)"), label: phrase, heardAs: [phrase])
    }
    let fact = Fact(id: "fact", question: "Which?", kind: .several, options: options)
    let groups = [Words.Synonyms(name: "child", words: ["lad", "young person", "children"])]
    return FactListener([fact], groups: SynonymGroups(groups)) {
      !unusual.contains(String(decoding: $0, as: UTF8.self))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let sentence: String
    let heard: String
    var unusual: Set<String> = []
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Case(sentence: "my boss won't know", heard: "0"),
    Case(sentence: "My boss will not know.", heard: "0"),
    Case(sentence: "her boss has not agreed", heard: "1"),
    Case(sentence: "the boss hasnt agreed", heard: "1"),
    Case(sentence: "ask a lad at my co-worker's", heard: "2"),
    Case(sentence: "asking the young person at a co-worker’s", heard: "2"),
    Case(sentence: "We posted it", heard: "3"),
    Case(sentence: "may we post it", heard: ""),
    Case(sentence: "my shift at 9 o'clock", heard: "4"),
    Case(sentence: "i sat near the old man on the bus", heard: "5"),
    Case(sentence: "the boss is not told", heard: "6"),
    Case(sentence: "a lad of the café", heard: "7"),
    Case(sentence: "i think so", heard: "8"),
    Case(sentence: "she keeps re-sending it", heard: "9"),
    Case(sentence: "with élan vital", heard: "10"),
    Case(sentence: "the boss is not pleased", heard: "11"),
    Case(sentence: "the boss is told", heard: ""),
    Case(sentence: "we psoted it", heard: ""),
    Case(sentence: "we poested it", heard: "", unusual: ["we"]),
    Case(sentence: "ask the childern at co-worker's", heard: "2", unusual: ["childern"]),
    Case(sentence: "ask the childern at co-worker's", heard: ""),
  ])
  func whatStandsInTheSentenceIsHeard(_ one: Case) {
    let heard = Self.listener(unusual: one.unusual).hear(one.sentence)
    #expect(heard.flatMap(\.options).map(\.text).joined(separator: " ") == one.heard)
  }
}
