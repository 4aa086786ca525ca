import DecisionEngine
import PolicyModel
import Testing

/// The engine against brute force, over all cases of the shipped knowledge.
@Suite struct BruteForceTests {
  @Test(arguments: ShippedTopic.all)
  func everyDialogueEndsWithTheAdviceOfAllItsCases(_ topic: ShippedTopic) throws {
    let engine = try topic.table()
    let table = try AdviceTable(
      engine.topicRules, fallback: engine.fallback.contacts, facts: topic.facts())
    var tree = DialogueTree(engine, table, replied: table.values, givesNotSure: true)
    tree.walk()
    #expect(tree.faults.isEmpty)
    print(summary(of: tree, topic))
  }

  /// The classes of options are worked out; here every option is ticked for itself.
  @Test(arguments: ShippedTopic.all)
  func everyOptionTickedAloneLeadsToTheAdviceOfItsClass(_ topic: ShippedTopic) throws {
    let engine = try topic.table()
    let table = try AdviceTable(
      engine.topicRules, fallback: engine.fallback.contacts, facts: topic.facts())
    var tree = DialogueTree(engine, table, replied: table.singleValues, givesNotSure: false)
    tree.walk()
    #expect(tree.faults.isEmpty)
  }

  private func summary(of tree: DialogueTree, _ topic: ShippedTopic) -> String {
    let table = tree.table
    let classes = table.facts.indices.map { fact in
      let values = table.values[fact].count
      let options = table.optionClasses[fact]
      return "\(table.facts[fact].id) \(values)"
        + (table.facts[fact].kind == .several ? " (sets of \(options) classes)" : "")
    }
    let cases = table.values.map(\.count).reduce(1, *)
    let mean = Double(tree.questions * 100 / max(tree.dialogues, 1)) / 100
    return "brute force: \(topic.testDescription): classes: "
      + (classes.isEmpty ? "none" : classes.joined(separator: ", "))
      + "; \(cases) cases; \(tree.dialogues) dialogues, longest \(tree.longest), mean \(mean) "
      + "questions; \(tree.notSureDialogues) with one reply not sure; \(table.advice.count) advices"
  }
}
