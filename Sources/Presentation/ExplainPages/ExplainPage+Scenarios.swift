import Diagnostics

/// S: scenario files.
extension ExplainPage {
  private static let goodScenario = """
    scenario: A hot pan
    organisation: kitchen
    facts: { hot: "yes" }
    expect: { topic: pans, verdict: "no" }
    """

  static let scenarioPages: [ExplainPage] = [
    ExplainPage(
      .unknownScenarioName, "A scenario names what the knowledge does not have",
      cause: "A fact, option, topic, organisation, clause or contact of a scenario does not exist.",
      in: .scenarios,
      bad: """
        scenario: A hot pan
        organisation: kitchen
        facts: { warm: "yes" }
        expect: { topic: pans, verdict: "no" }
        """,
      good: goodScenario, repair: "Write the name as the hint has it."),
    ExplainPage(
      .unfittingReply, "A reply does not fit its fact",
      cause: "Two options are given of a fact that has one, or the exclusive option beside others.",
      in: .scenarios,
      bad: """
        scenario: A hot pan
        organisation: kitchen
        facts: { hot: ["yes", "no"] }
        expect: { topic: pans, verdict: "no" }
        """,
      good: goodScenario, repair: "Give one option, or make two scenarios."),
    ExplainPage(
      .duplicateScenario, "Two scenarios have one name",
      cause: "A report names scenarios, and could not tell these two apart.",
      in: .scenarios, bad: goodScenario + "\n---\n" + goodScenario, good: goodScenario,
      repair: "Say in the name how they differ."),
    ExplainPage(
      .nothingExpected, "A scenario expects nothing",
      cause: "A scenario that only names its topic would hold whatever the answer says.",
      in: .scenarios,
      bad: """
        scenario: A hot pan
        organisation: kitchen
        facts: { hot: "yes" }
        expect: { topic: pans }
        """,
      good: goodScenario, repair: "Add the verdict, or what else must be told."),
    ExplainPage(
      .textNeeded, "An expectation needs a question",
      cause: "`understood` is about how a question is taken, and the scenario has no `asks`.",
      in: .scenarios,
      bad: """
        scenario: A hot pan
        organisation: kitchen
        expect: { topic: pans, understood: far }
        """,
      good: """
        scenario: A hot pan
        organisation: kitchen
        asks: May I touch the pan?
        expect: { topic: pans, understood: far }
        """,
      repair: "Add `asks` with what the person types."),
    ExplainPage(
      .unreadableTable, "A table of scenarios cannot be read",
      cause:
        "A row has more cells than there are columns, a quote has no end, or a name is missing.",
      in: .scenarioTable,
      bad: """
        scenario,organisation,hot,topic,verdict
        A hot pan, and gloves,kitchen,yes,pans,no
        """,
      good: """
        scenario,organisation,hot,topic,verdict
        "A hot pan, and gloves",kitchen,yes,pans,no
        """,
      repair: "Put cells with commas in quotes, and name every column once."),
    ExplainPage(
      .noScenarios, "A file holds no scenario",
      cause: "A file that tries nothing would pass unseen.",
      in: .scenarios, bad: "# To be written.", good: goodScenario,
      repair: "Write a scenario, or remove the file."),
  ]
}
