import DecisionEngine
import PolicyModel

/// Shows the answers to several matters together.
///
/// The strictest comes first, and each keeps its own sentences and citations; only what to do, whom
/// to go to and the age of the documents are told once for all.
public struct CombinedCard: Sendable {
  private let cards: [AnswerCard]

  /// The matters in the order in which they were asked; there must be one at least.
  public init(_ cards: [AnswerCard]) {
    self.cards = cards.enumerated().sorted { first, second in
      let left = first.element.answer.verdict.strictness
      let right = second.element.answer.verdict.strictness
      return left == right ? first.offset < second.offset : left > right
    }.map(\.element)
  }

  public var page: Page {
    guard let first = cards.first else { return Page() }
    var page = Page()
    page.add(StyledText("\(cards.count) matters · \(first.organisation.name)", .muted))
    for card in cards {
      page.addSpace()
      page.append(card.matter)
      card.addCode(to: &page)
    }
    page.addSpace()
    page.add(.muted("For all of them together:"))
    first.addSteps(cards.flatMap(\.answer.steps).inOrderOfTime, to: &page)
    page.addHeading("Whom to go to")
    var told: [Fallback] = []
    for card in cards {
      guard let fallback = card.answer.fallback, !told.contains(fallback) else { continue }
      told.append(fallback)
      card.addFallback(to: &page)
    }
    first.addContacts(Self.once(cards.flatMap(\.answer.contacts)), to: &page)
    page.addHeading("How old this is")
    first.addDocuments(Self.once(cards.flatMap(\.documents)), to: &page)
    return page
  }

  private static func once<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen = Set<Element>()
    return elements.filter { seen.insert($0).inserted }
  }
}
