import PolicyModel

/// When each thing is told that a topic can tell, as decision diagrams.
struct AdviceDiagram: Sendable {
  var diagram: DecisionDiagram
  /// For each rule the cases in which it is told, and behind them those of what is said otherwise.
  let ofAdvice: [Int]
  /// The cases of each step, condition and contact.
  let ofPart: [Int]
  /// The cases of each verdict, strictest first.
  let ofVerdict: [(verdict: Verdict, node: Int)]

  init(_ table: DecisionTable) {
    var diagram = DecisionDiagram(table.slots)
    let holding = table.conditions.map { diagram.node(for: $0) }
    var told = diagram.standing(holding, in: table)
    let advice = table.topicRules.rules.map(\.advice) + [table.topicRules.otherwise]
    let deciding = table.topicRules.rules.indices.filter { advice[$0].verdict != nil }
    let decided = diagram.any(deciding.map { told[$0] })
    told.append(diagram.not(decided))

    func strictness(_ least: Int) -> Int {
      diagram.any(
        told.indices.filter { (advice[$0].verdict?.strictness ?? -1) >= least }.map { told[$0] })
    }
    func exactly(_ least: Int, below limit: Int) -> Int {
      let above = diagram.not(strictness(limit))
      return diagram.and(strictness(least), above)
    }
    ofVerdict = Verdict.allCases.sorted { $0.strictness > $1.strictness }.map {
      ($0, exactly($0.strictness, below: $0.strictness + 1))
    }
    let isOpenToConditions = exactly(
      Verdict.yes.strictness, below: Verdict.askFirst.strictness + 1)
    let isSilent = exactly(Verdict.silent.strictness, below: Verdict.yes.strictness)
    let isSomebodyNamed = diagram.any(
      told.indices.filter { !advice[$0].contacts.isEmpty }.map { told[$0] })
    let isFallbackNamed = diagram.any([isSilent, diagram.not(isSomebodyNamed)])
    ofPart = table.parts.all.map { part in
      let carried = diagram.any(part.carriers.map { told[$0] })
      switch part.content {
      // Conditions are shown where the verdict leaves them open, see `leavesConditionsOpen`.
      case .proviso: return diagram.and(carried, isOpenToConditions)
      case .contact where part.isOfFallback: return diagram.or(carried, isFallbackNamed)
      case .step, .contact: return carried
      }
    }
    ofAdvice = told
    self.diagram = diagram
  }
}

extension DecisionDiagram {
  /// The statement that one of some statements holds.
  mutating func any(_ nodes: [Int]) -> Int {
    var result = Self.no
    for node in nodes { result = or(result, node) }
    return result
  }

  /// For each rule of a table the cases in which it holds and is not set aside, given those in which
  /// it holds.
  mutating func standing(_ holding: [Int], in table: DecisionTable) -> [Int] {
    var standing = holding
    for rule in table.overrideOrder {
      for overrider in table.overriders[rule] {
        let isSpared = not(standing[overrider])
        standing[rule] = and(standing[rule], isSpared)
      }
    }
    return standing
  }

  /// The statement that a compiled condition makes.
  mutating func node(for condition: CompiledCondition) -> Int {
    switch condition {
    case .fact(let slot, let mask): return node(for: mask, in: blocks[slot])
    case .not(let part):
      let inner = node(for: part)
      return not(inner)
    case .any(let parts):
      var result = Self.no
      for part in parts {
        let next = node(for: part)
        result = or(result, next)
      }
      return result
    case .all(let parts):
      var result = Self.yes
      for part in parts {
        let next = node(for: part)
        result = and(result, next)
      }
      return result
    }
  }
}
