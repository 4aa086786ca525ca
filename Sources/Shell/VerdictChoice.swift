import PolicyModel

/// Verdicts as a list to choose from, always in the same order so that a class learns the numbers.
public enum VerdictChoice {
  public static let all = Verdict.allCases

  /// The verdict of a number or of words that name it as it stands, nil if none is named.
  public static func named(_ text: String) -> Verdict? {
    let matcher = ChoiceMatcher(all.map { .init(label: $0.rawValue, otherWords: words(for: $0)) })
    guard case .exact(let index) = matcher.match(text) else { return nil }
    return all[index]
  }

  /// Other words by which people name a verdict.
  private static func words(for verdict: Verdict) -> [String] {
    switch verdict {
    case .yesIf: ["yes if", "if"]
    case .askFirst: ["ask first", "ask"]
    case .silent: ["not covered"]
    case .note: ["for information"]
    case .act, .no, .yes: []
    }
  }
}
