/// The words for names that do not exist, whichever file gives them; the code says which.
extension Diagnostic {
  public static func unknownOption(
    _ name: String, of fact: String, known: [String], at location: SourceLocation,
    code: DiagnosticCode = .unknownName
  ) -> Diagnostic {
    Diagnostic(
      code, "the fact '\(fact)' has no option '\(name)'", at: location,
      hint: SpellingSuggestion.hint(for: name, among: known)
        ?? "its options are \(known.joined(separator: ", "))")
  }

  public static func unknownClause(
    _ clause: String, of document: String, known: [String], at location: SourceLocation,
    code: DiagnosticCode = .unknownName
  ) -> Diagnostic {
    Diagnostic(
      code, "the document '\(document)' has no clause '\(clause)'", at: location,
      hint: SpellingSuggestion.hint(for: clause, among: known))
  }
}
