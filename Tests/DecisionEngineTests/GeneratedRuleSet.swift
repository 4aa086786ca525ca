import PolicyModel

/// A small random number generator (SplitMix64), so that a seed gives the same rules everywhere.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// True about once in so many times.
  mutating func onceIn(_ times: Int) -> Bool { below(times) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// One of the elements or more, in their order.
  mutating func pickSome<Element>(_ elements: [Element]) -> [Element] {
    let sure = below(elements.count)
    return elements.enumerated().filter { $0.offset == sure || onceIn(3) }.map(\.element)
  }
}

/// Rules drawn at random, of every shape that can be written in the files of the knowledge.
struct GeneratedRuleSet {
  /// More full cases than this would make brute force slow; facts are left out until it holds.
  static let mostCases = 240
  static let deadlines = ["now", "today", "24 hours"]

  private var numbers: SeededNumbers
  private var facts: [Fact] = []
  private(set) var ruleSet = RuleSet([], [])

  init(seed: Int, mostCases: Int = Self.mostCases) {
    numbers = SeededNumbers(seed: seed)
    makeFacts(mostCases)
    // Rules stand before and after the ones that they override.
    let rules = (0..<1 + numbers.below(7)).map { makeRule($0) }.shuffled(using: &numbers)
    ruleSet = RuleSet(facts, rules, otherwise: makeAdvice(numbers.pick(Verdict.allCases)))
    ruleSet.asked = facts.map(\.id).shuffled(using: &numbers)
    ruleSet.fallback = numbers.onceIn(6) ? [] : numbers.pickSome(["desk", "hr"])
  }

  private mutating func makeFacts(_ mostCases: Int) {
    let count = 2 + numbers.below(4)
    for index in 0..<count {
      let fact = makeFact(Identifier("f\(index)"))
      let cases = FullCases(facts + [fact]).count
      if facts.count < 2 || cases <= mostCases { facts.append(fact) }
    }
  }

  private mutating func makeFact(_ id: Identifier<Fact>) -> Fact {
    let names = ["a", "b", "c", "d"].prefix(2 + numbers.below(3))
    func options(_ names: [String]) -> [Option] {
      names.map { Option(id: Identifier($0), label: $0) }
    }
    switch numbers.below(4) {
    case 0: return .yesNo(id)
    case 1: return Fact(id: id, question: "?", kind: .one, options: options(Array(names)))
    case 2: return Fact(id: id, question: "?", kind: .several, options: options(Array(names)))
    default:
      return Fact(
        id: id, question: "?", kind: .several, options: options(names.dropLast() + ["none"]))
    }
  }

  private mutating func makeRule(_ index: Int) -> Rule {
    let verdict: Verdict? = numbers.onceIn(4) ? nil : numbers.pick(Verdict.allCases)
    // Only earlier rules are overridden, so there are no circles.
    let overrides = (0..<index).filter { _ in numbers.onceIn(5) }
    return Rule(
      id: Identifier("r\(index)"), condition: makeCondition(depth: 3),
      overrides: overrides.map { Identifier("r\($0)") }, advice: makeAdvice(verdict))
  }

  private mutating func makeAdvice(_ verdict: Verdict?) -> Advice {
    let steps = numbers.onceIn(2) ? [makeStep()] : []
    // The loader takes conditions on a yes-if and on a remark.
    let canHaveProvisos = verdict == .yesIf || (verdict == nil && numbers.onceIn(3))
    let provided = canHaveProvisos ? ["\(numbers.below(3))"] : []
    let contacts: [Identifier<Contact>] =
      numbers.onceIn(3) ? [numbers.pick(["desk", "legal", "comms"])] : []
    return .saying(
      verdict, do: steps, provided: provided, cite: ["\(numbers.below(9))"], contacts: contacts)
  }

  private mutating func makeStep() -> Step {
    let deadline = numbers.onceIn(2) ? "today" : numbers.pick(Self.deadlines)
    return .to("\(numbers.below(3))", by: numbers.onceIn(5) ? nil : deadline)
  }

  private mutating func makeCondition(depth: Int) -> Condition {
    if depth == 0 || numbers.onceIn(3) {
      let fact = numbers.pick(facts)
      return .fact(fact.id, isAnyOf: numbers.pickSome(fact.options.map(\.id)))
    }
    switch numbers.below(7) {
    case 0: return .not(makeCondition(depth: depth - 1))
    case 1, 2, 3:
      return .any((0..<1 + numbers.below(3)).map { _ in makeCondition(depth: depth - 1) })
    default: return .all((0..<numbers.below(4)).map { _ in makeCondition(depth: depth - 1) })
    }
  }
}

/// Every full case over some facts, numbered.
struct FullCases {
  let facts: [Fact]
  /// For each fact the sets of options that can hold together.
  let values: [[Set<Identifier<Option>>]]
  /// How far apart the numbers of two cases are that differ in a fact by one place.
  let strides: [Int]
  let count: Int

  init(_ facts: [Fact]) {
    self.facts = facts
    values = facts.map(Self.values)
    var strides: [Int] = []
    count = values.reduce(1) {
      strides.append($0)
      return $0 * $1.count
    }
    self.strides = strides
  }

  /// The value that a fact has in a case, as its place in the list.
  func place(of fact: Int, in number: Int) -> Int {
    number / strides[fact] % values[fact].count
  }

  /// The values that the facts have in a case, as places in their lists.
  func places(in number: Int) -> [Int] {
    facts.indices.map { place(of: $0, in: number) }
  }

  subscript(number: Int) -> FullCase {
    let places = places(in: number)
    return Dictionary(
      uniqueKeysWithValues: facts.indices.map { (facts[$0].id, values[$0][places[$0]]) })
  }

  /// A reply that says just this value.
  func reply(_ fact: Int, _ place: Int) -> Reply {
    let value = values[fact][place]
    return .options(facts[fact].options.map(\.id).filter(value.contains))
  }

  private static func values(of fact: Fact) -> [Set<Identifier<Option>>] {
    let options = fact.options.map(\.id)
    guard fact.kind == .several else { return options.map { [$0] } }
    let ordinary = options.filter { $0 != "none" }
    let sets = (1..<1 << ordinary.count).map { bits in
      Set(ordinary.indices.filter { bits >> $0 & 1 == 1 }.map { ordinary[$0] })
    }
    return sets + (options.contains("none") ? [["none"]] : [])
  }
}
