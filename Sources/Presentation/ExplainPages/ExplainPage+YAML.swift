import Diagnostics

/// Y: the text of a file.
extension ExplainPage {
  private static let goodFact = "hot: { question: Is it hot?, kind: yes-no }"

  static let yamlPages: [ExplainPage] = [
    ExplainPage(
      .invalidUTF8, "A file is not written in UTF-8",
      cause: """
        Files are text in UTF-8. A byte of this one is no part of such a text: as a rule the editor \
        saved it in an older encoding, so that letters such as é went wrong. No text can show it.
        """,
      repair: "Save the file as UTF-8, and write the letter at the place that is named anew."),
    ExplainPage(
      .syntax, "A file is not YAML",
      cause: """
        The signs at this place mean something in YAML that cannot stand here. The most frequent \
        reasons are a colon and a blank inside a text, an indent that differs from its neighbours, \
        and a bracket or quote without its partner.
        """,
      in: .file("facts.yaml"), bad: "hot: { question: Hot: yes or no?, kind: yes-no",
      good: "hot: { question: \"Hot: yes or no?\", kind: yes-no }",
      repair: "Put texts with a colon or a # in quotes, and line up what belongs together."),
    ExplainPage(
      .emptyFile, "A file holds nothing",
      cause: "A file that the knowledge needs has nothing in it, or comments only.",
      in: .file("facts.yaml"), bad: "# Nothing yet.", good: goodFact,
      repair: "Write what belongs there, or remove the file if nothing does."),
    ExplainPage(
      .secondDocument, "A file holds two YAML documents",
      cause: "A line of three hyphens begins a second document, and this file may hold but one.",
      in: .file("facts.yaml"),
      bad: "\(goodFact)\n---\ncold: { question: Is it cold?, kind: yes-no }",
      good: goodFact, repair: "Remove the line, or move what stands below it into its own file."),
    ExplainPage(
      .alias, "An alias stands for another value",
      cause: """
        `*name` repeats a value from elsewhere. The knowledge has no aliases, so that every line can \
        be read where it stands. A text that begins with an asterisk is taken for one.
        """,
      in: .file("facts.yaml"), bad: "hot: *warm", good: goodFact,
      repair: "Write the value itself, or put the text in quotes."),
    ExplainPage(
      .anchor, "A value is named as an anchor",
      cause: """
        `&name` gives a value a name for aliases, which the knowledge does not have. A text that \
        begins with an ampersand is taken for one.
        """,
      in: .file("facts.yaml"), bad: "hot: &warm { question: Is it hot?, kind: yes-no }",
      good: goodFact, repair: "Remove the name, or put the text in quotes."),
    ExplainPage(
      .tag, "A value has a tag",
      cause: """
        `!name` says of what type a value is. Values of the knowledge are texts, lists and mappings, \
        and need no types. A text that begins with an exclamation mark is taken for one.
        """,
      in: .file("facts.yaml"), bad: "hot: { question: !!str Is it hot?, kind: yes-no }",
      good: goodFact, repair: "Remove the tag, or put the text in quotes."),
    ExplainPage(
      .keyIsNoText, "A name is a list or a mapping",
      cause: "What stands before a colon must be a text.",
      in: .file("facts.yaml"), bad: "[hot, warm]: { question: Is it hot?, kind: yes-no }",
      good: goodFact, repair: "Write one name before the colon."),
    ExplainPage(
      .duplicateKey, "A name stands twice in a mapping",
      cause: "Two entries of one mapping have the same name, and only one of them could count.",
      in: .file("facts.yaml"), bad: "\(goodFact)\nhot: { question: Is it warm?, kind: yes-no }",
      good: goodFact, repair: "Rename or remove one of the two."),
    ExplainPage(
      .wrongShape, "A value has the wrong shape",
      cause: "A list stands where a text or a mapping should, or the other way about.",
      in: .file("facts.yaml"), bad: "hot: [yes, no]", good: goodFact,
      repair: "Write what the message asks for: a text, a list, or lines `name: value`."),
    ExplainPage(
      .missingField, "A field is missing",
      cause: "Something is declared without a field that it needs.",
      in: .file("facts.yaml"), bad: "hot: { kind: yes-no }", good: goodFact,
      repair: "Add the field that the message names."),
    ExplainPage(
      .unknownField, "A field has no meaning",
      cause: "A field stands where nobody reads it; as a rule its name is misspelt.",
      in: .file("facts.yaml"),
      bad: "hot: { question: Is it hot?, kind: yes-no, hepl: Feel it. }",
      good: "hot: { question: Is it hot?, kind: yes-no, help: Feel it. }",
      repair: "Write its name as the hint has it, or remove it."),
    ExplainPage(
      .unlistedFaults, "There are more faults than are listed",
      cause: """
        Only the first hundred faults are listed. So many come of a few causes as a rule, and no text \
        can show it in a few lines.
        """,
      repair: "Mend the faults that are listed, and check again."),
  ]
}
