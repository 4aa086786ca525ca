import Diagnostics

/// K001 to K012 and their like: the files of the knowledge and what they declare.
extension ExplainPage {
  static let organisationHead = """
    name: The Kitchen
    contacts:
      cook: { name: The cook, for: Everything, cite: [rules 2] }
    fallback:
      all: { say: Ask the cook., contacts: [cook], cite: [rules 2] }
    documents:
      rules:
        title: Kitchen Rules
    """

  static let knowledgePages: [ExplainPage] = [
    ExplainPage(
      .missingFolder, "There is no knowledge folder",
      cause: """
        The folder named with --knowledge or ASKFIRST_KNOWLEDGE does not exist, is a file, or may \
        not be read. No text can show it.
        """,
      repair: "Name the folder in which facts.yaml and topics.yaml stand."),
    ExplainPage(
      .unreadableFile, "A file or folder cannot be read",
      cause: """
        A file of the knowledge is there and cannot be opened: it may not be read, is a folder or a \
        link that leads nowhere. No text can show it.
        """,
      repair: "Give the file back the permission to be read, or mend the link."),
    ExplainPage(
      .missingFile, "A file is missing",
      cause: """
        The knowledge needs facts.yaml, topics.yaml, words.yaml, and for each organisation \
        organisation.yaml, the clauses of each document, and a file of rules for each topic. One of \
        them is not there, so no text can show it.
        """,
      repair: "Write the file, or remove what names it. `askfirst new organisation` makes them all."
    ),
    ExplainPage(
      .unexpectedFile, "A file is not used",
      cause: "A file stands among the knowledge and nothing names it.",
      bad: Example(.file("kitchen/recipes.yaml"), "soup: { label: soup }"),
      good: Example(.file("kitchen/recipes.txt"), "Files that do not end in .yaml are left alone."),
      repair: "Name it, as a document in organisation.yaml, or move it elsewhere."),
    ExplainPage(
      .unknownName, "A name is not declared",
      cause:
        "A fact, option, topic, contact, rule, document or clause is named and declared nowhere.",
      in: .rules,
      bad: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Do not touch it.
          cite: [rules 1]
          contacts: [chef]
        """,
      good: """
        - id: hot
          when: { hot: "yes" }
          verdict: no
          say: Do not touch it.
          cite: [rules 1]
          contacts: [cook]
        """,
      repair: "Write the name as the hint has it, or declare it."),
    ExplainPage(
      .unknownWord, "A word is not one of those allowed",
      cause: "A field that takes one of a few words, such as a verdict, has another.",
      in: .rules,
      bad: "- { id: hot, when: { hot: \"yes\" }, verdict: perhaps, say: No., cite: [rules 1] }",
      good: "- { id: hot, when: { hot: \"yes\" }, verdict: no, say: No., cite: [rules 1] }",
      repair: "Use one of the words that the hint lists."),
    ExplainPage(
      .invalidID, "A name cannot be an id",
      cause: "Ids are lower-case letters, digits and single hyphens; a clause's id has no blanks.",
      in: .rules,
      bad: "- { id: Hot Pan, when: { hot: \"yes\" }, verdict: no, say: No., cite: [rules 1] }",
      good: "- { id: hot-pan, when: { hot: \"yes\" }, verdict: no, say: No., cite: [rules 1] }",
      repair: "Write it in small letters, with hyphens for blanks."),
    ExplainPage(
      .duplicateID, "Two things have one id",
      cause: "Two rules of a file, or two facts of a topic, have the same id.",
      in: .rules,
      bad: """
        - { id: hot, when: { hot: "yes" }, verdict: no, say: No., cite: [rules 1] }
        - { id: hot, when: { hot: "no" }, say: It is cold., cite: [rules 2] }
        """,
      good: """
        - { id: hot, when: { hot: "yes" }, verdict: no, say: No., cite: [rules 1] }
        - { id: cold, when: { hot: "no" }, say: It is cold., cite: [rules 2] }
        """,
      repair: "Rename or remove one of the two."),
    ExplainPage(
      .nameIsNotFileName, "A file of rules is named after another topic",
      cause: "A file of rules has the name of its topic. Here the name and `topic` differ.",
      in: .file("kitchen/rules/lids.yaml"),
      bad: """
        topic: pans
        fallback: all
        rules: []
        otherwise: { verdict: silent, say: Nothing is said., cite: [rules 3, rules 4] }
        """,
      good: """
        topic: lids
        fallback: all
        rules: []
        otherwise: { verdict: silent, say: Nothing is said., cite: [rules 3, rules 4] }
        """,
      repair: "Write the file's name as its topic, or rename the file."),
    ExplainPage(
      .invalidDate, "A date does not exist or does not fit",
      cause: """
        A date is written otherwise than 2020, 2020-08 or 2020-08-31, or is no day; or the review of a \
        document lies before its approval.
        """,
      in: .file("kitchen/organisation.yaml"),
      bad: organisationHead + "\n    numbering: { style: paragraphs }\n    verified-on: 2026-02-30",
      good: organisationHead
        + "\n    numbering: { style: paragraphs }\n    verified-on: 2026-02-28",
      repair: "Write the day as the document prints it, year first."),
    ExplainPage(
      .longAnchor, "An anchor is too long",
      cause: """
        An anchor is the few words by which a clause is found in the original, at most five; the \
        knowledge carries no sentences of the documents.
        """,
      in: .clauses,
      bad: """
        "5":
          label: rule 5
          kind: duty
          force: must
          gist: Wash your hands.
          anchor: always wash your hands before cooking
          background: Common sense.
        """,
      good: """
        "5":
          label: rule 5
          kind: duty
          force: must
          gist: Wash your hands.
          anchor: wash your hands
          background: Common sense.
        """,
      repair: "Keep the words that stand nowhere else."),
    ExplainPage(
      .reservedID, "An id is taken by the format",
      cause: """
        `not`, `any` and `all` are words of conditions, so that no fact can have these ids. `not-sure` \
        is always a possible reply, so that no option can have it.
        """,
      in: .file("facts.yaml"),
      bad: """
        hot: { question: Is it hot?, kind: yes-no }
        any: { question: Is there any?, kind: yes-no }
        """,
      good: "hot: { question: Is it hot?, kind: yes-no }", repair: "Choose another id."),
  ]
}
