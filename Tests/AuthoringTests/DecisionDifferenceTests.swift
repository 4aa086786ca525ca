import DecisionEngine
import PolicyModel
import Testing

@testable import Authoring

/// The comparison against brute force over all cases, by what the engine answers to each of them.
@Suite struct DecisionDifferenceTests {
  /// A small random number generator, so that a seed gives the same knowledge everywhere.
  private struct Numbers {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  static let facts = [
    Fact(id: "a", question: "A?", kind: .one, options: ["x", "y", "z"].map(option)),
    Fact(id: "b", question: "B?", kind: .several, options: ["p", "q", "r", "none"].map(option)),
    Fact(id: "c", question: "C?", kind: .yesNo, options: ["yes", "no"].map(option)),
    Fact(id: "d", question: "D?", kind: .several, options: ["s", "t"].map(option)),
  ]

  private static func option(_ id: String) -> Option { Option(id: Identifier(id), label: id) }

  private static func rule(_ index: Int, _ numbers: inout Numbers) -> Rule {
    func atom(_ numbers: inout Numbers) -> Condition {
      let fact = facts[numbers.below(facts.count)]
      let some = fact.options.map(\.id).filter { _ in numbers.below(2) == 0 }
      return .fact(fact.id, isAnyOf: some.isEmpty ? [fact.options[0].id] : some)
    }
    let first = atom(&numbers)
    let second = atom(&numbers)
    let condition: Condition =
      switch numbers.below(4) {
      case 0: first
      case 1: .all([first, second])
      case 2: .any([first, second])
      default: .all([first, .not(second)])
      }
    let verdicts: [Verdict?] = [.act, .no, .askFirst, .yesIf, .yes, nil]
    let verdict = verdicts[numbers.below(verdicts.count)]
    let number = numbers.below(3)
    return Rule(
      id: Identifier("r\(index)"), condition: condition,
      overrides: index > 0 && numbers.below(4) == 0 ? [Identifier("r\(index - 1)")] : [],
      advice: Advice(
        verdict: verdict, say: "Say \(numbers.below(3)).",
        because: numbers.below(2) == 0 ? "Because \(numbers.below(2))." : nil,
        steps: numbers.below(2) == 0 ? [Step(what: "do \(number)")] : [],
        provided: verdict == .yesIf
          ? [Proviso(that: "so \(number)", citations: [cited("\(number + 3)")])] : [],
        citations: [cited("\(numbers.below(3))")],
        contacts: numbers.below(3) == 0 ? [["boss", "desk"][numbers.below(2)]] : []))
  }

  private static func cited(_ clause: String) -> Citation {
    Citation(document: "policy", clause: Identifier(clause))
  }

  static func knowledge(_ rules: [Rule], facts: [Fact] = Self.facts) -> Knowledge {
    let organisation = Organisation(
      id: "council", name: "Council", documents: [], contacts: [],
      fallbacks: [Fallback(id: "all", say: "Ask.", contacts: ["desk"], citations: [cited("9")])],
      rules: [
        "topic": TopicRules(
          topic: "topic", rules: rules, otherwise: Advice(verdict: .silent, say: "Nothing."),
          fallback: "all")
      ])
    return Knowledge(
      facts: facts, topics: [Topic(id: "topic", title: "Topic", facts: facts.map(\.id))],
      organisations: [organisation])
  }

  static func sides(_ seed: Int) -> (old: Knowledge, new: Knowledge) {
    var numbers = Numbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let rules = (0..<3 + numbers.below(4)).map { rule($0, &numbers) }
    var edited = rules
    for _ in 0...numbers.below(2) {
      let place = numbers.below(rules.count)
      edited[place] = rule(place, &numbers)
    }
    return (knowledge(rules), knowledge(edited))
  }

  private typealias Replies = [Identifier<Fact>: Reply]

  /// Every value of a fact that one of the rules tells apart, once.
  private static func values(of fact: Fact, _ rules: [Rule]) -> [[Identifier<Option>]] {
    let ids = fact.options.map(\.id)
    var all = ids.map { [$0] }
    if fact.kind == .several {
      let ordinary = ids.filter { $0 != "none" }
      all = (1..<1 << ordinary.count).map { bits in
        ordinary.indices.filter { bits >> $0 & 1 == 1 }.map { ordinary[$0] }
      }
      if ids.contains("none") { all.append(["none"]) }
    }
    var seen: Set<[Bool]> = []
    let named = rules.flatMap { Self.atoms($0.condition) }.filter { $0.0 == fact.id }.map(\.1)
    let groups = classes(ids, named)
    // Which classes of options hold is what a rule can tell, not which atoms are true.
    return all.filter { value in
      let key = groups.map { group in value.contains { group.contains($0) } }
      return seen.insert(key).inserted
    }
  }

  /// Options that the same atoms name; the exclusive one, and those of a checklist that none names,
  /// which count only where nothing else is ticked.
  private static func classes(
    _ ids: [Identifier<Option>], _ atoms: [[Identifier<Option>]]
  ) -> [[Identifier<Option>]] {
    let keys = ids.map { id in atoms.map { $0.contains(id) } }
    let named = ids.indices.filter { keys[$0].contains(true) }
    var groups: [[Bool]: [Identifier<Option>]] = [:]
    for index in named where ids[index] != "none" {
      groups[keys[index], default: []].append(ids[index])
    }
    var result = Array(groups.values)
    if named.contains(where: { ids[$0] == "none" }) { result.append(["none"]) }
    return result
  }

  private static func atoms(
    _ condition: Condition
  ) -> [(Identifier<Fact>, [Identifier<Option>])] {
    switch condition {
    case .fact(let id, let options): [(id, options)]
    case .all(let parts), .any(let parts): parts.flatMap(atoms)
    case .not(let part): atoms(part)
    }
  }

  private static func part(_ kind: DecisionDifference.Kind, of answer: Answer) -> Set<String> {
    switch kind {
    case .verdict: [answer.verdict.rawValue]
    case .sentences:
      Set(answer.findings.flatMap { [$0.advice.say, $0.advice.because ?? ""] })
        .union([answer.fallback?.say ?? ""]).subtracting([""])
    case .citations:
      Set(
        (answer.citations + answer.steps.flatMap(\.citations)
          + answer.provided.flatMap(\.citations)).map(\.description))
    case .contacts: Set(answer.contacts.map(\.text))
    case .steps: Set(answer.steps.map(\.what))
    case .conditions: Set(answer.provided.map(\.that))
    }
  }

  @Test(arguments: 0..<150)
  func countsAreThoseOfBruteForce(_ seed: Int) throws {
    let (old, new) = Self.sides(seed)
    let before = try #require(DecisionTable(old, organisation: "council", topic: "topic"))
    let after = try #require(DecisionTable(new, organisation: "council", topic: "topic"))
    let rules = before.topicRules.rules + after.topicRules.rules
    let used = Self.facts.filter { fact in
      rules.contains { $0.condition.facts.contains(fact.id) }
    }
    func cases(with known: Replies) -> [Replies] {
      used.reduce([[:]]) { cases, fact in
        cases.flatMap { replies in
          if let reply = known[fact.id] { return [replies.merging([fact.id: reply]) { $1 }] }
          return Self.values(of: fact, rules).map { value in
            replies.merging([fact.id: .options(value)]) { $1 }
          }
        }
      }
    }
    let all = cases(with: [:])
    let answers = all.map { (before.answer(to: $0), after.answer(to: $0)) }
    func differ(_ kind: DecisionDifference.Kind, _ both: (Answer, Answer)) -> Bool {
      Self.part(kind, of: both.0) != Self.part(kind, of: both.1)
        && (kind != .sentences || both.0.verdict == both.1.verdict)
    }
    let difference = DecisionDifference(from: old, to: new)
    for kind in DecisionDifference.Kind.allCases {
      let changed = answers.filter { differ(kind, $0) }
      let found = difference.topics.first?.changes.first { $0.kind == kind }
      #expect(found?.count ?? 0 == UInt128(changed.count), "\(kind)")
      guard let example = found?.example else { continue }
      // Every case that has the example's facts changes in this way.
      for one in cases(with: example) {
        let both = (before.answer(to: one), after.answer(to: one))
        #expect(differ(kind, both), "\(kind)")
      }
    }
    if let topic = difference.topics.first { #expect(topic.cases == UInt128(all.count)) }
  }

  @Test func nothingChangesBetweenAKnowledgeAndItself() {
    let (old, _) = Self.sides(7)
    #expect(DecisionDifference(from: old, to: old).isEmpty)
  }

  /// A sentence can reverse the advice, whatever the verdict is.
  @Test func otherSentencesAreAChange() {
    let condition = Condition.fact("a", isAnyOf: ["x"])
    func side(_ say: String, _ because: String? = nil) -> Knowledge {
      Self.knowledge([
        Rule(
          id: "r", condition: condition,
          advice: Advice(verdict: .no, say: say, because: because))
      ])
    }
    let sides = [side("Do not."), side("Go ahead."), side("Do not.", "It is hot.")]
    for other in sides.dropFirst() {
      let changes = DecisionDifference(from: sides[0], to: other).topics.flatMap(\.changes)
      #expect(changes.map(\.kind) == [.sentences])
      #expect(changes.map(\.count) == [1])
      #expect(changes.map(\.example) == [["a": .options(["x"])]])
    }
  }

  @Test func anotherAddressOfAContactIsAChange() {
    func side(_ contact: Contact) -> Knowledge {
      let organisation = Organisation(
        id: "council", name: "Council", documents: [], contacts: [contact], fallbacks: [],
        rules: [:])
      return Knowledge(facts: [], topics: [], organisations: [organisation])
    }
    func desk(_ reach: String?, _ note: String? = nil, citing clause: String = "1") -> Contact {
      Contact(
        id: "desk", name: "Desk", purpose: "All", reach: reach, reachNote: note,
        citations: [Self.cited(clause)])
    }
    let before = desk("a@b.example")
    for after in [desk("c@b.example"), desk(nil), desk("a@b.example", "for fires")] {
      let difference = DecisionDifference(from: side(before), to: side(after))
      #expect(difference.contacts.map(\.new) == [after])
      #expect(!difference.isEmpty)
    }
    #expect(
      DecisionDifference(from: side(before), to: side(desk("a@b.example", citing: "2"))).isEmpty)
  }

  @Test func whatOnlyOneSideHasIsSaid() {
    let fewer = [
      Fact(id: "a", question: "A?", kind: .one, options: ["x", "y"].map(Self.option)),
      Fact(id: "e", question: "E?", kind: .yesNo, options: ["yes", "no"].map(Self.option)),
    ]
    let difference = DecisionDifference(
      from: Self.knowledge([]), to: Self.knowledge([], facts: fewer))
    let words = difference.entries.map { "\($0.isAdded ? "+" : "-")\($0.kind) \($0.name)" }
    #expect(words == ["-fact b", "-fact c", "-fact d", "+fact e", "-option a z"])
  }
}
