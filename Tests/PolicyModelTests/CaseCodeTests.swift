import Testing

@testable import PolicyModel

@Suite struct CaseCodeTests {
  private static let plain = Case(
    organisation: "woking", topic: "friend-request",
    facts: [
      "requester": .options(["stranger"]), "vulnerable": .notSure,
      "content": .options(["photo", "secret"]),
    ])

  @Test func codesAreTheSameOnEveryMachineAndInEveryVersion() throws {
    let knowledge = Knowledge.sample()
    let codes = [
      CaseCode(Case(organisation: "woking", topic: "friend-request"), in: knowledge),
      CaseCode(Self.plain, in: knowledge),
      CaseCode(Case(organisation: "swansea", topic: "monitoring"), in: knowledge),
    ]
    let texts = ["3VX1-J283-EVGX", "3VX1-J28J-JWBW-Z99P-FK6Y-0H", "33SN-EB05-VDGS"]
    #expect(codes.map(\.text) == texts)
    for code in codes { #expect(code.description == code.text) }
  }

  @Test(arguments: 0..<40)
  func anyCaseComesBackAsItWas(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let knowledge = Knowledge.generated(by: &numbers)
    for share in [0, 0.2, 0.5, 0.9, 1] {
      for _ in 0..<5 {
        let subject = Case.generated(in: knowledge, answering: share, by: &numbers)
        let code = CaseCode(subject, in: knowledge)
        let reopened = try CaseCode.read(code.text, in: knowledge)
        #expect(reopened.restored == subject)
        #expect(reopened.differences == [])
        #expect(code.text.allSatisfy { $0 == "-" || CrockfordBase32.digits.contains($0) })
      }
    }
  }

  @Test func whatIsNoFactOrOptionOfTheTopicIsLeftOut() throws {
    var subject = Self.plain
    subject.facts["unheard-of"] = .notSure
    subject.facts["content"] = .options(["secret", "photo", "secret", "unheard-of"])
    subject.facts["direction"] = .options([])
    subject.facts["youth"] = .options(["unheard-of"])
    let knowledge = Knowledge.sample()
    #expect(CaseCode(subject, in: knowledge) == CaseCode(Self.plain, in: knowledge))
  }

  @Test func fourShortRepliesTakeAtMost24Symbols() {
    let replies: [(Identifier<Fact>, Reply)] = [
      ("requester", .options(["service-user"])), ("vulnerable", .options(["yes"])),
      ("direction", .options(["sent"])), ("youth", .options(["no"])),
    ]
    let lengths = (0...4).map { count in
      let facts = Dictionary(uniqueKeysWithValues: replies.prefix(count))
      let subject = Case(organisation: "woking", topic: "friend-request", facts: facts)
      return CaseCode(subject, in: .sample()).text.filter { $0 != "-" }.count
    }
    #expect(lengths == [12, 15, 18, 21, 23])
  }

  struct Spelling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let spell: @Sendable (String) -> String
  }

  @Test(arguments: [
    Spelling(testDescription: "small letters") { $0.lowercased() },
    Spelling(testDescription: "no hyphens") { $0.filter { $0 != "-" } },
    Spelling(testDescription: "blanks") { "  " + $0.map { "\($0) " }.joined() + "\r\n\t" },
    Spelling(testDescription: "dashes") { $0.map { $0 == "-" ? "–" : "\($0)" }.joined() },
    Spelling(testDescription: "soft hyphens") { $0.map { "\($0)\u{AD}" }.joined() },
    Spelling(testDescription: "capital letters for figures") {
      $0.map { ["0": "O", "1": "I"][$0] ?? "\($0)" }.joined()
    },
    Spelling(testDescription: "small letters for figures") {
      $0.map { ["0": "o", "1": "l"][$0] ?? "\($0)" }.joined()
    },
  ])
  func codesAreReadHoweverPeopleWriteThem(_ spelling: Spelling) throws {
    var numbers = SeededNumbers(state: 3)
    let knowledge = Knowledge.generated(by: &numbers)
    for _ in 0..<20 {
      let subject = Case.generated(in: knowledge, answering: 0.3, by: &numbers)
      let text = spelling.spell(CaseCode(subject, in: knowledge).text)
      #expect(try CaseCode.read(text, in: knowledge).restored == subject)
    }
  }
}
