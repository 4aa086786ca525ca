import PolicyModel
import YAMLReading

/// How scenario files are made.
public enum ScenarioShape {
  static let scenario = MappingShape([
    .required("scenario", "Its name, which no other scenario of a run has."),
    .required("organisation", .pattern(MappingShape.ids), "Whose documents apply."),
    .optional("asks", "What the person types."),
    .optional("tags", .oneOrMore(.text), "Words by which scenarios are picked for a run."),
    .optional("notes", "What a trainer may say about it."),
    .optional(
      "facts", .mapping(facts), "The facts by their ids, with ids of options or not-sure."),
    .required("expect", .mapping(expectation), "What is expected of the answer."),
  ])

  static let facts = MappingShape(names: MappingShape.ids, to: .oneOrMore(.text))

  static let expectation = MappingShape([
    .required("topic", .pattern(MappingShape.ids), "The topic."),
    .optional("verdict", .verdict, "The verdict."),
    .optional("possible", .oneOrMore(.verdict), "Every verdict that unknown facts leave open."),
    .optional("cite", .citations, "Clauses that must be cited; more may be."),
    .optional("never-cite", .citations, "Clauses that must not be cited."),
    .optional("contacts", .ids, "Contacts that must be named; more may be."),
    .optional("never-contacts", .ids, "Contacts that must not be named."),
    .optional("provided", .oneOrMore(.text), "Words of conditions that must be told."),
    .optional("steps", .oneOrMore(.text), "Words of steps, in their order."),
    .optional("asked", .ids, "Exactly the facts that the dialogue asks, in their order."),
    .optional("asked-at-least", .ids, "Facts that must be among those asked."),
    .optional("next", .pattern(MappingShape.ids), "The fact that is asked next."),
    .optional(
      "understood", .word(Expectation.Understanding.allCases.map(\.rawValue)),
      "How the question must be understood."),
  ])

  /// What editors are told of scenario files, made of the shape by which they are decoded.
  public static var schema: any Encodable & Sendable {
    JSONSchema(titled: "askfirst: scenario", scenario)
  }
}

extension ValueShape {
  fileprivate static let verdict = ValueShape.word(Verdict.allCases.map(\.rawValue))
  fileprivate static let ids = ValueShape.oneOrMore(.pattern(MappingShape.ids))
  fileprivate static let citations = ValueShape.oneOrMore(.pattern(#"^\S+ \S"#))

  /// Whether more than one value can stand there.
  var isList: Bool {
    if case .oneOrMore = self { return true }
    return false
  }
}
