import Diagnostics
import PolicyModel

/// Faults that show only when the rules of a file are seen together.
extension KnowledgeDecoder {
  mutating func checkTogether(_ rules: [LocatedRule]) {
    reportDuplicates(rules)
    reportUnknownOverrides(rules)
    reportOverrideCircles(rules)
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

  private mutating func reportUnknownOverrides(_ rules: [LocatedRule]) {
    let known = rules.map(\.rule.id.text)
    for override in rules.flatMap(\.overrides) where !known.contains(override.id) {
      diagnostics.append(
        .unknownName(override.id, of: "rule", known: known, at: override.location))
    }
  }

  /// Reports circles, at the rule of each that stands first in the file.
  ///
  /// Every rule that is part of a circle is part of one that is reported.
  private mutating func reportOverrideCircles(_ rules: [LocatedRule]) {
    let targets = Dictionary(rules.map { ($0.rule.id, $0.rule.overrides) }) { first, _ in first }
    var reported: Set<Identifier<Rule>> = []
    for located in rules where !reported.contains(located.rule.id) {
      guard let circle = Self.shortestCircle(from: located.rule.id, targets) else { continue }
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
    for (index, later) in rules.enumerated() {
      guard later.hasWholeCondition, let verdict = later.rule.advice.verdict else { continue }
      for earlier in rules[..<index] {
        guard earlier.hasWholeCondition, let other = earlier.rule.advice.verdict,
          other != verdict, earlier.rule.condition.isSame(as: later.rule.condition),
          !earlier.rule.overrides.contains(later.rule.id),
          !later.rule.overrides.contains(earlier.rule.id)
        else { continue }
        diagnostics.append(
          .contradictingRules(
            later.rule.id.text, verdict.rawValue, at: later.location,
            other: earlier.rule.id.text, otherVerdict: other.rawValue,
            otherLocation: earlier.location))
        // One is enough: whoever mends it sees the others with it.
        break
      }
    }
  }
}
