import DecisionEngine
import PolicyModel

/// Says which fact a one-shot question still needs, in the words that give it.
public struct MissingFactView {
  public let page: Page

  public init(_ fact: Fact, in table: DecisionTable) {
    var page = Page()
    page.add(
      StyledText("Undecided: ", .heading) + StyledText("the fact ") + .command(fact.id.text)
        + StyledText(" is missing."))
    page.add(StyledText(fact.question))
    let values = table.offeredOptions(of: fact).map { (word: $0.id.text, label: $0.label) }
    for value in values + [(ReplyWords.notSure, "You do not know")] {
      page.add(
        .command("--fact \(fact.id)=\(value.word)") + StyledText("  \(value.label)"), indent: 2,
        hanging: 4)
    }
    self.page = page
  }
}
