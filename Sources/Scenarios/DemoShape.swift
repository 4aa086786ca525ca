import YAMLReading

/// How demo files are made.
public enum DemoShape {
  static let demo = MappingShape([
    .required("title", "What the demo is called."),
    .required("organisation", .pattern(MappingShape.ids), "Whose documents apply."),
    .required(
      "steps",
      .list(.either(.word(DemoStepKind.allCases.map(\.rawValue)), .mapping(step))),
      "What happens, one step after the other."),
  ])

  static let step = MappingShape(
    DemoStepKind.allCases.map {
      .optional(
        $0.rawValue, .either(.text, .mapping(ScenarioShape.facts)), "A step: \($0.rawValue).")
    } + [
      .optional(
        "expect", .mapping(expectation),
        "What is expected of the answer that the step leads to.")
    ])

  /// What a scenario can expect but for the topic, which the dialogue has.
  private static let expectation = MappingShape(
    ScenarioShape.expectation.fields.filter { $0.key != "topic" })

  /// What editors are told of demo files, made of the shape by which they are decoded.
  public static var schema: any Encodable & Sendable {
    JSONSchema(titled: "askfirst: demo", demo)
  }
}
