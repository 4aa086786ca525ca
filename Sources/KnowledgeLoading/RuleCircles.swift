import PolicyModel

/// Finds the rules that override each other in a circle, however many rules there are.
enum RuleCircles {
  typealias Overrides = [Identifier<Rule>: [Identifier<Rule>]]

  /// The rules that are part of a circle, each with those of its own circles that it overrides.
  ///
  /// Two rules are in a circle together if each can be reached from the other (Kosaraju's way): what
  /// is met first on the way back from the rule that was left last belongs to it.
  static func within(_ overrides: Overrides) -> Overrides {
    var back: Overrides = [:]
    for (rule, targets) in overrides {
      for target in targets { back[target, default: []].append(rule) }
    }
    var group: [Identifier<Rule>: Int] = [:]
    for (number, rule) in leavingOrder(of: overrides).reversed().enumerated()
    where group[rule] == nil {
      group[rule] = number
      var waiting = [rule]
      while let next = waiting.popLast() {
        for source in back[next] ?? [] where group[source] == nil {
          group[source] = number
          waiting.append(source)
        }
      }
    }
    var circles: Overrides = [:]
    for (rule, targets) in overrides {
      let own = targets.filter { group[$0] == group[rule] && overrides[$0] != nil }
      if !own.isEmpty { circles[rule] = own }
    }
    return circles
  }

  /// The rules in the order in which a walk over all that they override leaves them.
  private static func leavingOrder(of overrides: Overrides) -> [Identifier<Rule>] {
    var order: [Identifier<Rule>] = []
    var met: Set<Identifier<Rule>> = []
    for start in overrides.keys where met.insert(start).inserted {
      // With a stack of its own: a chain may be longer than the program's.
      var path = [(rule: start, next: 0)]
      while let (rule, next) = path.last {
        let targets = overrides[rule] ?? []
        if next == targets.count {
          order.append(rule)
          path.removeLast()
        } else {
          path[path.count - 1].next += 1
          if met.insert(targets[next]).inserted { path.append((targets[next], 0)) }
        }
      }
    }
    return order
  }
}
