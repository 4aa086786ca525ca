/// Elements in the order in which they come, each once.
///
/// Most lists have a handful, among which one is found sooner than by hashing; one that is meant to do
/// harm has twenty thousand.
struct DistinctList<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var many: Set<Element> = []

  /// Adds an element, and says whether it was none of them before.
  @discardableResult mutating func append(_ element: Element) -> Bool {
    let isNew: Bool
    if elements.count < 16 {
      isNew = !elements.contains(element)
    } else {
      if many.isEmpty { many = Set(elements) }
      isNew = many.insert(element).inserted
    }
    if isNew { elements.append(element) }
    return isNew
  }
}
