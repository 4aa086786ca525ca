import PolicyModel
import YAMLReading

extension ValueShape {
  static let ids = ValueShape.oneOrMore(.pattern(MappingShape.ids))
  static let texts = ValueShape.oneOrMore(.text)
  static let citations = ValueShape.oneOrMore(.pattern(#"^\s*\S+\s+\S+\s*$"#))
  static let date = ValueShape.pattern(#"^\d{4}(-\d{2}(-\d{2})?)?$"#)

  /// One of the words of a type.
  static func word<Word: RawRepresentable & CaseIterable>(
    of type: Word.Type
  ) -> ValueShape where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }
}

/// The mappings of `facts.yaml`, `topics.yaml` and `words.yaml`.
extension MappingShape {
  /// Findings of `check` that are meant.
  static let marks = MappingShape(names: "^[A-Z][0-9]{3}$", to: .text)

  static let meant = Field.optional(
    "meant", .mapping(marks), "Codes of findings that are meant, each with why.")

  static let fact = MappingShape([
    .required("question", "What the person is asked."),
    .required(
      "kind", .word(of: Fact.Kind.self),
      "How many options hold: exactly one, one or more, or the fact is a yes or no."),
    .optional("help", "What to think of when answering."),
    .optional("unsure", "How somebody who is not sure can settle it."),
    .optional(
      "heard-is-all", .word(["yes", "no"]),
      "Whether what a sentence states of a list is all of it, so that it is not asked."),
    .optional(
      "options", .mapping(MappingShape(names: ids, to: .mapping(.option))),
      "The options in the order in which they are offered; not needed for a yes-no fact."),
    meant,
  ])

  static let option = MappingShape([
    .optional("label", "What is offered to pick from; needed unless the fact is a yes-no fact."),
    .optional("said", "What finishes a sentence that begins with “If”."),
    .optional("under", "The heading beneath which it stands in a long list."),
    .optional("heard-as", .texts, "Phrases that state it, wherever they stand in a sentence."),
    .optional("replied-as", .texts, "Words that name it only in reply to the question."),
    meant,
  ])

  static let topic = MappingShape([
    .required("title", "What it is called."),
    .optional("asks", "The question that it answers, in the person's words."),
    .optional("facts", .ids, "The facts it may ask, in the order in which they are asked."),
    meant,
  ])

  static let wordGroups = MappingShape(names: ids, to: .texts)

  static let words = MappingShape([
    .optional("synonyms", .mapping(.wordGroups), "Words that count as one wherever they stand."),
    .optional("groups", .mapping(.wordGroups), "Words that count as one in phrases of options."),
  ])

  static let invariant = MappingShape([
    .required("says", "What it demands, in a sentence."),
    .optional("topics", .ids, "The topics it is about; all, if there are none."),
    .optional("when", .defined("condition"), "The cases it is about."),
    .optional("never", .verdicts, "No case has one of these verdicts."),
    .optional("cites", .verdicts, "What gives one of these verdicts cites a clause."),
    .optional(
      "names-contact", .verdicts, "An answer with one of these verdicts names somebody to go to."),
  ])
}

extension ValueShape {
  static let verdicts = ValueShape.oneOrMore(.word(of: Verdict.self))
}
