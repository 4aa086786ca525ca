import PolicyModel

/// What a topic can tell besides its sentences, each thing once and numbered.
public struct AdviceParts: Sendable {
  /// A step, a condition of going ahead or a contact, with the advice that names it.
  public struct Part: Sendable {
    public enum Content: Hashable, Sendable {
      /// A step without what it rests on.
      case step(Step)
      /// A condition by its words.
      case proviso(String)
      case contact(Identifier<Contact>)
    }

    public let content: Content
    /// Whether it is a contact that the fallback names.
    let isOfFallback: Bool
    /// The rules that bring it; the number behind the last rule is what is said otherwise.
    fileprivate(set) var carriers: [Int] = []
  }

  public private(set) var all: [Part] = []
  public private(set) var citations: [Citation] = []
  // What each rule tells, behind the rules what is said otherwise, and last what the fallback tells.
  private(set) var steps = NumberRows()
  private(set) var provided = NumberRows()
  private(set) var contacts = NumberRows()
  private(set) var citationsOfAdvice = NumberRows()

  /// The row of the fallback.
  let fallbackRow: Int
  private var numbers: [Part.Content: Int] = [:]
  private var citationNumbers: [Citation: Int] = [:]

  init(_ advice: [Advice], fallback: Fallback) {
    fallbackRow = advice.count
    let helpers = Set(fallback.contacts)
    for (rule, one) in advice.enumerated() {
      steps.append(one.steps.map { number(.step($0.withoutCitations)) })
      provided.append(one.provided.map { number(.proviso($0.that)) })
      contacts.append(
        one.contacts.map { number(.contact($0), ofFallback: helpers.contains($0)) })
      citationsOfAdvice.append(one.citations.map { number($0) })
      for part in parts(ofAdvice: rule) where all[part].carriers.last != rule {
        all[part].carriers.append(rule)
      }
    }
    steps.append([])
    provided.append([])
    contacts.append(fallback.contacts.map { number(.contact($0), ofFallback: true) })
    citationsOfAdvice.append(fallback.citations.map { number($0) })
  }

  /// The numbers of all parts that some advice tells.
  func parts(ofAdvice rule: Int) -> [Int] {
    Array(steps.row(rule) + provided.row(rule) + contacts.row(rule))
  }

  private mutating func number(_ content: Part.Content, ofFallback isOfFallback: Bool = false)
    -> Int
  {
    if let known = numbers[content] { return known }
    numbers[content] = all.count
    all.append(Part(content: content, isOfFallback: isOfFallback))
    return all.count - 1
  }

  private mutating func number(_ citation: Citation) -> Int {
    if let known = citationNumbers[citation] { return known }
    citationNumbers[citation] = citations.count
    citations.append(citation)
    return citations.count - 1
  }
}
