import DecisionEngine
import PolicyModel
import Scenarios

/// Says which fact a one-shot question still needs, in the words that give it.
public struct MissingFactView {
  public let page: Page

  /// The view of a fact, of which a question may have stated a part already.
  public init(_ fact: Fact, in table: DecisionTable, heard: Reply? = nil) {
    var page = Page()
    page.add(
      StyledText("Undecided: ", .heading) + StyledText("the fact ") + .command(fact.id.text)
        + StyledText(" is missing."))
    page.add(StyledText(fact.question))
    if let heard {
      let words = ReplyFormat.words(of: heard).joined(separator: ",")
      page.add(
        StyledText("The question states ") + .command("--fact \(fact.id)=\(words)")
          + StyledText(", but perhaps not all."), indent: 2, hanging: 4)
    }
    let values = table.offeredOptions(of: fact).map { (word: $0.id.text, label: $0.label) }
    for value in values + [(ReplyFormat.notSure, "You do not know")] {
      page.add(
        .command("--fact \(fact.id)=\(value.word)") + StyledText("  \(value.label)"), indent: 2,
        hanging: 4)
    }
    self.page = page
  }
}
