import Diagnostics

/// The words for faults of scenario files.
extension Diagnostic {
  static func unknownName(
    _ name: String, of kind: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let list = known.count <= 12 ? "there is \(known.joined(separator: ", "))" : nil
    return Diagnostic(
      .unknownScenarioName, "unknown \(kind) '\(name)'", at: location,
      hint: SpellingSuggestion.hint(for: name, among: known) ?? (known.isEmpty ? nil : list))
  }

  static func noRules(_ topic: String, of organisation: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .unknownScenarioName, "'\(organisation)' has no rules on '\(topic)'", at: location)
  }

  static func malformedCitation(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unknownScenarioName, "'\(text)' is no citation", at: location,
      hint: "write the document, a blank and the clause, such as 'policy 7.5'")
  }

  static func unfittingReply(_ what: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.unfittingReply, what, at: location)
  }

  static func factWithoutValue(
    _ fact: String, _ values: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unfittingReply, "the fact '\(fact)' is given without a value", at: location,
      hint: "write one of \(values.joined(separator: ", ")), or leave the fact out")
  }

  static func duplicateScenario(
    _ name: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .duplicateScenario, "two scenarios are named '\(name)'", at: location,
      notes: [Note("the first stands here", at: first)], hint: "give one of them another name")
  }

  static func nothingExpected(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .nothingExpected, "the scenario expects nothing of its answer", at: location,
      hint: "add 'verdict: …' below 'expect'")
  }

  static func textNeeded(_ field: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .textNeeded, "'\(field)' is about a question, and the scenario has none", at: location,
      hint: "add 'asks: …' with what the person types")
  }

  static func table(_ what: String, at location: SourceLocation, hint: String) -> Diagnostic {
    Diagnostic(.unreadableTable, what, at: location, hint: hint)
  }
}

extension Diagnostic {
  static func noScenarios(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.noScenarios, "there is no scenario in the file", at: location)
  }
}
