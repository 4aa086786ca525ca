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

  /// Reports each circle once, at the rule of it that stands first in the file.
  private mutating func reportOverrideCircles(_ rules: [LocatedRule]) {
    let targets = Dictionary(rules.map { ($0.rule.id, $0.rule.overrides) }) { first, _ in first }
    var settled: Set<Identifier<Rule>> = []
    for located in rules {
      var path: [Identifier<Rule>] = []
      if let circle = Self.circle(from: located.rule.id, targets, &path, &settled) {
        diagnostics.append(.overrideCircle(circle.map(\.text), at: located.location))
      }
    }
  }

  private static func circle(
    from id: Identifier<Rule>, _ targets: [Identifier<Rule>: [Identifier<Rule>]],
    _ path: inout [Identifier<Rule>], _ settled: inout Set<Identifier<Rule>>
  ) -> [Identifier<Rule>]? {
    if let start = path.firstIndex(of: id) { return path[start...] + [id] }
    guard settled.insert(id).inserted else { return nil }
    path.append(id)
    defer { path.removeLast() }
    for target in targets[id] ?? [] {
      if let circle = circle(from: target, targets, &path, &settled) { return circle }
    }
    return nil
  }

  private mutating func reportContradictions(_ rules: [LocatedRule]) {
    for (index, later) in rules.enumerated() {
      guard let verdict = later.rule.advice.verdict else { continue }
      for earlier in rules[..<index] {
        guard let other = earlier.rule.advice.verdict, other != verdict,
          earlier.rule.condition == later.rule.condition,
          !earlier.rule.overrides.contains(later.rule.id),
          !later.rule.overrides.contains(earlier.rule.id)
        else { continue }
        diagnostics.append(
          .contradictingRules(
            later.rule.id.text, verdict.rawValue, at: later.location,
            other: earlier.rule.id.text, otherVerdict: other.rawValue,
            otherLocation: earlier.location))
      }
    }
  }
}
