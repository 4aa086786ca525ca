import PolicyModel
import Synchronization

/// The rules of one topic of one organisation in the form that the engine evaluates.
///
/// A pure function of knowledge and case: it knows no clock, no files and no chance.
///
/// A class, as it is handed about a lot and never changes but for diagrams that are drawn when they are
/// first asked for.
public final class DecisionTable: Sendable {
  public let organisation: Organisation
  public let topic: Topic
  public let topicRules: TopicRules
  /// The fallback that a silent answer names.
  public let fallback: Fallback
  let slots: [FactSlot]
  let conditions: [CompiledCondition]
  let programs: [ConditionProgram]
  /// For each rule the ones that set it aside where they hold.
  let overriders: [[Int]]
  /// The rules in an order in which each comes after all that set it aside.
  let overrideOrder: [Int]
  /// The rules, and by the number behind the last what is said otherwise, in the order in which they
  /// are told: strictest first, remarks last, in the order of the file otherwise.
  let tellingOrder: [Int]
  /// The steps, conditions and contacts that can be told.
  public let parts: AdviceParts
  /// In how many hours each part that is a step is to be done; infinite without a deadline.
  let hoursOfPart: [Double]
  /// The verdict of each rule, and last of what is said otherwise.
  let verdictOfAdvice: [Verdict?]
  /// The rules that have a verdict.
  let deciding: NumberSet
  private let diagrammed = Mutex<DiagrammedCase?>(nil)

  /// The table of a topic, or nil where the knowledge has no rules for it.
  public convenience init?(
    _ knowledge: Knowledge, organisation: Identifier<Organisation>, topic: Identifier<Topic>
  ) {
    guard let organisation = knowledge[organisation: organisation],
      let topic = knowledge[topic: topic], let topicRules = organisation.rules[topic.id]
    else { return nil }
    self.init(knowledge, organisation, topic, topicRules)
  }

  /// The table of some rules on a topic.
  init(
    _ knowledge: Knowledge, _ organisation: Organisation, _ topic: Topic, _ topicRules: TopicRules
  ) {
    self.organisation = organisation
    self.topic = topic
    self.topicRules = topicRules
    fallback =
      organisation[fallback: topicRules.fallback]
      ?? Fallback(id: topicRules.fallback, say: "", contacts: [], citations: [])

    let rules = topicRules.rules
    let used = rules.flatMap(\.condition.facts)
    let named = topic.facts.filter(used.contains) + used.filter { !topic.facts.contains($0) }
    let facts = named.reduce(into: [Fact]()) { facts, id in
      if let fact = knowledge[fact: id], !facts.contains(where: { $0.id == id }) {
        facts.append(fact)
      }
    }
    let conditions = rules.map { CompiledCondition($0.condition, facts: facts) }
    let atoms = conditions.flatMap(\.atoms)
    slots = facts.enumerated().map { index, fact in
      FactSlot(fact, masks: atoms.filter { $0.slot == index }.map(\.mask))
    }
    self.conditions = conditions
    programs = conditions.map(ConditionProgram.init)
    let numbers = Dictionary(grouping: rules.indices) { rules[$0].id }
    var overriders = rules.map { _ in [Int]() }
    for (number, rule) in rules.enumerated() {
      for overridden in rule.overrides.flatMap({ numbers[$0] ?? [] })
      where overriders[overridden].last != number {
        overriders[overridden].append(number)
      }
    }
    self.overriders = overriders
    overrideOrder = Self.order(overriders)
    let advice = rules.map(\.advice) + [topicRules.otherwise]
    tellingOrder = Array(advice.indices).sortedByStrictness { advice[$0] }
    let parts = AdviceParts(advice, fallback: fallback)
    self.parts = parts
    hoursOfPart = parts.all.map { part in
      guard case .step(let step) = part.content else { return .infinity }
      return step.deadline?.hoursFromNow ?? .infinity
    }
    verdictOfAdvice = advice.map(\.verdict)
    deciding = rules.indices.reduce(into: NumberSet(outOf: rules.count)) {
      if rules[$1].advice.verdict != nil { $0.insert($1) }
    }
  }

  /// Whether the diagrams have been drawn.
  var isDiagrammed: Bool { diagrammed.withLock { $0 != nil } }

  /// Reads from the diagrams, which are drawn once however many ask for them.
  func withDiagrams<Result>(_ read: (inout DiagrammedCase) -> Result) -> Result {
    diagrammed.withLock { diagrammed in
      var drawn = diagrammed.take() ?? DiagrammedCase(self)
      defer { diagrammed = drawn }
      return read(&drawn)
    }
  }

  /// The facts that the rules hang on, in the order in which they are asked.
  public var facts: [Fact] { slots.map(\.fact) }

  /// The options of a fact that are worth offering here.
  ///
  /// Of a `several` fact those that no rule of this table names come to the same as none of them, and
  /// would only make the list longer.
  public func offeredOptions(of fact: Fact) -> [Option] {
    guard fact.kind == .several, fact.exclusiveOption != nil,
      let slot = slots.firstIndex(where: { $0.fact.id == fact.id })
    else { return fact.options }
    let named = slots[slot].named
    // Where a rule names the exclusive option, what no rule names is not the same as it.
    if named & slots[slot].exclusive != 0 { return fact.options }
    return fact.options.enumerated().filter { index, option in
      named & 1 << UInt64(index) != 0 || option.id == Option.exclusive
    }.map(\.element)
  }

  /// Rules after the ones that set them aside.
  ///
  /// A circle, which loading refuses, is cut anywhere.
  private static func order(_ overriders: [[Int]]) -> [Int] {
    var order: [Int] = []
    var seen = Set<Int>()
    func visit(_ rule: Int) {
      guard seen.insert(rule).inserted else { return }
      for overrider in overriders[rule] { visit(overrider) }
      order.append(rule)
    }
    for rule in overriders.indices { visit(rule) }
    return order
  }
}
