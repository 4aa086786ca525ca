import DecisionEngine
import PolicyModel

/// The closest cases with other verdicts: those in which one fact differs.
public enum Contrast {
  /// A scenario for each new value of one fact that gives another verdict, laxest verdict first; with
  /// two facts where no single one does.
  ///
  /// Facts that come to matter only then are not given; the scenario names the one that is asked next.
  public static func scenarios(to scenario: Scenario, in knowledge: Knowledge) -> [ScenarioText] {
    guard
      let table = DecisionTable(
        knowledge, organisation: scenario.organisation, topic: scenario.topic)
    else { return [] }
    let before = table.answer(to: scenario.facts).verdict
    return table.smallestChanges(from: scenario.facts).flatMap { change in
      combinations(of: change.changes).map { replies in
        var facts = scenario.facts.merging(replies) { $1 }
        // What no longer matters is left out, so that the difference can be seen.
        let asked = DialogueTrial(facts, in: table).asked
        facts = facts.filter { asked.contains($0.key) || replies[$0.key] != nil }
        let difference = replies.sorted { $0.key < $1.key }.map {
          "\($0) is \(ReplyFormat.words(of: $1).joined(separator: " with "))"
        }.joined(separator: ", ")
        return ScenarioText(
          named: "\(scenario.name), but \(difference)", facts: facts, in: table,
          notes: "The verdict was '\(before.rawValue)' in: \(scenario.name)")
      }
    }
  }

  private static func combinations(
    of changes: [VerdictChange.ChangedFact]
  ) -> [[Identifier<Fact>: Reply]] {
    changes.reduce([[:]]) { partial, change in
      partial.flatMap { facts in
        change.replies.map { facts.merging([change.fact: $0]) { $1 } }
      }
    }
  }
}
