import Diagnostics

/// D: the knowledge held against the original documents.
extension ExplainPage {
  private static let goodOriginal = """
    Kitchen Rules

    1. Never touch a hot pan.
    2. In doubt, ask the cook.
    3. Burns are reported at once.
    4. The cook must clean the hob.
    """

  static let originalPages: [ExplainPage] = [
    ExplainPage(
      .missingOriginal, "A document has no original here",
      cause: """
        `check --documents` takes the file in which at least half of a document's clauses stand for \
        its original, and there is none in the folder.
        """,
      in: .original, bad: "1. Something else.\n2. Altogether.", good: goodOriginal,
      repair: "Put the document there as plain text, and say in organisation.yaml how it counts."),
    ExplainPage(
      .missingPart, "The original has no such part",
      cause: "The original does not count as far as the id of a clause, or counts otherwise.",
      in: .original,
      bad: """
        Kitchen Rules

        1. Never touch a hot pan.
        2. In doubt, ask the cook.
        3. Burns are reported at once.
        """,
      good: goodOriginal, repair: "Give the clause the number under which the document prints it."),
    ExplainPage(
      .misplacedAnchor, "An anchor does not stand where its clause is",
      cause: "The words of the anchor are not found in the part of the original that is cited.",
      in: .original,
      bad: """
        Kitchen Rules

        1. Never touch a cold spoon.
        2. In doubt, ask the cook.
        3. Burns are reported at once.
        4. The cook must clean the hob.
        """,
      good: goodOriginal, repair: "Cite the part in which the words stand, or mend the anchor."),
  ]
}
