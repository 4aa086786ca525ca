import DecisionEngine
import Foundation
import Goldens
import KnowledgeLoading
import PolicyModel
import Testing

@testable import Presentation

@Suite struct HandoffTests {
  /// A case of the shipped knowledge.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let organisation: Identifier<Organisation>
    let topic: Identifier<Topic>
    let replies: [Identifier<Fact>: Reply]
    var testDescription: String { name }
  }

  private static let loaded = KnowledgeLoader.load(
    folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Knowledge").path)

  static func knowledge() throws -> Knowledge {
    try #require(loaded.knowledge, "\(loaded.diagnostics)")
  }

  private func text(
    of one: Case, _ format: HandoffText.Format, width: Int = 100
  ) throws -> String {
    let knowledge = try Self.knowledge()
    let table = try #require(
      DecisionTable(knowledge, organisation: one.organisation, topic: one.topic))
    let card = AnswerCard(
      table.answer(to: one.replies), to: one.replies, from: table, knowledge: knowledge,
      today: try #require(CalendarDate("2026-11-21")))
    return PageRenderer(width: width).render(HandoffText(card).page(format))
  }

  @Test(arguments: [
    Case(
      name: "handoff-not-sure", organisation: "unnamed", topic: "friend-request",
      replies: ["requester": .options(["service-user"]), "vulnerable": .notSure]),
    Case(
      name: "handoff-slip", organisation: "nottinghamshire", topic: "posted-by-mistake",
      replies: ["what": .options(["slip"]), "reputation": .options(["yes"])]),
  ])
  func theTextReadsAsItWasAccepted(_ one: Case) throws {
    try Golden().expect(try text(of: one, .plain), equals: "\(one.name).txt")
    try Golden().expect(try text(of: one, .markdown), equals: "\(one.name).md")
  }

  struct Closing: Sendable {
    let organisation: Identifier<Organisation>
    let topic: Identifier<Topic>
    var replies: [Identifier<Fact>: Reply] = [:]
    let question: String
  }

  @Test(arguments: [
    Closing(
      organisation: "unnamed", topic: "friend-request",
      replies: ["requester": .options(["colleague"])],
      question: "How should I proceed, as the documents do not say?"),
    Closing(
      organisation: "nottinghamshire", topic: "friend-request",
      replies: ["requester": .options(["stranger"])],
      question: "Please tell me if you see it otherwise."),
    Closing(
      organisation: "unnamed", topic: "friend-request",
      replies: ["requester": .notSure, "vulnerable": .notSure],
      question: "Can you help me to settle this? “Who is the other person?” “Is this person a "
        + "child, or an adult who could be harmed or exploited more easily than most?”"),
  ])
  func theLastLineIsWhatThePersonWantsSettled(_ closing: Closing) throws {
    let one = Case(
      name: "", organisation: closing.organisation, topic: closing.topic,
      replies: closing.replies)
    let lines = try text(of: one, .markdown).split(separator: "\n")
    #expect(lines.last.map(String.init) == "**Question to you:** \(closing.question)")
  }

  @Test func whoeverHasToAskFirstAsksForPermission() throws {
    let knowledge = try Self.knowledge()
    let table = try #require(
      DecisionTable(knowledge, organisation: "nottinghamshire", topic: "new-account"))
    let replies = try #require(table.example(of: .askFirst, in: knowledge))
    let one = Case(
      name: "", organisation: "nottinghamshire", topic: "new-account", replies: replies)
    let text = try text(of: one, .plain)
    #expect(text.hasSuffix("\n\nQuestion to you: May I go ahead? I am to ask before I do.\n"))
  }

  @Test func everyAnswerOfTheShippedKnowledgeCanBeHandedOver() throws {
    let knowledge = try Self.knowledge()
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        let one = Case(name: "", organisation: organisation.id, topic: topic.id, replies: [:])
        let plain = try text(of: one, .plain)
        for line in plain.split(separator: "\n") { #expect(line.count <= 76, "\(line)") }
        #expect(plain.contains("Question to you: "))
        let narrow = try text(of: one, .plain, width: 40)
        for line in narrow.split(separator: "\n") { #expect(line.count < 40, "\(line)") }
        // Only a word that is longer than the window is cut.
        #expect(narrow.filter { !$0.isWhitespace } == plain.filter { !$0.isWhitespace })
        let markdown = try text(of: one, .markdown)
        let citations = Self.citations(in: markdown)
        #expect(!citations.isEmpty)
        for citation in citations {
          #expect(markdown.contains("\n- \\[\(citation)\\] "), "\(citation) is not listed")
        }
      }
    }
  }

  /// Every citation that stands in brackets, those of several clauses taken apart.
  private static func citations(in markdown: String) -> [String] {
    let groups = markdown.matches(of: #/\\\[(.+?)\\\]/#).flatMap { $0.1.split(separator: "; ") }
    return groups.flatMap { group in
      let words = group.split(separator: " ")
      return words.dropFirst().map { clause in
        "\(words[0]) \(clause.last == "," ? clause.dropLast() : clause)"
      }
    }
  }

  @Test func stepsThatHangOnAnOpenFactStandBelowTheirCondition() throws {
    let one = Case(
      name: "", organisation: "woking", topic: "posted-by-mistake", replies: ["what": .notSure])
    let text = try text(of: one, .markdown)
    #expect(
      text.contains("- If you were told to take something down: **act**. Take it down."), "\(text)")
    #expect(text.contains("\n  - "))
  }

  @Test func onlyFactsThatTheRulesNameAreHandedOver() throws {
    let one = Case(
      name: "", organisation: "unnamed", topic: "friend-request",
      replies: ["requester": .options(["colleague"]), "reputation": .options(["yes"])])
    let text = try text(of: one, .plain)
    #expect(text.contains("Who is the other person? – A colleague"))
    #expect(!text.contains("good name"))
  }

  @Test(arguments: [
    ("a *b* _c_ `d`", #"a \*b\* \_c\_ \`d\`"#),
    ("[policy 7.4] <b> & ~x~ | $y$", #"\[policy 7.4\] \<b\> \& \~x\~ \| \$y\$"#),
    ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("7. a", "7\\. a"), ("1)", "1\\)"),
    ("7.5 a - b # c + 1. d", "7.5 a - b # c + 1. d"), ("\\", "\\\\"), ("    code", "code"),
    ("one\n# two", "one # two"), ("a\u{202E}b", "a\\\\u{202E}b"), ("", ""),
  ])
  func nothingIsTakenForMarkup(_ text: String, _ markdown: String) {
    #expect(StyledText(text).markdown == markdown)
  }

  @Test func whatIsStrongIsSoWithoutTheBlanksAroundIt() {
    let text = StyledText("Now: ", .heading) + StyledText("go") + StyledText(" ", .heading)
    #expect(text.markdown == "**Now:** go ")
  }
}
