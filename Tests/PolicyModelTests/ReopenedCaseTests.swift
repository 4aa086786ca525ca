import PolicyModel
import Testing

@Suite struct ReopenedCaseTests {
  private static let subject = Case(
    organisation: "woking", topic: "friend-request",
    facts: [
      "requester": .options(["stranger"]), "content": .options(["photo", "secret"]),
      "direction": .notSure, "youth": .options(["no"]),
    ])

  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let knowledge: Knowledge
    var organisation: Identifier<Organisation>? = "woking"
    var topic: Identifier<Topic>? = "friend-request"
    var lost: [Identifier<Fact>] = []
    let differences: [ReopenedCase.Difference]
  }

  private static func facts(_ change: (inout [Fact]) -> Void) -> [Fact] {
    var facts = Knowledge.sampleFacts
    change(&facts)
    return facts
  }

  private static let edits = [
    Edit(
      testDescription: "the same", knowledge: .sample(), differences: []),
    Edit(
      testDescription: "a fact that the topic does not ask",
      knowledge: .sample(
        facts: [.sample("new", .yesNo, ["yes", "no"])] + Knowledge.sampleFacts,
        asked: Knowledge.sampleFacts.map(\.id)),
      differences: []),
    Edit(
      testDescription: "other words of a question",
      knowledge: .sample(
        facts: facts { $0[1] = .sample("vulnerable", .yesNo, ["yes", "no"], asks: "Really?") }),
      differences: []),
    Edit(
      testDescription: "another organisation",
      knowledge: .sample(organisation: "nottinghamshire"), organisation: nil,
      differences: [.unknownOrganisation]),
    Edit(
      testDescription: "another topic", knowledge: .sample(topic: "work-post"), topic: nil,
      lost: ["requester", "content", "direction", "youth"], differences: [.unknownTopic]),
    Edit(
      testDescription: "neither",
      knowledge: .sample(organisation: "nottinghamshire", topic: "work-post"), organisation: nil,
      topic: nil, lost: ["requester", "content", "direction", "youth"],
      differences: [.unknownOrganisation, .unknownTopic]),
    Edit(
      testDescription: "another rule", knowledge: .sample(rules: [.sample("other")]),
      differences: [.rules]),
    Edit(
      testDescription: "a fact added in front",
      knowledge: .sample(facts: facts { $0.insert(added, at: 0) }),
      differences: [.addedFact("new")]),
    Edit(
      testDescription: "a fact added within",
      knowledge: .sample(facts: facts { $0.insert(added, at: 3) }),
      differences: [.addedFact("new")]),
    Edit(
      testDescription: "a fact added at the end",
      knowledge: .sample(facts: facts { $0.append(added) }), differences: [.addedFact("new")]),
    Edit(
      testDescription: "a fact without reply removed",
      knowledge: .sample(facts: facts { $0.remove(at: 1) }), differences: [.otherFacts]),
    Edit(
      testDescription: "a fact without reply renamed",
      knowledge: .sample(facts: facts { $0[1] = added }), differences: [.otherFacts]),
    Edit(
      testDescription: "the facts in another order",
      knowledge: .sample(facts: facts { $0.reverse() }), differences: [.otherFacts]),
    Edit(
      testDescription: "a fact with reply removed",
      knowledge: .sample(facts: facts { $0.remove(at: 0) }), lost: ["requester"],
      differences: [.missingFacts(1)]),
    Edit(
      testDescription: "two facts with reply removed",
      knowledge: .sample(facts: facts { $0.removeSubrange(2...3) }),
      lost: ["content", "direction"], differences: [.missingFacts(2)]),
    Edit(
      testDescription: "a fact with reply renamed",
      knowledge: .sample(facts: facts { $0[4] = added }), lost: ["youth"],
      differences: [.missingFacts(1)]),
    Edit(
      testDescription: "an option added in front of the one picked",
      knowledge: .sample(
        facts: facts {
          $0[0] = .sample("requester", .one, ["friend", "service-user", "contractor", "stranger"])
        }),
      lost: ["requester"], differences: [.changedOptions("requester")]),
    Edit(
      testDescription: "an option renamed, where the reply is not sure",
      knowledge: .sample(
        facts: facts { $0[3] = .sample("direction", .one, ["received", "made"]) }),
      lost: ["direction"], differences: [.changedOptions("direction")]),
    Edit(
      testDescription: "no facts and no topics",
      knowledge: Knowledge(facts: [], topics: [], organisations: []), organisation: nil,
      topic: nil, lost: ["requester", "content", "direction", "youth"],
      differences: [.unknownOrganisation, .unknownTopic]),
  ]

  private static let added = Fact.sample("new", .yesNo, ["yes", "no"])

  @Test(arguments: edits)
  func otherKnowledgeBringsBackWhatItHasAndSaysWhatDiffers(_ edit: Edit) throws {
    let code = CaseCode(Self.subject, in: .sample())
    let reopened = try CaseCode.read(code.text, in: edit.knowledge)
    var facts = edit.topic == nil ? [:] : Self.subject.facts
    for fact in edit.lost { facts[fact] = nil }
    #expect(reopened.differences == edit.differences)
    #expect(reopened.organisation == edit.organisation)
    #expect(reopened.topic == edit.topic)
    #expect(reopened.facts == facts)
    let isKnown = edit.organisation != nil && edit.topic != nil
    #expect((reopened.restored != nil) == isKnown)
  }

  @Test(arguments: 0..<20)
  func aCodeOfAnyKnowledgeCanBeReadWithAnyOther(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let there = Knowledge.generated(by: &numbers)
    for _ in 0..<20 {
      let here = Knowledge.generated(by: &numbers)
      let known = Knowledge(
        facts: here.facts,
        topics: [Topic(id: there.topics[0].id, title: "", facts: here.facts.map(\.id))],
        organisations: there.organisations)
      let subject = Case.generated(in: there, answering: 0.4, by: &numbers)
      let code = CaseCode(subject, in: there)
      for knowledge in [here, known] {
        let reopened = try CaseCode.read(code.text, in: knowledge)
        for (id, reply) in reopened.facts {
          let fact = try #require(knowledge[fact: id])
          guard case .options(let options) = reply else { continue }
          #expect(options.allSatisfy { fact[option: $0] != nil })
        }
      }
    }
  }
}
