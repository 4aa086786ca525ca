import Diagnostics
import KnowledgeLoading
import PolicyModel
import Testing

@Suite struct KnowledgeLoaderTests {
  private func woking() throws -> Organisation {
    let loaded = KnowledgeLoader.load(folder: "\(KnowledgeSet.fixtures)/Valid")
    return try #require(loaded.knowledge?[organisation: "woking"])
  }

  @Test(arguments: ["", "/"])
  func validKnowledgeLoadsWithoutDiagnostics(_ ending: String) {
    let loaded = KnowledgeLoader.load(folder: "\(KnowledgeSet.fixtures)/Valid\(ending)")
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.knowledge?.organisations.map(\.id) == ["woking"])
  }

  @Test func factsAreDecodedFieldByField() throws {
    let loaded = KnowledgeLoader.load(folder: "\(KnowledgeSet.fixtures)/Valid")
    #expect(
      loaded.knowledge?.facts == [
        Fact(
          id: "requester", question: "Who is the request from?", kind: .one,
          help: "Think of how you met this person.",
          options: [
            Option(
              id: "service-user", label: "Somebody the council serves",
              said: "the request is from somebody the council serves",
              heardAs: ["client", "tenant"]),
            Option(id: "colleague", label: "A colleague", heardAs: ["workmate"]),
            Option(id: "stranger", label: "Somebody you do not know", under: "People outside"),
          ], unsure: "Ask your line manager."),
        Fact(
          id: "conflict-free", question: "Is it free of any conflict of interest?", kind: .yesNo,
          options: [
            Option(id: "yes", label: "Yes"),
            Option(id: "no", label: "No", said: "there may be a conflict of interest"),
          ]),
        Fact(
          id: "content", question: "What is in it?", kind: .several,
          options: [
            Option(id: "photo", label: "A photo"), Option(id: "name", label: "A name"),
            Option(id: "none", label: "Nothing of this"),
          ]),
      ])
    #expect(
      loaded.knowledge?.topics == [
        Topic(
          id: "friend-request", title: "Friend requests", asks: "Can I accept a friend request?",
          facts: ["requester", "conflict-free"]),
        Topic(id: "photos", title: "Photos of people", facts: ["content"]),
      ])
  }

  @Test func anOrganisationIsDecodedFieldByField() throws {
    let woking = try woking()
    #expect(woking.name == "Woking Borough Council")
    let policy = try #require(woking[document: "policy"])
    #expect(policy.title == "Social Media Policy")
    #expect(policy.issuer == "Woking Borough Council")
    #expect(policy.issuerNote == "Its cover names the council.")
    #expect(
      policy.dates
        == Document.Dates(
          effective: CalendarDate("2020-08"), approved: CalendarDate("2020-10-15"),
          review: CalendarDate("2022"), note: "The month is all it prints.",
          verifiedOn: CalendarDate("2026-11-21")))
    #expect(policy.clauses.keys.sorted() == ["7.5", "7.6", "8.2"])
    #expect(
      woking[clause: Self.citation("7.6")]
        == Clause(
          id: "7.6", label: "section 7.6", kind: "duty", force: .mustNot,
          gist: "Do not publish what is confidential.", anchor: "confidential"))
    #expect(
      woking.contacts == [
        Contact(
          id: "line-manager", name: "Line manager", purpose: "Slips, to be told at once",
          citations: [Self.citation("8.2")]),
        Contact(
          id: "press-office", name: "Press office", purpose: "New accounts",
          reach: "press@example.org", reachNote: "printed for new accounts only"),
      ])
    #expect(
      woking.fallbacks == [
        Fallback(
          id: "private", say: "Ask your line manager.", contacts: ["line-manager"],
          citations: [Self.citation("8.2")])
      ])
  }

  private static func citation(_ clause: Identifier<Clause>) -> Citation {
    Citation(document: "policy", clause: clause)
  }

  @Test func rulesAreDecodedFieldByField() throws {
    let both = [Self.citation("7.5"), Self.citation("8.2")]
    let conflict = Rule(
      id: "conflict",
      condition: .all([
        .fact("requester", isAnyOf: ["service-user", "stranger"]),
        .fact("conflict-free", isAnyOf: ["no"]),
      ]),
      advice: Advice(
        verdict: .no, say: "Do not accept this request.",
        because: "It would put you in a conflict of interest.",
        steps: [
          Step(
            what: "Tell your line manager.", deadline: Deadline("now"),
            citations: [Self.citation("8.2")]),
          Step(what: "Keep the request.", citations: both),
        ], citations: both, contacts: ["line-manager"]))
    let colleague = Rule(
      id: "colleague",
      condition: .all([
        .fact("requester", isAnyOf: ["colleague"]), .not(.fact("conflict-free", isAnyOf: ["no"])),
      ]), overrides: ["conflict"],
      advice: Advice(
        verdict: .yesIf, say: "You may accept it.",
        provided: [
          Proviso(that: "your name stands under it", citations: [Self.citation("7.5")]),
          Proviso(that: "nothing confidential is said", citations: [Self.citation("7.6")]),
        ], citations: [Self.citation("7.5")]))
    #expect(
      try woking().rules["friend-request"]
        == TopicRules(
          topic: "friend-request", rules: [conflict, colleague],
          otherwise: Advice(verdict: .silent, say: "The policy does not treat this case."),
          fallback: "private"))
  }

  @Test func aRemarkAndAnOtherwiseWithAVerdictAreDecoded() throws {
    let cited = [Self.citation("7.6")]
    let shown = Rule(
      id: "shown",
      condition: .any([
        .fact("content", isAnyOf: ["photo", "name"]),
        .all([.fact("content", isAnyOf: ["photo"]), .not(.fact("content", isAnyOf: ["none"]))]),
      ]),
      advice: Advice(
        verdict: nil, say: "People may be recognised.",
        steps: [
          Step(
            what: "Ask the person shown.", deadline: Deadline("before posting"), who: "the author",
            citations: cited)
        ], citations: cited))
    let otherwise = Advice(
      verdict: .no, say: "Do not post it.", because: "The policy forbids it.",
      steps: [Step(what: "Leave it.", citations: cited)], citations: cited,
      contacts: ["press-office"])
    #expect(
      try woking().rules["photos"]
        == TopicRules(topic: "photos", rules: [shown], otherwise: otherwise, fallback: "private"))
  }

  @Test func otherFilesOfTheFolderAreLeftAlone() throws {
    var set = try KnowledgeSet.valid()
    for path in [
      "words.yaml", "scenarios/woking/a.yaml", "demos/b.yaml", ".hidden.yaml", "README.md",
      "woking/.policy.yaml.swp", "woking/notes.txt", "woking/rules/.DS_Store",
    ] {
      set.files[path] = Array("[".utf8)
    }
    let result = try set.load()
    #expect(result.diagnostics.isEmpty)
    #expect(result.knowledge != nil)
  }
}
