import PolicyModel

/// What a class is shown in a quiz, but for the choices and what is told of them.
public enum QuizPages {
  /// The story of a round, with what is known besides, and what has changed in it, if anything.
  public static func round(
    _ number: Int, of count: Int, organisation: String, story: String, known: [String],
    change: (now: String, verdictBefore: Verdict)?
  ) -> Page {
    var page = Page(
      StyledText("Case \(number) of \(count)", .heading) + .muted(" · \(organisation)"))
    page.add("“\(story)”", indent: 2)
    if !known.isEmpty {
      page.add(.muted("Known: ") + StyledText(Wording.list(known, "and") + "."), indent: 2)
    }
    if let change {
      page.add(
        .muted("The answer was ")
          + StyledText(Wording.headline(change.verdictBefore), .verdict(change.verdictBefore))
          + .muted(" before one thing changed. Now ") + StyledText(change.now + "."), indent: 2)
    }
    return page
  }

  /// How many were found, and how to have the same cases again.
  public static func score(_ score: Int, of played: Int, seed: UInt64) -> Page {
    var page = Page(
      StyledText(
        played == 0
          ? "No case was played."
          : "\(score) of \(played) right.", .heading))
    page.add(
      .muted("Nothing of this is kept. For the same cases again, add ")
        + .command("--seed \(seed)") + .muted("."))
    return page
  }
}
