import Diagnostics
import PolicyModel

/// What is declared and never used.
extension KnowledgeCheck {
  mutating func checkUses() {
    checkFacts()
    for organisation in knowledge.organisations { checkContacts(of: organisation) }
  }

  private mutating func checkFacts() {
    var usedByTopic: [Identifier<Topic>: Set<Identifier<Fact>>] = [:]
    for organisation in knowledge.organisations {
      for (topic, rules) in organisation.rules where !rules.rules.isEmpty {
        usedByTopic[topic, default: []].formUnion(rules.rules.flatMap(\.condition.facts))
      }
    }
    var used = Set(knowledge.invariants.flatMap(\.condition.facts))
    for topic in knowledge.topics {
      // Of a topic on which nobody has written a rule nothing is known yet.
      guard let facts = usedByTopic[topic.id] else { continue }
      used.formUnion(facts)
      for fact in topic.facts where !facts.contains(fact) {
        report(
          .topicFact(topic.id, fact), .idleFact,
          "no rule on the topic '\(topic.id)' hangs on the fact '\(fact)'",
          hint: "take it out of the topic's facts",
          repair: .entry(.topicFact(topic.id, fact)))
      }
    }
    let listed = Set(knowledge.topics.flatMap(\.facts))
    for fact in knowledge.facts where !used.contains(fact.id) && !listed.contains(fact.id) {
      report(
        .fact(fact.id), .idleFact, "no topic asks for the fact '\(fact.id)'",
        hint: "remove it, or list it under a topic whose rules use it")
    }
  }

  private mutating func checkContacts(of organisation: Organisation) {
    // Nor is it known whom an organisation without any rule will name.
    guard organisation.rules.values.contains(where: { !$0.rules.isEmpty }) else { return }
    var used = Set(organisation.fallbacks.flatMap(\.contacts))
    for rules in organisation.rules.values {
      used.formUnion((rules.rules.map(\.advice) + [rules.otherwise]).flatMap(\.contacts))
    }
    for contact in organisation.contacts where !used.contains(contact.id) {
      report(
        .contact(organisation.id, contact.id), .unusedContact,
        "no rule and no fallback names the contact '\(contact.id)'",
        hint: "name it where people should turn to it, or remove it")
    }
  }
}
