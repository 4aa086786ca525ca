/// What a case code keeps of the knowledge with which it was made, to notice that it has changed.
struct KnowledgeFingerprint: Hashable {
  /// Width of ``facts`` in bits.
  static let factsWidth = 8
  /// Width of ``everything`` in bits.
  static let everythingWidth = 16

  /// A hash of the facts that the topic asks, in their order, with their kinds and options.
  let facts: Int
  /// A hash of all that decides: organisation, topic, those facts, the rules, and the replies.
  ///
  /// It takes in what the rules say as well as their conditions, and the fallback that a silent
  /// answer names. The wording of questions, options, clauses and contacts is left out. The replies
  /// are in it so that a code with several wrong symbols is not taken for another good one.
  let everything: Int

  init(facts: Int, everything: Int) {
    self.facts = facts
    self.everything = everything
  }

  init(
    of organisation: Identifier<Organisation>, on topic: Identifier<Topic>,
    with entries: [CaseCode.Content.Entry], in knowledge: Knowledge
  ) {
    let asked = knowledge.facts(of: topic)
    facts = Self.facts(asked)
    var hash = StableHash()
    hash.add(organisation.text)
    hash.add(topic.text)
    hash.add(asked) { $0.add($1) }
    let holder = knowledge[organisation: organisation]
    if let rules = holder?.rules[topic] {
      hash.add(rules.rules) { $0.add($1) }
      hash.add(rules.otherwise)
      hash.add(rules.fallback.text)
      hash.add(holder?[fallback: rules.fallback])
    }
    hash.add(entries) { $0.add($1) }
    everything = hash.folded(to: Self.everythingWidth)
  }

  /// The hash of a list of facts.
  static func facts(_ facts: [Fact]) -> Int {
    var hash = StableHash()
    hash.add(facts) { $0.add($1) }
    return hash.folded(to: factsWidth)
  }
}

extension Knowledge {
  /// The facts that a topic may ask, in its order; none for a topic that is not known.
  func facts(of topic: Identifier<Topic>) -> [Fact] {
    (self[topic: topic]?.facts ?? []).compactMap { self[fact: $0] }
  }
}

extension StableHash {
  /// Adds a fact: its id, its kind, and the ids of its options in their order.
  mutating func add(_ fact: Fact) {
    add(fact.id.text)
    add(fact.kind.rawValue)
    add(fact.options.map(\.id))
  }

  fileprivate mutating func add(_ condition: Condition) {
    switch condition {
    case .fact(let fact, let options):
      add("fact")
      add(fact.text)
      add(options)
    case .all(let parts):
      add("all")
      add(parts) { $0.add($1) }
    case .any(let parts):
      add("any")
      add(parts) { $0.add($1) }
    case .not(let part):
      add("not")
      add(part)
    }
  }

  fileprivate mutating func add(_ citations: [Citation]) {
    add(citations.map(\.document))
    add(citations.map(\.clause))
  }

  fileprivate mutating func add(_ advice: Advice) {
    add(advice.verdict?.rawValue)
    add(advice.say)
    add(advice.because)
    add(advice.steps) { hash, step in
      hash.add(step.what)
      hash.add(step.deadline?.text)
      hash.add(step.who)
      hash.add(step.citations)
    }
    add(advice.provided) { hash, proviso in
      hash.add(proviso.that)
      hash.add(proviso.citations)
    }
    add(advice.citations)
    add(advice.contacts)
  }

  fileprivate mutating func add(_ rule: Rule) {
    add(rule.id.text)
    add(rule.condition)
    add(rule.overrides)
    add(rule.advice)
  }

  fileprivate mutating func add(_ entry: CaseCode.Content.Entry) {
    add(String(entry.position))
    switch entry.reply {
    case .notSure: add("not sure")
    case .options(let places): add(places) { $0.add(String($1)) }
    }
  }

  fileprivate mutating func add(_ fallback: Fallback?) {
    add(fallback?.say)
    add(fallback?.contacts ?? [])
    add(fallback?.citations ?? [])
  }
}
