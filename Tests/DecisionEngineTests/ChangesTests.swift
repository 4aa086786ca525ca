import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct ChangesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rules: RuleSet
    let replies: Replies
    let changes: [VerdictChange]
    var testDescription: String { name }
  }

  static let ranks = RuleSet(
    [.one("who", "client", "tenant", "friend", "boss", "stranger"), .yesNo("x")],
    [
      .rule("no", .no, .when("who", "client", "tenant")),
      .rule("yes", .yes, .when("who", "friend")),
      .rule("ask", .askFirst, .all([.when("who", "boss"), .when("x")])),
    ])
  /// Two rules give the same verdict, each for options that stand apart.
  static let mixed = RuleSet(
    [.one("who", "a", "b", "c", "d")],
    [.rule("one", .no, .when("who", "a", "c")), .rule("two", .no, .when("who", "b"))])
  static let both = RuleSet(
    [.one("a", "p", "q", "r"), .one("b", "s", "t", "u")],
    [
      .rule("no", .no, .any([.when("a", "p"), .when("b", "s")])), .rule("otherwise", .yes),
      .rule("act", .act, .all([.when("a", "r"), .when("b", "u")])),
    ])
  static let ticks = RuleSet(
    [.several("f", "a", "b", "c", "unnamed", "none")],
    [
      .rule("no", .no, .when("f", "a", "b")), .rule("yes", .yes, .when("f", "c")),
    ])
  static let unlisted = RuleSet(
    [.several("f", "a", "b")], [.rule("no", .no, .when("f", "a")), .rule("yes", .yes)])

  @Test(arguments: [
    Case(
      name: "values are grouped by what they lead to, the laxest first", rules: ranks,
      replies: ["who": .of("client"), "x": .yes],
      changes: [
        .to([.silent], ["who": [.of("stranger")]]), .to([.yes], ["who": [.of("friend")]]),
        .to([.askFirst], ["who": [.of("boss")]]),
      ]),
    Case(
      name: "values stand in the order of the options, whatever rule they fall under",
      rules: mixed, replies: ["who": .of("d")],
      changes: [.to([.no], ["who": [.of("a"), .of("b"), .of("c")]])]),
    Case(
      name: "a fact that is not known leaves several verdicts", rules: ranks,
      replies: ["who": .of("friend"), "x": .notSure],
      changes: [
        .to([.silent], ["who": [.of("stranger")]]),
        .to([.askFirst, .silent], ["who": [.of("boss")]]),
        .to([.no], ["who": [.of("client"), .of("tenant")]]),
      ]),
    Case(
      name: "what the present verdict survives is no change", rules: ranks,
      replies: ["who": .of("stranger")],
      changes: [
        .to([.yes], ["who": [.of("friend")]]),
        .to([.no], ["who": [.of("client"), .of("tenant")]]),
      ]),
    Case(
      name: "two facts change only where one is not enough", rules: both,
      replies: ["a": .of("p"), "b": .of("s")],
      changes: [
        .to([.yes], ["a": [.of("q")]], ["b": [.of("t"), .of("u")]]),
        .to([.yes], ["a": [.of("r")]], ["b": [.of("t")]]),
        .to([.act], ["a": [.of("r")]], ["b": [.of("u")]]),
      ]),
    Case(
      name: "one fact that is enough leaves no room for two", rules: both,
      replies: ["a": .of("q"), "b": .of("s")],
      changes: [.to([.yes], ["b": [.of("t"), .of("u")]])]),
    Case(
      name: "the only option that is ticked gives way to the exclusive one", rules: ticks,
      replies: ["f": .of("a")], changes: [.to([.silent], ["f": [.of("none")]])]),
    Case(
      name: "an option is unticked, or all are", rules: ticks, replies: ["f": .of("b", "c")],
      changes: [.to([.silent], ["f": [.of("none")]]), .to([.yes], ["f": [.of("c")]])]),
    Case(
      name: "an option is ticked in place of the exclusive one", rules: ticks,
      replies: ["f": .of("none")],
      changes: [
        .to([.yes], ["f": [.of("c")]]), .to([.no], ["f": [.of("a"), .of("b")]]),
      ]),
    Case(
      name: "an option is ticked beside the others", rules: ticks,
      replies: ["f": .of("c", "unnamed")],
      changes: [
        .to([.silent], ["f": [.of("unnamed"), .of("none")]]),
        .to([.no], ["f": [.of("a", "c", "unnamed"), .of("b", "c", "unnamed")]]),
      ]),
    Case(
      name: "a fact without an exclusive option keeps one", rules: unlisted,
      replies: ["f": .of("a")], changes: []),
    Case(
      name: "a case that is not settled has no verdict to change", rules: ranks,
      replies: ["who": .of("boss")], changes: []),
    Case(
      name: "only known facts change", rules: both, replies: ["a": .of("p"), "b": .notSure],
      changes: []),
    Case(
      name: "replies that the rules have no use for change nothing", rules: both,
      replies: ["a": .of("p"), "b": .of("never-heard"), "z": .yes], changes: []),
  ])
  func theSmallestChangesAreFound(_ row: Case) throws {
    #expect(try row.rules.table().smallestChanges(from: row.replies) == row.changes)
  }

  @Test func theFactThatIsAskedFirstStandsFirst() throws {
    var rules = RuleSet(
      [.yesNo("a"), .yesNo("b")],
      [.rule("no", .no, .any([.when("a"), .when("b")])), .rule("yes", .yes)])
    rules.asked = ["b", "a"]
    let changes = try rules.table().smallestChanges(from: ["a": .no, "b": .no])
    #expect(changes == [.to([.no], ["b": [.yes]]), .to([.no], ["a": [.yes]])])
    let two = try rules.table().smallestChanges(from: ["a": .yes, "b": .yes])
    #expect(two == [.to([.yes], ["b": [.no]], ["a": [.no]])])
  }
}

extension VerdictChange {
  static func to(
    _ verdicts: [Verdict], _ changes: [Identifier<Fact>: [Reply]]...
  ) -> VerdictChange {
    VerdictChange(
      changes: changes.flatMap { $0.map { ChangedFact(fact: $0.key, replies: $0.value) } },
      verdicts: verdicts)
  }
}

/// The changes that the engine finds against all that there are, on rules drawn at random.
@Suite struct GeneratedChangesTests {
  /// One change of one fact or two, with the verdicts that the reference allows after it.
  struct Change: Hashable {
    let replies: Replies
    let verdicts: [Verdict]
  }

  @Test(arguments: GeneratedRulesTests.seeds)
  func theChangesAreThoseOfAllNeighbouringCases(_ seed: Int) throws {
    var generated = try Generated(seed: seed)
    let full = (0..<3).map { generated.replies(to: (seed + $0 * 7) % generated.cases.count) }
    let cases = generated.partialCases(6) + full.map { generated.partial($0) }
    for partial in cases {
      let found = generated.table.smallestChanges(from: partial.replies)
      let listed = found.flatMap { $0.each }
      #expect(Set(listed).count == listed.count, "after \(partial.replies)")
      #expect(Set(listed) == generated.smallestChanges(from: partial), "after \(partial.replies)")
      #expect(Set(found.map(\.changes.count)).count <= 1)
    }
  }
}

extension VerdictChange {
  /// Each new value of the one fact with each of the other.
  var each: [GeneratedChangesTests.Change] {
    var all: [Replies] = [[:]]
    for change in changes {
      all = all.flatMap { one in
        change.replies.map { one.merging([change.fact: $0]) { $1 } }
      }
    }
    return all.map { GeneratedChangesTests.Change(replies: $0, verdicts: verdicts) }
  }
}

extension Generated {
  /// By brute force over the full cases, without the engine.
  func smallestChanges(from partial: Partial) -> Set<GeneratedChangesTests.Change> {
    let now = verdicts(partial)
    guard now.count == 1 else { return [] }
    let single = cases.facts.indices.flatMap { fact in neighbours(of: partial, fact) }
    let pairs = single.flatMap { one in
      cases.facts.indices.filter { $0 > one.fact }.flatMap { neighbours(of: one.partial, $0) }
        .map { (fact: $0.fact, partial: $0.partial) }
    }
    for candidates in [single, pairs] {
      let found = candidates.compactMap { candidate -> GeneratedChangesTests.Change? in
        let verdicts = verdicts(candidate.partial)
        if verdicts.contains(now[0]) { return nil }
        let replies = candidate.partial.replies.filter { partial.replies[$0.key] != $0.value }
        return GeneratedChangesTests.Change(replies: replies, verdicts: verdicts)
      }
      if !found.isEmpty { return Set(found) }
    }
    return []
  }

  private func verdicts(_ partial: Partial) -> [Verdict] {
    let possible = Set(completions(of: partial).compactMap { advice[$0].verdict })
    return possible.sorted { $0.strictness > $1.strictness }
  }

  /// The cases that differ in the value of one fact by as little as it can.
  private func neighbours(of partial: Partial, _ fact: Int) -> [(fact: Int, partial: Partial)] {
    guard let place = partial.places[fact] else { return [] }
    let values = cases.values[fact]
    return values.indices.filter { other in
      guard other != place else { return false }
      guard cases.facts[fact].kind == .several else { return true }
      let one = values[other].subtracting(["none"])
      let now = values[place].subtracting(["none"])
      return one.isEmpty || one.symmetricDifference(now).count == 1
    }.map { other in
      var changed = partial
      changed.places[fact] = other
      changed.replies[cases.facts[fact].id] = cases.reply(fact, other)
      return (fact, changed)
    }
  }
}
