import PolicyModel

/// When each thing that a topic can tell is told, over cases in which every fact is known.
public struct AdviceConditions: Sendable {
  public let verdicts: [Verdict: Condition]
  /// What is said and why, sentence by sentence.
  public let sentences: [String: Condition]
  /// The steps without what they rest on.
  public let steps: [Step: Condition]
  /// The conditions of going ahead, by their words.
  public let provisos: [String: Condition]
  public let contacts: [Identifier<Contact>: Condition]
  /// Every clause on which a finding, a step, a condition that is shown or the fallback rests.
  public let citations: [Citation: Condition]

  /// The conditions for some rules; `standing` says when each of them is told.
  init(_ table: DecisionTable, standing: [Condition]) {
    let rules = table.topicRules.rules
    let deciding = rules.indices.filter { rules[$0].advice.verdict != nil }
    let otherwise = Condition.not(.any(deciding.map { standing[$0] }))
    let told = zip(rules.map(\.advice), standing) + [(table.topicRules.otherwise, otherwise)]
    func strictness(atLeast least: Int) -> Condition {
      .any(told.filter { ($0.0.verdict?.strictness ?? -1) >= least }.map(\.1))
    }
    func verdict(_ verdict: Verdict) -> Condition {
      .all([
        strictness(atLeast: verdict.strictness),
        .not(strictness(atLeast: verdict.strictness + 1)),
      ])
    }
    let possible = Set(told.compactMap { $0.0.verdict })
    verdicts = Dictionary(uniqueKeysWithValues: possible.map { ($0, verdict($0)) })
    let isOpenToConditions = Condition.any(
      Verdict.allCases.filter { $0.leavesConditionsOpen && possible.contains($0) }.map(verdict))
    let isFallbackNamed = Condition.any([
      verdict(.silent), .not(.any(told.filter { !$0.0.contacts.isEmpty }.map(\.1))),
    ])

    var sentences: [String: [Condition]] = [:]
    var steps: [Step: [Condition]] = [:]
    var provisos: [String: [Condition]] = [:]
    var contacts: [Identifier<Contact>: [Condition]] = [:]
    var citations: [Citation: [Condition]] = [:]
    for (advice, condition) in told {
      for sentence in advice.sentences { sentences[sentence, default: []].append(condition) }
      for step in advice.steps { steps[step.withoutCitations, default: []].append(condition) }
      for contact in advice.contacts { contacts[contact, default: []].append(condition) }
      for clause in advice.citations + advice.steps.flatMap(\.citations) {
        citations[clause, default: []].append(condition)
      }
      let shown = Condition.all([condition, isOpenToConditions])
      for proviso in advice.provided {
        provisos[proviso.that, default: []].append(shown)
        for clause in proviso.citations { citations[clause, default: []].append(shown) }
      }
    }
    sentences[table.fallback.say, default: []].append(isFallbackNamed)
    for contact in table.fallback.contacts {
      contacts[contact, default: []].append(isFallbackNamed)
    }
    for clause in table.fallback.citations {
      citations[clause, default: []].append(verdict(.silent))
    }
    self.sentences = sentences.mapValues(Condition.any)
    self.steps = steps.mapValues(Condition.any)
    self.provisos = provisos.mapValues(Condition.any)
    self.contacts = contacts.mapValues(Condition.any)
    self.citations = citations.mapValues(Condition.any)
  }

  /// The conditions of all that a person is told to do: what a question must be able to change.
  var ofWhatToDo: [Condition] {
    Array(verdicts.values) + Array(steps.values) + Array(provisos.values) + Array(contacts.values)
  }
}

extension DecisionTable {
  /// When each thing that these rules can tell is told.
  public var adviceConditions: AdviceConditions {
    AdviceConditions(self, standing: conditions.indices.map(standing))
  }
}
