import PolicyModel

/// A step, a condition of going ahead or a contact, with the advice that names it.
struct AdvicePart: Sendable {
  enum Kind: Sendable {
    case step, proviso
    /// Named by some advice, by the fallback or by both.
    case contact(ofFallback: Bool)
  }

  let kind: Kind
  /// The rules that bring it; the number behind the last rule is what is said otherwise.
  fileprivate(set) var carriers: [Int] = []
}

/// The parts of what a topic can tell, each once and numbered.
struct AdviceParts: Sendable {
  /// What makes two parts the same; a step and a condition are named by their words alone.
  private enum Name: Hashable {
    case step(Step)
    case proviso(String)
    case contact(Identifier<Contact>)
  }

  private(set) var all: [AdvicePart] = []
  /// For each rule, and last what is said otherwise, the numbers of its steps, conditions and
  /// contacts, in this order.
  private(set) var ofAdvice: [[Int]] = []

  init(_ advice: [Advice], fallback: Fallback) {
    let helpers = Set(fallback.contacts)
    var numbers: [Name: Int] = [:]
    var all: [AdvicePart] = []
    func number(_ name: Name, _ kind: AdvicePart.Kind) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = all.count
      all.append(AdvicePart(kind: kind))
      return all.count - 1
    }
    func number(of contact: Identifier<Contact>) -> Int {
      number(.contact(contact), .contact(ofFallback: helpers.contains(contact)))
    }
    for (rule, one) in advice.enumerated() {
      let parts =
        one.steps.map { number(.step($0.withoutCitations), .step) }
        + one.provided.map { number(.proviso($0.that), .proviso) }
        + one.contacts.map(number(of:))
      for part in parts where all[part].carriers.last != rule { all[part].carriers.append(rule) }
      ofAdvice.append(parts)
    }
    for contact in fallback.contacts { _ = number(of: contact) }
    self.all = all
  }
}
