import Diagnostics
import PolicyModel

/// The words for what is wrong with knowledge that loads.
extension Diagnostic {
  public static func unaccountedClause(
    _ citation: Citation, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unaccountedClause, "no rule cites the clause '\(citation)'", at: location,
      hint: "cite it, or say with 'background: …' why no rule needs to")
  }

  public static func citedBackground(
    _ citation: Citation, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citedBackground, "the clause '\(citation)' is marked as background and cited all the same",
      at: location, hint: "remove 'background'")
  }

  /// A question under two topics; `file` gives the file of a topic's questions.
  public static func sharedQuestion(
    _ shared: SharedQuestion, file: (Identifier<Topic>) -> String
  ) -> Diagnostic {
    func location(_ place: SharedQuestion.Place) -> SourceLocation {
      SourceLocation(
        file: file(place.topic), position: SourcePosition(line: place.line, column: 1))
    }
    return Diagnostic(
      .sharedQuestion,
      "the question '\(shared.question)' stands under '\(shared.first.topic)' as well",
      at: location(shared.place), notes: [Note("it stands here first", at: location(shared.first))],
      hint: "keep it under one of the two")
  }

  public static func violatedInvariant(
    _ violation: InvariantViolation, at location: SourceLocation,
    invariant declaration: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .violatedInvariant,
      "the invariant '\(violation.invariant.id)' does not hold: \(violation.invariant.says)",
      at: location, notes: [Note("the invariant stands here", at: declaration)],
      hint: "the scenario shows a case")
  }

  public static func missingOriginal(
    _ document: Document, of organisation: Organisation, in folder: String
  ) -> Diagnostic {
    Diagnostic(
      .missingOriginal,
      "no file there is the original of the document '\(document.id)' of '\(organisation.id)'",
      at: SourceLocation(file: folder),
      hint: document.numbering == nil
        ? "say in organisation.yaml how the document counts: 'numbering: { style: … }'"
        : "the file in which at least half of its clauses are found is taken for it")
  }

  /// The clause cannot be found where its id says that it stands.
  public static func misplacedClause(
    _ clause: Clause, in original: Originals.Found, at location: SourceLocation
  ) -> Diagnostic {
    original.hasPart(clause)
      ? Diagnostic(
        .misplacedAnchor,
        "the anchor '\(clause.anchor)' does not stand in \(clause.label) of the original",
        at: location, notes: [Note("the original", at: SourceLocation(file: original.file))])
      : Diagnostic(
        .missingPart, "the original has no part that counts as '\(clause.id)'", at: location,
        notes: [Note("the original", at: SourceLocation(file: original.file))])
  }
}
