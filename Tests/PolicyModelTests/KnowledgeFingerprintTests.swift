import Testing

@testable import PolicyModel

@Suite struct StableHashTests {
  @Test(arguments: [("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8 as UInt64)])
  func bytesAreHashedAsFNVPrescribes(_ text: String, _ expected: UInt64) {
    var hash = StableHash()
    for byte in text.utf8 { hash.add(byte: byte) }
    let quarters = (0..<4).map { expected >> ($0 * 16) & 0xFFFF }
    #expect(hash.folded(to: 16) == Int(quarters.reduce(0, ^)))
    #expect(hash.folded(to: 5) == hash.folded(to: 16) % 32)
  }

  @Test func textsDoNotRunIntoEachOther() {
    func hash(_ texts: [String?]) -> Int {
      var hash = StableHash()
      hash.add(texts) { $0.add($1) }
      return hash.folded(to: 16)
    }
    let lists: [[String?]] = [
      [], [""], [nil], ["", ""], ["ab"], ["a", "b"], ["", "ab"], ["b", "a"], ["ab", nil],
    ]
    #expect(Set(lists.map(hash)).count == lists.count)
  }
}

@Suite struct KnowledgeFingerprintTests {
  private static func fingerprint(_ knowledge: Knowledge) -> KnowledgeFingerprint {
    KnowledgeFingerprint(of: "woking", on: "friend-request", with: [], in: knowledge)
  }

  private static func advice(
    because: String? = nil, steps: [Step] = [], provided: [Proviso] = [],
    citations: [Citation] = [], contacts: [Identifier<Contact>] = []
  ) -> Knowledge {
    .sample(
      otherwise: Advice(
        verdict: .silent, say: "Nothing is said.", because: because, steps: steps,
        provided: provided, citations: citations, contacts: contacts))
  }

  private static let citation = Citation(document: "policy", clause: "1")

  private static let stranger = Condition.fact("requester", isAnyOf: ["stranger"])
  private static let rule = Rule.sample("conflict", when: stranger)

  private static let edits: [Knowledge] = [
    .sample(), .sample(rules: []), .sample(rules: [rule, rule]),
    .sample(rules: [.sample("renamed", when: stranger)]),
    .sample(rules: [.sample("conflict")]),
    .sample(rules: [.sample("conflict", when: .not(stranger))]),
    .sample(rules: [.sample("conflict", when: .all([stranger]))]),
    .sample(rules: [.sample("conflict", when: .any([stranger]))]),
    .sample(rules: [.sample("conflict", when: .any([]))]),
    .sample(rules: [.sample("conflict", when: .fact("requester", isAnyOf: []))]),
    .sample(rules: [.sample("conflict", when: stranger, verdict: .askFirst)]),
    .sample(rules: [.sample("conflict", when: stranger, verdict: nil)]),
    .sample(rules: [.sample("conflict", when: stranger, overrides: ["other"])]),
    .sample(rules: [.sample("conflict", when: stranger, say: "Do.")]),
    .sample(fallbackContacts: []),
    advice(because: ""), advice(contacts: ["line-manager"]), advice(citations: [citation]),
    advice(steps: [Step(what: "Stop.")]),
    advice(steps: [Step(what: "Stop.", deadline: Deadline("now"))]),
    advice(steps: [Step(what: "Stop.", who: "now")]),
    advice(steps: [Step(what: "Stop.", citations: [citation])]),
    advice(provided: [Proviso(that: "it stops", citations: [])]),
    advice(provided: [Proviso(that: "it stops", citations: [citation])]),
    .sample(asked: ["requester"]), .sample(asked: ["requester", "youth"]),
    .sample(facts: [.sample("requester", .several, ["yes", "no"])]),
    .sample(facts: [.sample("requester", .one, ["yes", "no"])]),
    .sample(facts: [.sample("requester", .one, ["no", "yes"])]),
  ]

  @Test func whateverDecidesChangesIt() {
    let prints = Set(Self.edits.map { Self.fingerprint($0).everything })
    #expect(prints.count == Self.edits.count)
  }

  @Test func wordingOfQuestionsAndClausesLeavesItAsItIs() {
    let plain = Self.fingerprint(.sample())
    let reworded = Knowledge.sampleFacts.map {
      Fact(
        id: $0.id, question: "In other words?", kind: $0.kind, help: "Think.",
        options: $0.options.map { Option(id: $0.id, label: "!", heardAs: ["x"]) }, unsure: "Look.")
    }
    #expect(Self.fingerprint(.sample(facts: reworded)) == plain)
    let clause = Clause(
      id: "1", label: "1", kind: "duty", force: .must, gist: "Be good.", anchor: "good")
    #expect(Self.fingerprint(.sample(clauses: [clause])) == plain)
  }

  @Test func repliesAndPlacesAreInIt() {
    let mark = CaseCode.Content.FactMark(of: Knowledge.sampleFacts[0])
    let entries: [[CaseCode.Content.Entry]] = [
      [], [.init(position: 0, fact: mark, reply: .options([0]))],
      [.init(position: 0, fact: mark, reply: .options([1]))],
      [.init(position: 0, fact: mark, reply: .options([0, 1]))],
      [.init(position: 0, fact: mark, reply: .notSure)],
      [.init(position: 1, fact: mark, reply: .notSure)],
    ]
    let prints = entries.map {
      KnowledgeFingerprint(of: "woking", on: "friend-request", with: $0, in: .sample())
    }
    #expect(Set(prints.map(\.everything)).count == entries.count)
    #expect(Set(prints.map(\.facts)).count == 1)
  }
}
