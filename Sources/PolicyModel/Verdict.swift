/// What an answer comes down to.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Something has already happened: do these steps.
  case act
  /// Do not do it.
  case no
  /// Get named permission or advice before doing it.
  case askFirst = "ask-first"
  /// Go ahead provided the conditions hold.
  case yesIf = "yes-if"
  /// Go ahead.
  case yes
  /// The documents say nothing specific; the organisation's fallback contacts are named.
  case silent
  /// Information, no yes or no.
  case note
}

extension Verdict {
  /// How many verdicts this one outranks; a stricter verdict has the larger number.
  public var strictness: Int {
    switch self {
    case .act: 6
    case .no: 5
    case .askFirst: 4
    case .yesIf: 3
    case .yes: 2
    case .silent: 1
    case .note: 0
    }
  }

  /// Whether somebody with this verdict may still go ahead once the conditions are met.
  ///
  /// Only then are conditions shown: to a person who must not do it they would read as a way round,
  /// and where the documents are silent they would read as a yes.
  public var leavesConditionsOpen: Bool {
    Verdict.yes.strictness <= strictness && strictness <= Verdict.askFirst.strictness
  }
}
