import DecisionEngine
import Foundation
import PolicyModel
import Scenarios
import Testing

/// The scenarios that ship with the knowledge, each a story that somebody worked out by hand.
@Suite struct ScenarioTests {
  private static func scenarios() throws -> [Scenario] {
    let folder = URL(filePath: ShippedTopic.folder).appending(path: "scenarios")
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let files = try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      ScenarioFile(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    let set = ScenarioSet(files, knowledge: try ShippedTopic.knowledge())
    #expect(set.diagnostics.isEmpty, "\(set.diagnostics)")
    return set.scenarios
  }

  @Test func everyScenarioHolds() throws {
    var runner = ScenarioRunner(try ShippedTopic.knowledge()) { nil }
    for scenario in try Self.scenarios() {
      let result = runner.run(scenario)
      #expect(result.holds, "\(scenario.name): \(result.mismatches)")
      #expect(result.unneeded.isEmpty, "\(scenario.name): \(result.unneeded)")
    }
  }

  @Test func everyTopicOfEveryOrganisationHasTwo() throws {
    let counts = Dictionary(
      grouping: try Self.scenarios(), by: { "\($0.organisation) \($0.topic)" }
    ).mapValues(\.count)
    for topic in ShippedTopic.all {
      let count = counts["\(topic.organisation) \(topic.topic)"] ?? 0
      #expect(count >= 2, "\(topic) has \(count)")
    }
  }

  /// Every scenario with its facts as they are, with one of them left out, and with one not sure.
  @Test func batchesAreAnsweredAsTheEngineAnswers() throws {
    let knowledge = try ShippedTopic.knowledge()
    var batch = Batch(knowledge)
    for scenario in try Self.scenarios() {
      var cases = [scenario.facts]
      for fact in scenario.facts.keys {
        cases.append(scenario.facts.filter { $0.key != fact })
        cases.append(scenario.facts.merging([fact: .notSure]) { $1 })
      }
      for facts in cases {
        let table = try #require(
          DecisionTable(knowledge, organisation: scenario.organisation, topic: scenario.topic))
        let answer = table.answer(to: facts)
        var output: [UInt8] = []
        let line = try JSONSerialization.data(withJSONObject: [
          "organisation": scenario.organisation.text, "topic": scenario.topic.text,
          "facts": Dictionary(
            uniqueKeysWithValues: facts.map { ($0.key.text, ReplyFormat.words(of: $0.value)) }),
        ])
        #expect(batch.answer(Array(line)[...], number: 1, into: &output))
        let object = try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any]
        #expect(object?["verdict"] as? String == answer.verdict.rawValue)
        #expect(object?["possible"] as? [String] == answer.possibleVerdicts.map(\.rawValue))
        #expect(object?["citations"] as? [String] == answer.citations.map(\.description))
        #expect(object?["contacts"] as? [String] == answer.contacts.map(\.text))
        #expect(object?["conditions"] as? [String] == answer.provided.map(\.that))
        #expect((object?["steps"] as? [Any])?.count == answer.steps.count)
        #expect(object?["next"] as? String == table.nextFact(after: facts)?.id.text)
      }
    }
  }
}
