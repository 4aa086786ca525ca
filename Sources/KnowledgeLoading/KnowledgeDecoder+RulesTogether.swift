import Diagnostics
import PolicyModel

/// Faults that show only when the rules of a file are seen together.
extension KnowledgeDecoder {
  mutating func checkTogether(_ rules: [LocatedRule]) {
    let names = Set(rules.map(\.rule.id.text))
    if names.count < rules.count { reportDuplicates(rules) }
    if rules.contains(where: { !$0.overrides.isEmpty }) {
      reportUnknownOverrides(rules, known: names)
      reportOverrideCircles(rules)
    }
    reportContradictions(rules)
  }

  private mutating func reportDuplicates(_ rules: [LocatedRule]) {
    var seen: [Identifier<Rule>: SourceLocation] = [:]
    for located in rules where !located.rule.id.text.isEmpty {
      if let first = seen[located.rule.id] {
        diagnostics.append(
          .duplicateID(located.rule.id.text, of: "rule", at: located.location, first: first))
      } else {
        seen[located.rule.id] = located.location
      }
    }
  }

  private mutating func reportUnknownOverrides(_ rules: [LocatedRule], known names: Set<String>) {
    for override in rules.flatMap(\.overrides) where !names.contains(override.id) {
      diagnostics.append(
        .unknownName(
          override.id, of: "rule", known: rules.map(\.rule.id.text), at: override.location))
    }
  }

  /// Reports circles, at the rule of each that stands first in the file.
  ///
  /// Every rule that is part of a circle is part of one that is reported, unless there are too many.
  private mutating func reportOverrideCircles(_ rules: [LocatedRule]) {
    let overridden = Dictionary(rules.map { ($0.rule.id, $0.rule.overrides) }) { first, _ in first }
    let targets = RuleCircles.within(overridden)
    var reported: Set<Identifier<Rule>> = []
    for located in rules where targets[located.rule.id] != nil {
      // Circles are looked for one by one, which takes long where nobody reads of them any more.
      guard diagnostics.room > 0 else { return }
      guard !reported.contains(located.rule.id),
        let circle = Self.shortestCircle(from: located.rule.id, targets)
      else { continue }
      reported.formUnion(circle)
      diagnostics.append(.overrideCircle(circle.map(\.text), at: located.location))
    }
  }

  /// The shortest way from a rule over those that it overrides back to itself, or nil.
  private static func shortestCircle(
    from start: Identifier<Rule>, _ targets: [Identifier<Rule>: [Identifier<Rule>]]
  ) -> [Identifier<Rule>]? {
    var cameFrom: [Identifier<Rule>: Identifier<Rule>] = [:]
    var reached = [start]
    var next = 0
    while next < reached.count {
      let rule = reached[next]
      next += 1
      for target in targets[rule] ?? [] {
        if target == start {
          var path = [rule, start]
          while let before = cameFrom[path[0]] { path.insert(before, at: 0) }
          return path
        }
        if cameFrom[target] == nil {
          cameFrom[target] = rule
          reached.append(target)
        }
      }
    }
    return nil
  }

  private mutating func reportContradictions(_ rules: [LocatedRule]) {
    // The rules met so far by their conditions, so that only those of the same one are compared.
    var met: [String: [(located: LocatedRule, overridden: Set<Identifier<Rule>>)]] = [:]
    let sketches = rules.map(\.rule.condition.sketch)
    let sorted = sketches.sorted()
    let repeated = Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
    for (later, sketch) in zip(rules, sketches) where repeated.contains(sketch) {
      guard later.hasWholeCondition, let verdict = later.rule.advice.verdict else { continue }
      let key = later.rule.condition.orderlessKey
      let overridden = Set(later.rule.overrides)
      let earlier = met[key]?.first { earlier in
        earlier.located.rule.advice.verdict != verdict
          && !earlier.overridden.contains(later.rule.id)
          && !overridden.contains(earlier.located.rule.id)
      }
      met[key, default: []].append((later, overridden))
      // One is enough: whoever mends it sees the others with it.
      guard let earlier = earlier?.located, let other = earlier.rule.advice.verdict else {
        continue
      }
      diagnostics.append(
        .contradictingRules(
          later.rule.id.text, verdict.rawValue, at: later.location,
          other: earlier.rule.id.text, otherVerdict: other.rawValue,
          otherLocation: earlier.location))
    }
  }
}

extension Condition {
  /// A text that is the same for conditions which differ at most in the order of their parts.
  var orderlessKey: String {
    switch self {
    case .fact(let fact, let options):
      "\(fact)[\(Set(options).map(\.text).sorted().joined(separator: "|"))]"
    case .all(let parts): "all\(parts.count)(\(Self.key(of: parts)))"
    case .any(let parts): "any\(parts.count)(\(Self.key(of: parts)))"
    case .not(let part): "not(\(part.orderlessKey))"
    }
  }

  /// A number that is the same for conditions with the same key, and hardly ever for others.
  fileprivate var sketch: UInt64 {
    switch self {
    case .fact(let fact, let options):
      Self.sketch(of: fact.text) &* 3 &+ options.reduce(0) { $0 | Self.sketch(of: $1.text) }
    case .all(let parts): Self.sketch(of: parts) &* 5
    case .any(let parts): Self.sketch(of: parts) &* 7
    case .not(let part): part.sketch &* 11
    }
  }

  private static func sketch(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// What stands twice counts as one, and the order does not matter.
  private static func sketch(of parts: [Condition]) -> UInt64 {
    parts.reduce(UInt64(parts.count)) { $0 | $1.sketch }
  }

  private static func key(of parts: [Condition]) -> String {
    Set(parts.map(\.orderlessKey)).sorted().joined(separator: ",")
  }
}
