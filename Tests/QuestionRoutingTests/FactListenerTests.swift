import PolicyModel
import Testing

@testable import QuestionRouting

/// What is heard of facts in sentences.
@Suite struct FactListenerTests {
  static let facts = [
    Fact(
      id: "who", question: "Who?", kind: .one,
      options: [
        Option(id: "client", label: "A client", heardAs: ["<client>", "<child> I support"]),
        Option(
          id: "relative", label: "A relative",
          heardAs: ["<client> <relative>", "<relative> of <client>"]),
        Option(
          id: "colleague", label: "A colleague",
          heardAs: ["colleague", "workmate", "know him well"]),
        Option(
          id: "stranger", label: "A stranger",
          heardAs: [
            "never met", "no idea who", "sat near ... on the bus", "knocked at our old door",
            "asked to follow me", "follow me on", "ok to wave at", "<child> I supported",
            "two ticket holders", "two tickets here",
          ]),
      ]),
    Fact(
      id: "agreed", question: "Agreed?", kind: .yesNo,
      options: [
        Option(id: "yes", label: "Yes", heardAs: ["manager agreed", "with permission"]),
        Option(id: "no", label: "No", heardAs: ["nobody asked manager", "secret account"]),
      ]),
    Fact(
      id: "consent", question: "Does the owner agree?", kind: .one,
      options: [
        Option(id: "given", label: "Yes", heardAs: ["owner agrees"]),
        Option(id: "none", label: "No", heardAs: ["not agreed"]),
      ]),
    Fact(
      id: "removable", question: "Can you remove it?", kind: .yesNo,
      options: [
        Option(id: "yes", label: "Yes", heardAs: ["we deleted it", "checked"]),
        Option(id: "no", label: "No", heardAs: []),
      ]),
    Fact(
      id: "shown", question: "Who is shown?", kind: .several,
      options: [
        Option(id: "client", label: "A client", heardAs: ["<client>"]),
        Option(id: "child", label: "A child", heardAs: ["<child>"]),
        Option(id: "none", label: "Nobody", heardAs: ["no people", "empty room"]),
      ]),
  ]

  static let synonyms = [
    Words.Synonyms(name: "client", words: ["client", "service user", "tenant"]),
    Words.Synonyms(name: "relative", words: ["mum", "dad", "sister"]),
    Words.Synonyms(name: "child", words: ["child", "kid", "lad"]),
  ]

  static let listener = FactListener(facts, groups: SynonymGroups(synonyms)) { _ in false }

  static func heard(_ sentence: String) -> String {
    listener.hear(sentence).map { "\($0.fact)=\($0.options.map(\.text).joined(separator: ","))" }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("Can I add a client?", "who=client shown=client"),
    ("my client's mum has added me", "who=relative shown=client"),
    ("The mum of one of my tenants", "who=relative shown=client"),
    ("a service user's sister", "who=relative shown=client"),
    ("A LAD I SUPPORT wants to connect", "who=client shown=child"),
    ("a workmate of mine", "who=colleague"),
    ("a colleage of mine", "who=colleague"),
    ("two tikcets here", "who=stranger"),
    ("somebody I've never met", "who=stranger"),
    ("nothing of the kind", ""),
    ("", ""),
  ]) func aPhraseIsHeardWhereverItStands(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test(arguments: [
    ("he sat near me on the bus", "who=stranger"),
    ("he sat near my old friend Jo on the bus", "who=stranger"),
    ("he sat near a man with a very large grey dog on the bus", ""),
    ("he sat near me, then on the bus", ""),
    ("he has not sat near me on the bus", ""),
  ]) func aGapTakesAFewWordsOfAnyKindInOneClause(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test(arguments: [
    ("she is not a client", ""),
    ("she isn't a client", ""),
    ("she is not a client but a colleague", "who=colleague"),
    ("I don't know whether he is a colleague", ""),
    ("no idea who she is, perhaps a colleague", ""),
    ("why can't I add a client?", "who=client shown=client"),
    ("a colleague or a client", "shown=client"),
    ("I won't add a client", ""),
    ("we will not add a client", ""),
    ("why won't they add a client?", "who=client shown=client"),
    ("I would never add a client", ""),
    ("they would never add a client", "who=client shown=client"),
    ("no I add a client", "who=client shown=client"),
    ("instead of a client I'd add a colleague", ""),
    ("I have no intention of adding a client", ""),
    ("we havnt added a client", ""),
    ("it dosnt show a kid", ""),
  ]) func whatIsDeniedOrDoubtfulIsNotHeard(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  /// Questions that are asked by a denial deny nothing, and some verbs tell of what is so all the same.
  @Test(arguments: [
    ("can't they see the secret account?", "agreed=no"),
    ("they can't see the secret account", ""),
    ("why not add a client?", "who=client shown=client"),
    ("I didn't notice the client", "who=client shown=client"),
    ("I didn't add the client", ""),
    ("I didn't notice any client", ""),
    ("I don't know about a colleague", ""),
    ("I don't know him well", ""),
    ("maybe for ten long years a colleague", "who=colleague"),
  ]) func aDenialHoldsForWhatItDenies(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  /// Who asks for leave tells what it is for.
  @Test(arguments: [
    ("kindly confirm whether I may add a client", "who=client shown=client"),
    ("kindly confirm whether a client may be added", "who=client shown=client"),
    ("I'm not sure if I can add a client", "who=client shown=client"),
    ("I wonder whether she is a client", ""),
    ("I wonder whether she may be a client", ""),
    ("not sure if I'm allowed to add a client", "who=client shown=client"),
    ("I wonder whether it is ok to add a client", "who=client shown=client"),
    ("not sure whether a client is ok with it", ""),
    ("not sure whether it is the wrong client", ""),
    ("I wonder whether they can see a client", ""),
    ("I'm not sure my manager would have agreed", ""),
    ("do I need permission to add a client?", "who=client shown=client"),
    ("do I need clients?", ""),
    ("do we need a secret account", ""),
    ("is it ok to wave at him?", "who=stranger"),
  ]) func whatLeaveIsAskedForIsHeard(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test(arguments: [
    ("she has asked to follow me on it", "who=stranger"),
    ("a lad I support", "who=client shown=child"),
    ("a lad I supported", "who=stranger shown=child"),
  ]) func theWiderPhraseAndTheOneOfThePastHold(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test(arguments: [
    ("my manager has already agreed", "agreed=yes"),
    ("my manager has not agreed", "agreed=no"),
    ("my manager hasn't agreed yet", "agreed=no"),
    ("nobody asked my manager", "agreed=no"),
    ("it is not a secret account", ""),
    ("without permission", ""),
    ("do I need my manager agreed on it?", ""),
    ("I am not sure my manager agreed", ""),
  ]) func theDenialOfOneOfTwoStatesTheOther(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test(arguments: [
    ("we deleted it", "removable=yes"),
    ("may we delete it?", ""),
    ("I have checked", "removable=yes"),
    ("it must be checked", ""),
    ("it has to be checked", ""),
    ("what if we deleted it?", ""),
    ("is it a colleague?", ""),
    ("isn't it a colleague?", ""),
    ("they said no to a colleague", "who=colleague"),
    ("nowt to do with a colleague", ""),
  ]) func whatMayBeOrOughtToBeIsNotHeardAsWhatIs(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  /// A phrase of four words may have one more among them, but not behind somebody who does something.
  @Test(arguments: [
    ("he knocked at our old door", "who=stranger"),
    ("knocked at our old front door", "who=stranger"),
    ("knocked twice at our old door", "who=stranger"), ("knocked twice at our old front door", ""),
    ("knocked at our old blue front door", ""), ("knocked at our old, green door", ""),
    ("knocked at it our old door", "who=stranger"), ("knocked at him asking our old door", ""),
    ("asked nobody but her manager", ""), ("manager soon agreed", ""), ("no good idea who", ""),
  ]) func longPhrasesHaveRoomForAWord(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test func aDenialSpeaksOfWhoeverIsNamed() {
    #expect(Self.heard("has not agreed") == "consent=none")
    #expect(Self.heard("my manager has not agreed") == "agreed=no")
  }

  @Test(arguments: [
    ("a photo of a tenant and a kid", "who=client shown=client,child"),
    ("an empty room", "shown=none"),
    ("an empty room and a kid", "shown=child"),
  ]) func severalOptionsCanBeHeard(_ sentence: String, _ expected: String) {
    #expect(Self.heard(sentence) == expected)
  }

  @Test func theWordsThatStateItAreGivenAsTyped() throws {
    let heard = try #require(Self.listener.hear("My CLIENT’s Mum!").first)
    #expect(heard.words == ["CLIENT’s Mum"])
    #expect(heard.isWhole)
    #expect(try #require(Self.listener.hear("a tenant").last).isWhole == false)
  }
}
