import Diagnostics
import PolicyModel

@testable import Scenarios

/// A small knowledge: who may touch a pan.
enum Kitchen {
  static let knowledge = Knowledge(
    facts: [
      Fact(
        id: "pan", question: "What is the pan like?", kind: .one,
        options: [
          Option(id: "hot", label: "Hot", heardAs: ["hot pan"]), Option(id: "cold", label: "Cold"),
          Option(id: "lukewarm", label: "Lukewarm"),
        ]),
      Fact(
        id: "gloves", question: "Do you wear gloves?", kind: .yesNo,
        options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")]),
      Fact(
        id: "tools", question: "Which tools are there?", kind: .several,
        options: [
          Option(id: "tongs", label: "Tongs"), Option(id: "spoon", label: "A spoon"),
          Option(id: "none", label: "None"),
        ]),
      Fact(
        id: "weather", question: "Does it rain?", kind: .yesNo,
        options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")]),
    ],
    topics: [
      Topic(id: "pans", title: "Touching pans", facts: ["pan", "gloves", "tools"]),
      Topic(id: "lids", title: "Lids", facts: []),
    ],
    organisations: [
      Organisation(
        id: "kitchen", name: "The Kitchen",
        documents: [
          Document(
            id: "rules", title: "Rules",
            clauses: Dictionary(
              uniqueKeysWithValues: ["1", "2", "3"].map { id in
                (
                  Identifier(id),
                  Clause(
                    id: Identifier(id), label: id, kind: "duty", force: .must, gist: "", anchor: "")
                )
              }))
        ],
        contacts: [
          Contact(id: "cook", name: "The cook", purpose: "All"),
          Contact(id: "waiter", name: "The waiter", purpose: "Some"),
        ],
        fallbacks: [
          Fallback(id: "all", say: "Ask.", contacts: ["cook"], citations: [cite("3")])
        ],
        rules: ["pans": pans])
    ])

  private static func cite(_ clause: Identifier<Clause>) -> Citation {
    Citation(document: "rules", clause: clause)
  }

  private static let pans = TopicRules(
    topic: "pans",
    rules: [
      Rule(
        id: "burns",
        condition: .all([
          .fact("pan", isAnyOf: ["hot"]), .fact("gloves", isAnyOf: ["no"]),
        ]),
        advice: Advice(
          verdict: .no, say: "Do not.", steps: [Step(what: "Fetch gloves"), Step(what: "Wait")],
          citations: [cite("1")], contacts: ["cook"])),
      Rule(
        id: "gloved",
        condition: .all([
          .fact("pan", isAnyOf: ["hot"]), .fact("gloves", isAnyOf: ["yes"]),
        ]),
        advice: Advice(
          verdict: .yesIf, say: "You may.",
          provided: [Proviso(that: "the gloves are dry", citations: [cite("2")])],
          citations: [cite("2")])),
      Rule(
        id: "cold", condition: .fact("pan", isAnyOf: ["cold"]),
        advice: Advice(verdict: .yes, say: "Do.", citations: [cite("2")])),
    ], otherwise: Advice(verdict: .silent, say: "Nothing is said."), fallback: "all")

  /// What comes of trying the scenarios of one text.
  static func run(
    _ text: String, file: String = "f.yaml"
  ) -> (results: [ScenarioResult], diagnostics: [Diagnostic], file: ScenarioFile) {
    let file = ScenarioFile(name: file, bytes: Array(text.utf8))
    let set = ScenarioSet([file], knowledge: knowledge)
    var runner = ScenarioRunner(knowledge) { nil }
    return (set.scenarios.map { runner.run($0) }, set.diagnostics, file)
  }

  /// A scenario with given facts and expectations.
  static func scenario(_ facts: String, _ expect: String) -> String {
    "scenario: s\norganisation: kitchen\nfacts: { \(facts) }\nexpect: { topic: pans, \(expect) }\n"
  }

  static func allHold(_ results: [ScenarioResult]) -> Bool { results.allSatisfy { $0.holds } }
}
