import Diagnostics

/// The words for faults of demo files.
extension Diagnostic {
  private static let steps = DemoStepKind.allCases.map(\.rawValue)

  static func unknownStep(_ name: String, at location: SourceLocation) -> Diagnostic {
    if let kind = DemoStepKind(rawValue: name), kind.action == nil {
      return needsText(name, at: location)
    }
    return Diagnostic(
      .unknownStep, "there is no step '\(name)'", at: location,
      hint: SpellingSuggestion.hint(for: name, among: steps)
        ?? "there is \(steps.joined(separator: ", "))")
  }

  static func notOneAction(_ found: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .notOneAction,
      found.isEmpty
        ? "the step does nothing" : "the step does \(found.joined(separator: " and ")) at once",
      at: location,
      hint: found.isEmpty ? "write what it does, such as 'say: …'" : "make each a step of its own")
  }

  static func needsText(_ kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unfittingValue, "'\(kind)' needs a text", at: location, hint: "write '\(kind): …'")
  }

  static func needsFact(_ kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unfittingValue, "'\(kind)' needs one fact with its reply", at: location,
      hint: "write '\(kind): { fact: reply }'")
  }

  static func takesNoValue(_ kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unfittingValue, "'\(kind)' takes no value", at: location, hint: "write '- \(kind)'")
  }

  static func unfittingPause(longest: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unfittingValue, "a pause lasts a whole number of seconds from 1 to \(longest)",
      at: location, hint: "'- pause' alone waits for a key")
  }

  static func noSteps(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .noSteps, "'steps' must be a list of steps", at: location,
      hint: "write a line for each, such as '- say: …'")
  }

  static func expectsNothing(_ kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .expectsNothing, "nothing can be expected of '\(kind)'", at: location,
      hint: "'expect' stands in a step that leads to an answer, such as 'answer'")
  }

  static func scenarioOnly(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .expectsNothing, "this can be expected of a scenario only", at: location,
      hint: "expect the verdict, its clauses or the next question")
  }
}

/// The words for faults that show once a demo is tried.
extension Diagnostic {
  /// A step that the dialogue has no place for where it stands.
  public static func misplacedStep(
    _ what: String, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.misplacedStep, what, at: location, hint: hint)
  }

  /// A line that the dialogue takes for something else.
  public static func lineNotTaken(
    _ line: String, as what: String, hint: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.lineNotTaken, "'\(line)' is not taken as \(what)", at: location, hint: hint)
  }

  /// A prediction that no answer follows.
  public static func predictionOfNothing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .predictionOfNothing, "no answer follows this prediction", at: location,
      hint: "put it before the reply that the answer follows")
  }

  /// An answer that is not as the demo expects.
  static func demoIsWrong(_ mismatch: Mismatch) -> Diagnostic {
    let what =
      mismatch.field == "facts"
      ? "expected an answer, but the fact \(mismatch.got)"
      : "expected \(mismatch.field) \(mismatch.expected) and got \(mismatch.got)"
    return Diagnostic(
      .demoIsWrong, what,
      at: mismatch.location, notes: mismatch.reasons.map { Note($0, at: mismatch.location) })
  }
}
