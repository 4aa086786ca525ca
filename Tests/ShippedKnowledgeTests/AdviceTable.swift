import PolicyModel

/// A naive reference for one topic: its rules over facts whose values are truths, bit by bit.
///
/// Written without the engine. A fact's value is a word with one bit for each list of options that
/// the reduced rules name, set where the list holds; values with the same word are one class.
struct AdviceTable {
  /// A value that a fact can have, with the options that stand for its class.
  struct Value: Hashable {
    var truths: UInt64
    var options: [Identifier<Option>]
  }

  indirect enum Formula {
    case holds(fact: Int, bit: UInt64)
    case all([Formula])
    case any([Formula])
    case not(Formula)
  }

  /// The facts that can change the advice.
  let facts: [Fact]
  /// For each fact one value of every class.
  let values: [[Value]]
  /// For each fact every option alone, classes or not.
  let singleValues: [[Value]]
  /// For each fact the number of its options that the rules tell apart.
  let optionClasses: [Int]
  private let formulas: [Formula]
  private let overriders: [[Int]]
  private let told: [ToldAdvice]
  private let otherwise: ToldAdvice
  private let fallback: [Identifier<Contact>]
  /// What each set of rules advises, so that two cases are compared by a number.
  private var knownAdvice: [UInt64: Int] = [:]
  private(set) var advice: [ToldAdvice] = []

  init(_ topicRules: TopicRules, fallback: [Identifier<Contact>], facts allFacts: [Fact]) {
    let rules = AdviceRule.reduced(topicRules.rules)
    let conditions = rules.map { Condition.any($0.alternatives.map { .all(Array($0)) }) }
    let used = Set(conditions.flatMap(\.facts))
    let facts = allFacts.filter { used.contains($0.id) }
    var lists: [[Set<Identifier<Option>>]] = facts.map { _ in [] }
    formulas = conditions.map { Self.formula($0, facts: facts, lists: &lists) }
    self.facts = facts
    values = facts.indices.map { Self.values(of: facts[$0], lists: lists[$0]) }
    singleValues = facts.indices.map { fact in
      facts[fact].options.map { Self.value([$0.id], lists: lists[fact]) }
    }
    optionClasses = singleValues.map { Set($0.map(\.truths)).count }
    overriders = rules.map { rule in
      rules.indices.filter { other in rule.name.map(rules[other].overrides.contains) ?? false }
    }
    told = rules.map(\.advice)
    otherwise = ToldAdvice(topicRules.otherwise)
    self.fallback = fallback
  }

  /// The number of the advice to a full case, given the truths of each fact.
  mutating func adviceNumber(_ truths: [UInt64]) -> Int {
    var effective: UInt64 = 0
    for rule in formulas.indices where isEffective(rule, truths) { effective |= 1 << UInt64(rule) }
    if let known = knownAdvice[effective] { return known }
    var all = told.indices.filter { effective >> UInt64($0) & 1 == 1 }.map { told[$0] }
    if all.allSatisfy({ $0.verdict == nil }) { all.append(otherwise) }
    let made = ToldAdvice(all, fallback: fallback)
    let number = advice.firstIndex(of: made) ?? advice.count
    if number == advice.count { advice.append(made) }
    knownAdvice[effective] = number
    return number
  }

  /// The values of a fact, one of each set that the advice never tells apart.
  ///
  /// Two values are told apart if in some case of the other facts they have different advice; this
  /// is worked out over all cases, so it is exact.
  mutating func toldApart(_ fact: Int) -> [Value] {
    var seen = Set<[Int]>()
    return values[fact].filter { value in
      var row: [Int] = []
      var others = values
      others[fact] = [value]
      var cases = CaseCounter(others.map { $0.map(\.truths) })
      repeat { row.append(adviceNumber(cases.current)) } while cases.advance()
      return seen.insert(row).inserted
    }
  }

  private func isEffective(_ rule: Int, _ truths: [UInt64]) -> Bool {
    Self.holds(formulas[rule], truths) && !overriders[rule].contains { isEffective($0, truths) }
  }

  private static func holds(_ formula: Formula, _ truths: [UInt64]) -> Bool {
    switch formula {
    case .holds(let fact, let bit): truths[fact] & bit != 0
    case .all(let parts): parts.allSatisfy { holds($0, truths) }
    case .any(let parts): parts.contains { holds($0, truths) }
    case .not(let part): !holds(part, truths)
    }
  }

  private static func formula(
    _ condition: Condition, facts: [Fact], lists: inout [[Set<Identifier<Option>>]]
  ) -> Formula {
    switch condition {
    case .fact(let id, let options):
      guard let fact = facts.firstIndex(where: { $0.id == id }) else { return .any([]) }
      let list = Set(options)
      let place = lists[fact].firstIndex(of: list) ?? lists[fact].count
      if place == lists[fact].count { lists[fact].append(list) }
      return .holds(fact: fact, bit: 1 << UInt64(place))
    case .all(let parts): return .all(parts.map { formula($0, facts: facts, lists: &lists) })
    case .any(let parts): return .any(parts.map { formula($0, facts: facts, lists: &lists) })
    case .not(let part): return .not(formula(part, facts: facts, lists: &lists))
    }
  }

  private static func value(
    _ options: [Identifier<Option>], lists: [Set<Identifier<Option>>]
  ) -> Value {
    let truths = lists.enumerated().reduce(into: UInt64(0)) { truths, list in
      if options.contains(where: list.element.contains) { truths |= 1 << UInt64(list.offset) }
    }
    return Value(truths: truths, options: options)
  }

  /// One value for each word of truths that the fact can have.
  private static func values(of fact: Fact, lists: [Set<Identifier<Option>>]) -> [Value] {
    let single = fact.options.map { value([$0.id], lists: lists) }
    guard fact.kind == .several else { return distinct(single) }
    let none = single.filter { $0.options == [Option.exclusive] }
    // Ticking one option more adds its truths, so every subset is reached by adding one by one.
    var reached: [Value] = []
    for one in distinct(single.filter { $0.options != [Option.exclusive] }) {
      let with = reached.map {
        Value(truths: $0.truths | one.truths, options: $0.options + one.options)
      }
      reached = distinct(reached + [one] + with)
    }
    return distinct(none + reached)
  }

  private static func distinct(_ values: [Value]) -> [Value] {
    var seen = Set<UInt64>()
    return values.filter { seen.insert($0.truths).inserted }
  }
}

/// Counts through all combinations of some values, the last fact fastest.
struct CaseCounter {
  private let values: [[UInt64]]
  private var places: [Int]
  private(set) var current: [UInt64]

  init(_ values: [[UInt64]]) {
    self.values = values
    places = values.map { _ in 0 }
    current = values.map { $0[0] }
  }

  /// Goes on to the next combination; false after the last.
  mutating func advance() -> Bool {
    for fact in values.indices.reversed() {
      places[fact] = (places[fact] + 1) % values[fact].count
      current[fact] = values[fact][places[fact]]
      if places[fact] != 0 { return true }
    }
    return false
  }
}
