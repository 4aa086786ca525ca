import Diagnostics

/// The other K codes: what rules and topics may say.
extension ExplainPage {
  private static let goodRule = """
    - { id: hot, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
    """

  static let ruleFilePages: [ExplainPage] = [
    ExplainPage(
      .invalidCitation, "A citation cannot be read",
      cause: "A citation is the id of a document, a blank, and the id of a clause.",
      in: .rules,
      bad: "- { id: hot, when: { hot: \"yes\" }, verdict: no, say: Leave it., cite: [rules] }",
      good: goodRule, repair: "Write both, such as `rules 1`."),
    ExplainPage(
      .numberOfOptions, "A fact has too few or too many options",
      cause: "A fact needs 2 to 64 options; those of a yes-no fact are yes and no.",
      in: .file("facts.yaml"),
      bad: "hot: { question: Is it hot?, kind: one, options: { \"yes\": { label: Hot } } }",
      good: """
        hot:
          question: Is it hot?
          kind: one
          options: { "yes": { label: Hot }, "no": { label: Cold } }
        """,
      repair: "Add the options that are missing; a fact with one option needs no question."),
    ExplainPage(
      .factOutsideTopic, "A rule hangs on a fact that its topic does not ask",
      cause:
        "The topic's list in topics.yaml says which facts it may ask, and this one is not there.",
      in: .file("topics.yaml"),
      bad: """
        pans: { title: Touching pans, facts: [] }
        lids: { title: Lifting lids, facts: [] }
        """,
      good: """
        pans: { title: Touching pans, facts: [hot] }
        lids: { title: Lifting lids, facts: [] }
        """,
      repair: "Add the fact to the topic's list, where people find it easiest to answer."),
    ExplainPage(
      .emptyCondition, "A condition names nothing",
      cause:
        "A condition has no fact, a fact has no options, or `any` and `all` hold no condition.",
      in: .rules,
      bad: "- { id: hot, when: {}, verdict: no, say: Leave it., cite: [rules 1] }", good: goodRule,
      repair: "Leave `when` out for a rule that always holds, or name what is meant."),
    ExplainPage(
      .missingCitation, "A rule cites no clause",
      cause: "Every rule rests on a clause, since the program says only what the documents say.",
      in: .rules, bad: "- { id: hot, when: { hot: \"yes\" }, verdict: no, say: Leave it. }",
      good: goodRule, repair: "Add `cite: […]`, or remove the rule if no clause says so."),
    ExplainPage(
      .conditionsAndVerdict, "Conditions and verdict do not fit",
      cause: "A yes-if needs conditions under `provided`, and no other verdict can have them.",
      in: .rules,
      bad: "- { id: hot, when: { hot: \"yes\" }, verdict: yes-if, say: Go on., cite: [rules 1] }",
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: yes-if
          say: You may touch it with gloves.
          provided: [you wear gloves]
          cite: [rules 1]
        """,
      repair: "Name the conditions, or say with the verdict and steps what is to be done."),
    ExplainPage(
      .overrideCircle, "Rules override each other in a circle",
      cause: "Each of some rules is set aside by the next, so that none of them could hold.",
      in: .rules,
      bad: """
        - { id: hot, when: { hot: "yes" }, overrides: [pan], say: Hot., cite: [rules 1] }
        - { id: pan, overrides: [hot], say: It is a pan., cite: [rules 1] }
        """,
      good: """
        - { id: hot, when: { hot: "yes" }, overrides: [pan], say: Hot., cite: [rules 1] }
        - { id: pan, say: It is a pan., cite: [rules 1] }
        """,
      repair: "Let only the rule that relaxes another name it."),
    ExplainPage(
      .contradictingRules, "Two rules contradict each other",
      cause: "Two rules have the same condition and different verdicts, and neither overrides.",
      in: .rules,
      bad: """
        - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
        - { id: gloves, when: { hot: "yes" }, verdict: "yes", say: Go on., cite: [rules 2] }
        """,
      good: """
        - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
        - { id: cold, when: { hot: "no" }, verdict: "yes", say: Go on., cite: [rules 2] }
        """,
      repair: "Let one override the other, or change a condition. L005 finds it by meaning as well."
    ),
  ]
}
