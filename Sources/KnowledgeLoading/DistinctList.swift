/// Elements in the order in which they come, each once.
///
/// Most lists have a handful, among which one is found sooner than by hashing; one that is meant to do
/// harm has twenty thousand.
struct DistinctList<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var many: Set<Element> = []

  mutating func append(_ element: Element) {
    if elements.count < 16 {
      if !elements.contains(element) { elements.append(element) }
      return
    }
    if many.isEmpty { many = Set(elements) }
    if many.insert(element).inserted { elements.append(element) }
  }
}
