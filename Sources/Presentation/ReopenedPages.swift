import PolicyModel

/// What is said of a case code: that it is none, or what differs from where it was made.
public struct ReopenedPages: Sendable {
  private let knowledge: Knowledge

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Why a text brings no case back.
  public func page(_ fault: CaseCode.Fault) -> Page {
    let reason =
      switch fault {
      case .strangeCharacter(let character): "“\(character)” stands in no case code."
      case .tooShort(let symbols, let least):
        "A case code has \(least) letters and digits at least, this has \(symbols)."
      case .mistyped: "At least one letter or digit of it is wrong, missing or too many."
      case .newerFormat: "A later version of the program has made it."
      }
    var page = Page(StyledText("This is not a case code that can be opened. \(reason)"))
    page.add(.muted("Nothing has been changed. Compare it with the card it comes from."), indent: 2)
    return page
  }

  /// What differs between the knowledge here and that with which the code was made.
  public func page(_ differences: [ReopenedCase.Difference]) -> Page {
    guard !differences.isEmpty else { return Page() }
    var page = Page("The code was made with other knowledge than this:")
    for difference in differences { page.addItem("•", StyledText(words(for: difference))) }
    return page
  }

  /// That the documents of another organisation apply to an opened case, and how to leave it.
  public func foreign(_ organisation: Organisation, to own: Organisation?) -> Page {
    let after =
      own.map { "the documents of \($0.name) apply again" }
      ?? "you can choose your own organisation"
    return Page(
      StyledText("This is a case of \(organisation.name), whose documents apply to it. ")
        + .muted("Once you type ") + .command("new") + .muted(" or ask something else, \(after)."))
  }

  /// Whose documents apply again after the case of another organisation.
  public func home(_ organisation: Organisation) -> Page {
    Page("The documents of \(organisation.name) apply again.")
  }

  private func words(for difference: ReopenedCase.Difference) -> String {
    switch difference {
    case .unknownOrganisation: "its organisation is not known here"
    case .unknownTopic: "its topic is not known here"
    case .addedFact(let fact): "here it may also be asked: \(question(fact))"
    case .changedOptions(let fact):
      "what can be replied has changed, and the reply is lost: \(question(fact))"
    case .missingFacts(1): "one fact that was replied to is not asked here any more"
    case .missingFacts(let count):
      "\(count) facts that were replied to are not asked here any more"
    case .otherFacts: "the questions or what can be replied to them have changed"
    case .rules: "the rules have changed, so the answer may be another"
    }
  }

  private func question(_ fact: Identifier<Fact>) -> String {
    knowledge[fact: fact]?.question ?? fact.text
  }
}
