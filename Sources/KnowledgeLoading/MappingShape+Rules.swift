import PolicyModel
import YAMLReading

/// The mappings of the files of rules.
extension MappingShape {
  static let topicRules = MappingShape([
    .required("topic", .pattern(ids), "The topic, which the file is named after."),
    .required("fallback", .pattern(ids), "The entry of the fallback that a silent answer names."),
    .required("rules", .list(.mapping(.rule)), "The rules; an empty list is one, too."),
    .required(
      "otherwise", .mapping(.otherwise), "What is said where no rule with a verdict holds."),
  ])

  static let rule = MappingShape(
    [
      .required("id", .pattern(ids), "Its name, which no other rule of the file has."),
      .optional("when", .defined("condition"), "When it holds; always, if it is left out."),
      .optional("overrides", .ids, "The rules that are set aside where this one holds."),
      .optional(
        "verdict", .word(of: Verdict.self),
        "The verdict; left out for a remark, which never decides."),
    ] + advice)

  static let otherwise = MappingShape(
    [.required("verdict", .word(of: Verdict.self), "The verdict, nearly always silent.")] + advice)

  private static let advice: [Field] = [
    .required("say", "What the person is told, in a sentence."),
    .optional("because", "Why it is so."),
    .optional("cite", .citations, "The clauses it rests on, as document and clause."),
    .optional("steps", .oneOrMore(.either(.text, .mapping(.step))), "What to do."),
    .optional(
      "provided", .oneOrMore(.either(.text, .mapping(.proviso))), "The conditions of a yes-if."),
    .optional("contacts", .ids, "Whom to go to."),
    meant,
  ]

  static let step = MappingShape([
    .required("do", "What to do."),
    .optional("by", "By when, such as now, today or 24 hours."),
    .optional("who", "Who does it; left out for the person asking."),
    .optional("cite", .citations, "The clauses it rests on, else those of the rule."),
  ])

  static let proviso = MappingShape([
    .required("that", "What has to hold, as the end of a sentence with “provided that”."),
    .optional("cite", .citations, "The clauses it rests on, else those of the rule."),
  ])

  /// Facts with their options, and beside them the words that put conditions together.
  static let condition = MappingShape(
    names: ids, to: .oneOrMore(.text),
    beside: [
      .optional("not", .defined("condition"), "It holds where this does not."),
      .optional("any", .list(.defined("condition")), "One of these holds."),
      .optional("all", .list(.defined("condition")), "All of these hold."),
    ])
}
