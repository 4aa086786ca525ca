import DecisionEngine
import Goldens
import PolicyModel
import Scenarios
import Testing

@testable import Presentation

/// Sheets for a class, made of the shipped knowledge.
@Suite struct HandoutSheetTests {
  private static let today = CalendarDate("2026-11-21")

  private func handout(
    _ topic: Identifier<Topic>, _ organisation: Identifier<Organisation>
  ) throws -> Handout {
    let knowledge = try HandoffTests.knowledge()
    let table = try #require(DecisionTable(knowledge, organisation: organisation, topic: topic))
    return Handout(on: table, knowledge: knowledge, today: try #require(Self.today))
  }

  private func handout(of text: String) throws -> Handout {
    let knowledge = try HandoffTests.knowledge()
    let set = ScenarioSet(
      [ScenarioFile(name: "a.yaml", bytes: Array(text.utf8))], knowledge: knowledge)
    #expect(set.diagnostics.isEmpty, "\(set.diagnostics)")
    return Handout(on: set.scenarios, knowledge: knowledge, today: try #require(Self.today))
  }

  private static let builder = """
    scenario: A <builder> & co
    organisation: woking
    asks: A builder who bids for our work wants to connect. May I accept?
    facts: { requester: contractor, conflict-free: "no" }
    notes: Ask for the clause.
    expect: { topic: friend-request, verdict: "no" }

    """

  @Test func theSheetOnATopicReadsAsItWasAccepted() throws {
    try Golden().expect(
      try handout("friend-request", "swansea").markdown, equals: "handout-topic.md")
  }

  @Test func theSheetOnAScenarioReadsAsItWasAccepted() throws {
    try Golden().expect(try handout(of: Self.builder).markdown, equals: "handout-scenario.md")
  }

  /// The text below a heading, up to the next.
  private func part(_ heading: String, of markdown: String) throws -> Substring {
    let rest = try #require(markdown.split(separator: "\n## \(heading)\n").dropFirst().first)
    return rest.split(separator: "\n## ").first ?? ""
  }

  @Test(arguments: ["nottinghamshire", "swansea", "unnamed", "woking"])
  func everyTopicHasAWellFormedSheetWithoutAnswersInItsExercises(_ name: String) throws {
    let organisation = Identifier<Organisation>(name)
    for topic in try HandoffTests.knowledge().topics {
      let handout = try handout(topic.id, organisation)
      let page = HTMLPage(handout.html)
      #expect(page.isWellFormed, "\(topic.id)")
      let headings = page.headings
      #expect(headings.first == topic.title)
      for part in ["The situation", "The questions", "The tree of questions", "The verdicts"] {
        #expect(headings.contains(part), "\(topic.id): \(part)")
      }
      #expect(headings.contains("Whom to go to"))
      let exercises = try part("Exercises", of: handout.markdown)
      let key = try part("Key to the exercises", of: handout.markdown)
      let count = exercises.split(separator: "### Exercise ").count - 1
      #expect(count > 0 && key.split(separator: "### Exercise ").count - 1 == count)
      for verdict in Verdict.allCases {
        #expect(!exercises.contains("**\(Wording.headline(verdict))**"), "\(topic.id)")
      }
      #expect(key.matches(of: #/### Exercise \d+\n\n\*\*[A-Z]/#).count == count)
    }
  }

  @Test func theSituationIsToldAndItsVerdictStandsInTheKeyAlone() throws {
    let markdown = try handout(of: Self.builder).markdown
    let situation = try part("The situation", of: markdown)
    #expect(situation.contains("### A \\<builder\\> \\& co"))
    #expect(situation.contains("A contractor, supplier or other business contact"))
    #expect(!situation.contains("**NO**") && !situation.contains("Ask for the clause"))
    let key = try part("Key to the exercises", of: markdown)
    #expect(key.hasPrefix("\n### Exercise 1\n\n**NO** Do not go ahead"))
    #expect(key.contains("policy 7.5") && key.contains("Ask for the clause."))
    #expect(try part("Exercises", of: markdown).contains("What if, in “A \\<builder"))
  }

  @Test func scenariosOfSeveralTopicsHavePartsOfTheirOwnAndOneKey() throws {
    let other = Self.builder.replacing("A <builder>", with: "Second").replacing(
      "organisation: woking", with: "organisation: swansea"
    ).replacing("requester: contractor, conflict-free: \"no\"", with: "relation: now")
    let markdown = try handout(of: Self.builder + "---\n" + other).markdown
    let name = "The situation: Friend, follow and connection requests · "
    #expect(markdown.contains("## \(name)Woking Borough Council\n"))
    #expect(markdown.contains("## \(name)City and County of Swansea Council\n"))
    #expect(markdown.matches(of: #/\n## Key to the exercises\n/#).count == 1)
    let tasks = try part("Exercises", of: markdown).matches(of: #/### Exercise (\d+)/#)
    #expect(tasks.compactMap { Int($0.1) } == Array(1...tasks.count))
  }
}
