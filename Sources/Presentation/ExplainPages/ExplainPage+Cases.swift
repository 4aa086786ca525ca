import Diagnostics

/// L003 to L007 and L011: what all cases of a topic together show.
extension ExplainPage {
  private static let burns = """
    - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
    """

  static let casePages: [ExplainPage] = [
    ExplainPage(
      .violatedInvariant, "An invariant does not hold in some case",
      cause: """
        invariants.yaml says what must hold in every case whatever the rules say, here that nobody \
        is told to touch a hot pan. The scenario shows a case in which it does not.
        """,
      in: .rules,
      bad: """
        - id: gloves
          when: { hot: "yes" }
          verdict: "yes"
          say: Go on.
          cite: [rules 1, rules 2]
        """,
      good: burns,
      repair: "Mend the rule that answers the case, or the invariant if it asks too much."),
    ExplainPage(
      .uncoveredCase, "A case is covered by no rule and no silence",
      cause: """
        Where no rule with a verdict holds, `otherwise` answers. If it is not silent, it gives cases \
        a verdict of which no author has thought; the scenario shows one.
        """,
      in: .file("kitchen/rules/pans.yaml"),
      bad: """
        topic: pans
        fallback: all
        rules:
          - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
        otherwise: { verdict: "yes", say: Go on., cite: [rules 2] }
        """,
      good: """
        topic: pans
        fallback: all
        rules:
          - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
          - { id: cold, when: { hot: "no" }, verdict: "yes", say: Go on., cite: [rules 2] }
        otherwise: { verdict: silent, say: Nothing is said. }
        """,
      repair: "Give the cases that are meant a rule of their own, and let `otherwise` be silent."),
    ExplainPage(
      .conflictingRules, "Two rules contradict each other in the same cases",
      cause: """
        Two rules hold in exactly the same cases, though their conditions are written in different \
        ways, and give different verdicts without an override. The scenario shows a case.
        """,
      in: .rules,
      bad: """
        - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
        - id: gloves
          when: { not: { hot: "no" } }
          verdict: "yes"
          say: Go on.
          cite: [rules 2]
        """,
      good: burns, repair: "Let one override the other, or change a condition."),
    ExplainPage(
      .idleRule, "A rule can never hold",
      cause: """
        No case meets the condition of the rule, or a rule that overrides it holds wherever it would. \
        So nobody is ever told what it says.
        """,
      in: .rules,
      bad: """
        - { id: burns, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
        - id: lukewarm
          when: { all: [{ hot: "yes" }, { hot: "no" }] }
          say: Wait a little.
          cite: [rules 2]
        """,
      good: burns, repair: "Mend the condition, or remove the rule."),
    ExplainPage(
      .hiddenRule, "A rule never matters",
      cause: """
        Wherever the rule holds, a stricter one holds as well and gives the verdict. So its own \
        verdict never counts, and as a rule its author did not see it.
        """,
      in: .rules,
      bad: """
        - { id: pans, verdict: no, say: Leave it., cite: [rules 1] }
        - { id: cold, when: { hot: "no" }, verdict: "yes", say: Go on., cite: [rules 2] }
        """,
      good: """
        - { id: pans, verdict: no, say: Leave it., cite: [rules 1] }
        - id: cold
          when: { hot: "no" }
          overrides: [pans]
          verdict: "yes"
          say: Go on.
          cite: [rules 2]
        """,
      repair: """
        Let it override what hides it, make it a remark without a verdict, or remove it. If it is \
        meant, say why with `meant: { L007: … }`.
        """),
    ExplainPage(
      .askFirstWithoutContact, "Somebody is told to ask first and not whom",
      cause: "In some case the verdict is ask-first, and no rule that holds names a contact.",
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: ask-first
          say: Ask before you touch it.
          cite: [rules 1]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: ask-first
          say: Ask before you touch it.
          cite: [rules 1]
          contacts: [cook]
        """,
      repair: "Name the contact whom the clause names, or the nearest that the document offers."),
  ]
}
