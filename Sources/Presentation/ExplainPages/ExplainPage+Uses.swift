import Diagnostics

/// L001, L002, L008 to L010, L019, L020: what is declared and not used, or no longer right.
extension ExplainPage {
  private static let goodRule = """
    - { id: hot, when: { hot: "yes" }, verdict: no, say: Leave it., cite: [rules 1] }
    """

  static let usePages: [ExplainPage] = [
    ExplainPage(
      .unaccountedClause, "No rule cites a clause",
      cause: "A clause that nothing cites is one of which nobody is told; it may be forgotten.",
      in: .clauses,
      bad: """
        "5": { label: rule 5, kind: duty, force: must, gist: Wash your hands., anchor: wash hands }
        """,
      good: """
        "5":
          label: rule 5
          kind: duty
          force: must
          gist: Wash your hands.
          anchor: wash hands
          background: Common sense, of which nobody asks.
        """,
      repair: "Cite it in a rule, or say with `background` why no rule needs to."),
    ExplainPage(
      .citedBackground, "A clause is cited and marked as background",
      cause:
        "`background` says why no rule needs to cite a clause, and a rule cites it all the same.",
      in: .file("kitchen/rules/lids.yaml"),
      bad: """
        topic: lids
        fallback: all
        rules: []
        otherwise: { verdict: silent, say: Nothing., cite: [rules 3, rules 4, rules title] }
        """,
      good: """
        topic: lids
        fallback: all
        rules: []
        otherwise: { verdict: silent, say: Nothing., cite: [rules 3, rules 4] }
        """,
      repair: "Remove `background`; `check --fix` does so."),
    ExplainPage(
      .idleFact, "A fact changes nothing",
      cause: """
        A topic lists a fact on which none of its rules hangs, no topic lists it, or rules name it \
        although every reply comes to the same.
        """,
      in: .file("facts.yaml"),
      bad: """
        hot: { question: Is it hot?, kind: yes-no }
        wet: { question: Is it wet?, kind: yes-no }
        """,
      good: "hot: { question: Is it hot?, kind: yes-no }",
      repair: "Take it out of the topic's facts, which `check --fix` does, or out of the rules."),
    ExplainPage(
      .idleOption, "An option changes nothing",
      cause: """
        No rule of any organisation treats the option otherwise than another of the same fact, or, \
        in a checklist, otherwise than nothing ticked.
        """,
      in: .file("facts.yaml"),
      bad: """
        hot:
          question: How warm is it?
          kind: one
          options:
            "yes": { label: Hot }
            "no": { label: Cold }
            lukewarm: { label: Lukewarm }
        """,
      good: """
        hot:
          question: How warm is it?
          kind: one
          options:
            "yes": { label: Hot }
            "no": { label: Cold or lukewarm }
        """,
      repair: """
        Make one option of the two. If people look for both, say why with `meant: { L009: … }` \
        beside its label.
        """),
    ExplainPage(
      .unusedContact, "Nobody is sent to a contact",
      cause: "No rule and no fallback names the contact, so that it appears in no answer.",
      in: .file("kitchen/organisation.yaml"),
      bad: organisationHead.replacing(
        "fallback:", with: "  waiter: { name: The waiter, for: Guests }\nfallback:")
        + "\n    numbering: { style: paragraphs }\n    verified-on: 2026-01-01",
      good: organisationHead
        + "\n    numbering: { style: paragraphs }\n    verified-on: 2026-01-01",
      repair: """
        Name it where the document sends people to it, or remove it. A contact that is there to be \
        looked up only is marked with `meant: { L010: … }`.
        """),
    ExplainPage(
      .pastReview, "A document is past its review",
      cause:
        "The date by which the document was to be reviewed has passed on the day of the check.",
      in: .file("kitchen/organisation.yaml"),
      bad: organisationHead
        + "\n    numbering: { style: paragraphs }\n    dates: { review: 2020-01 }\n    verified-on: 2026-01-01",
      good: organisationHead
        + "\n    numbering: { style: paragraphs }\n    dates: { review: 2999-01 }\n    verified-on: 2026-01-01",
      repair: """
        Ask the owner for a newer document. Answers tell their readers that the date has passed; \
        where the old one still counts, say so with `meant: { L019: … }`.
        """),
    ExplainPage(
      .needlessMark, "A mark silences nothing",
      cause: """
        `meant: { CODE: why }` says that a finding is as it should be, and there is no such finding. \
        Left there it would hide the next one.
        """,
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          meant: { L007: The stricter rule says more. }
          verdict: no
          say: Leave it.
          cite: [rules 1]
        """,
      good: goodRule, repair: "Remove it."),
  ]
}
