import DecisionEngine
import Diagnostics
import PolicyModel

/// What all cases of a topic together show.
extension KnowledgeCheck {
  mutating func checkRules() {
    var options = OptionGroups(knowledge.facts)
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        guard
          let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
        else { continue }
        var review = RuleReview(table)
        checkOtherwise(review)
        checkConflicts(&review)
        checkIdleRules(review)
        checkHiddenRules(&review)
        checkIdleFacts(review)
        checkAskFirst(review)
        options.split(by: &review)
      }
    }
    checkOptions(options)
  }

  private func place(_ rule: Int, _ table: DecisionTable) -> KnowledgePlace {
    .rule(table.organisation.id, table.topic.id, table.topicRules.rules[rule].id)
  }

  private func name(_ rule: Int, _ table: DecisionTable) -> String {
    table.topicRules.rules[rule].id.text
  }

  private func says(_ rule: Int, _ table: DecisionTable) -> String {
    table.topicRules.rules[rule].advice.verdict?.rawValue ?? "a remark"
  }

  private func example(
    _ condition: Condition, _ review: RuleReview
  ) -> KnowledgeFault.Example? {
    review.example(where: condition).map {
      .init(
        organisation: review.table.organisation.id, topic: review.table.topic.id, replies: $0)
    }
  }

  /// A case that no rule and no silence covers is answered by an `otherwise` that never saw it.
  private mutating func checkOtherwise(_ review: RuleReview) {
    let table = review.table
    guard let verdict = table.topicRules.otherwise.verdict, verdict != .silent,
      review.leavesCases
    else { return }
    report(
      .otherwise(table.organisation.id, table.topic.id), .uncoveredCase,
      "'otherwise' says \(verdict.rawValue) to cases that no rule covers",
      hint: "give them a rule, and let 'otherwise' be silent",
      example: example(review.otherwiseCondition, review))
  }

  private mutating func checkConflicts(_ review: inout RuleReview) {
    let table = review.table
    for (first, second) in review.conflicts() {
      report(
        place(second, table), .conflictingRules,
        "the rule '\(name(second, table))' says \(says(second, table)) in the same cases as "
          + "'\(name(first, table))'",
        hint: "let one override the other, or change a condition",
        notes: [("'\(name(first, table))' says \(says(first, table))", place(first, table))],
        example: example(review.condition(first, and: second), review))
    }
  }

  private mutating func checkIdleRules(_ review: RuleReview) {
    let table = review.table
    for idle in review.idleRules {
      let isHidden = !idle.overriders.isEmpty
      report(
        place(idle.rule, table), .idleRule,
        isHidden
          ? "the rule '\(name(idle.rule, table))' is set aside wherever it would hold"
          : "the rule '\(name(idle.rule, table))' can never hold",
        hint: isHidden ? "remove it, or narrow what overrides it" : "mend its condition",
        notes: idle.overriders.map {
          ("'\(name($0, table))' sets it aside", place($0, table))
        })
    }
  }

  private mutating func checkHiddenRules(_ review: inout RuleReview) {
    let table = review.table
    for hidden in review.hiddenRules() {
      let rule = name(hidden.rule, table)
      report(
        place(hidden.rule, table), .hiddenRule,
        hidden.bringsNothing
          ? "the rule '\(rule)' never matters"
          : "the verdict \(says(hidden.rule, table)) of the rule '\(rule)' never counts",
        hint: hidden.bringsNothing
          ? "remove it, or let it override what hides it"
          : "make it a remark without a verdict, or let it override what hides it",
        notes: hidden.stricter.map {
          ("'\(name($0, table))' says \(says($0, table)) wherever both hold", place($0, table))
        }, example: example(review.condition(hidden.rule, and: hidden.stricter[0]), review))
    }
  }

  private mutating func checkIdleFacts(_ review: RuleReview) {
    let table = review.table
    // A fact of rules that never hold changes nothing because of that, which has been told.
    let idle = Set(review.idleRules.map(\.rule))
    let rules = table.topicRules.rules.enumerated().filter { !idle.contains($0.offset) }
    for fact in review.idleFacts {
      let users = rules.map(\.element).filter { $0.condition.facts.contains(fact) }
      guard let first = users.first else { continue }
      report(
        .rule(table.organisation.id, table.topic.id, first.id), .idleFact,
        "the fact '\(fact)' changes nothing, though \(users.count) "
          + "\(users.count == 1 ? "rule names" : "rules name") it",
        hint: "take it out of the conditions")
    }
  }

  private mutating func checkAskFirst(_ review: RuleReview) {
    let table = review.table
    let named = table.topicRules.rules.map(\.advice) + [table.topicRules.otherwise]
    // Where every such rule names somebody, so does every answer.
    guard named.contains(where: { $0.verdict == .askFirst && $0.contacts.isEmpty }),
      let replies = table.example(of: .askFirst, lacking: .contact, in: knowledge)
    else { return }
    let found = table.answer(to: replies).findings.first { $0.advice.verdict == .askFirst }
    report(
      found?.rule.map { .rule(table.organisation.id, table.topic.id, $0) }
        ?? .otherwise(table.organisation.id, table.topic.id), .askFirstWithoutContact,
      "somebody is told to ask first and not whom", hint: "name a contact",
      example: .init(
        organisation: table.organisation.id, topic: table.topic.id, replies: replies))
  }

  private mutating func checkOptions(_ options: OptionGroups) {
    for (fact, option, other) in options.idle {
      report(
        .option(fact, option), .idleOption,
        other.map { "the option '\(option)' of '\(fact)' comes to the same as '\($0)' everywhere" }
          ?? "the option '\(option)' of '\(fact)' changes nothing anywhere",
        hint: "make one option of them, or write the rule that tells them apart",
        notes: other.map { [("this is '\($0)'", .option(fact, $0))] } ?? [])
    }
  }
}
