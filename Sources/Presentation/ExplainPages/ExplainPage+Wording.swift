import Diagnostics

/// L012 to L018: advice held against its clauses, and how it reads.
extension ExplainPage {
  static let wordingPages: [ExplainPage] = [
    ExplainPage(
      .stepWithoutDeadline, "A step does not say when",
      cause: """
        The gist of the clause on which the step rests gives a time, such as at once or within 24 \
        hours, and no step of the rule that rests on it does.
        """,
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: act
          say: You have burnt yourself.
          steps: [{ do: Report the burn to the cook., cite: [rules 3] }]
          cite: [rules 1]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: act
          say: You have burnt yourself.
          steps: [{ do: Report the burn to the cook., by: at once, cite: [rules 3] }]
          cite: [rules 1]
        """,
      repair: "Add `by` with the time. If it is another step that is urgent, let that one cite it."),
    ExplainPage(
      .stepWithoutActor, "A step does not say who",
      cause:
        "The gist of the clause names a contact who has to do the step, and the step does not.",
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Leave it.
          steps: [{ do: Clean the hob., cite: [rules 4] }]
          cite: [rules 1]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Leave it.
          steps: [{ do: Clean the hob., who: The cook, cite: [rules 4] }]
          cite: [rules 1]
        """,
      repair:
        "Add `who`. If the person asking is meant, as that contact, mark it: `meant: { L013: … }`."),
    ExplainPage(
      .harderThanClause, "Advice is harder than its clause",
      cause: """
        The sentence says must, has to or do not, and no clause cited has the force of must; or it \
        says no, and every clause cited only allows or tells something.
        """,
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: ask-first
          say: You must ask the cook.
          cite: [rules 2]
          contacts: [cook]
        - { id: cold, when: { hot: "no" }, say: It is cold., cite: [rules 1] }
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: ask-first
          say: You can ask the cook.
          cite: [rules 2]
          contacts: [cook]
        - { id: cold, when: { hot: "no" }, say: It is cold., cite: [rules 1] }
        """,
      repair: """
        Say it as strictly as the clause, cite the clause that is as strict, or give the reason for a \
        strict reading with `meant: { L014: … }`.
        """),
    ExplainPage(
      .softerThanClause, "Advice is softer than its clause",
      cause: """
        The sentence says should, and every clause cited says must; or it says yes, and every clause \
        cited forbids something.
        """,
      in: .rules,
      bad: """
        - { id: hot, when: { hot: "yes" }, verdict: no, say: You should leave it., cite: [rules 1] }
        """,
      good: """
        - { id: hot, when: { hot: "yes" }, verdict: no, say: Do not touch it., cite: [rules 1] }
        """,
      repair: """
        Say it as strictly as the clause. Where the clause itself is milder at this point, say so in \
        its gist or with `meant: { L015: … }`.
        """),
    ExplainPage(
      .repeatedWording, "Two things are asked in the same words",
      cause: "Two facts, two options of a fact, or two topics have the same words for people.",
      in: .file("facts.yaml"),
      bad: """
        hot:
          question: How warm is it?
          kind: one
          options: { "yes": { label: Hot }, "no": { label: Hot } }
        """,
      good: """
        hot:
          question: How warm is it?
          kind: one
          options: { "yes": { label: Hot }, "no": { label: Cold } }
        """,
      repair: "Say how they differ, or make one of them."),
    ExplainPage(
      .longSentence, "A sentence is long",
      cause: "A sentence that employees read has more than 30 words.",
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: >-
            Do not touch the pan while it is hot, even if you are in a hurry and the cook is away and
            there are gloves on the shelf, since it burns all who touch it.
          cite: [rules 1]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Do not touch the pan while it is hot, even if you are in a hurry. It burns.
          cite: [rules 1]
        """,
      repair: "Make two sentences of it."),
    ExplainPage(
      .hardToRead, "A text is hard to read",
      cause: """
        What is read together, such as all that one rule tells, has a reading age above 14 by the \
        Flesch–Kincaid grade and 5 years. It is measured from 40 words on, as one long word would \
        decide in less; names count as short words.
        """,
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: >-
            Manipulating culinary equipment at elevated temperatures is unacceptable, irrespective
            of individual circumstances, departmental necessities or operational considerations.
          because: >-
            Unprotected exposure invariably occasions considerable injuries, necessitating
            comprehensive documentation, organisational investigation and professional supervision,
            particularly regarding inexperienced employees and temporary personnel. No exceptions are available.
          cite: [rules 1]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Do not touch a hot pan. Wait until it is cold, or use the gloves on the shelf.
          because: >-
            A hot pan burns your hand in less than a second. Each burn has to be told to the cook,
            who writes it down, and looks at how it came about and what can be done.
          cite: [rules 1]
        """,
      repair:
        "Begin with the sentence that the hint shows: shorter words, and two sentences for one."),
  ]
}
