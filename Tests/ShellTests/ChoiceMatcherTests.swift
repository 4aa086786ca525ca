import Testing

@testable import Shell

@Suite struct ChoiceMatcherTests {
  static let matcher = ChoiceMatcher([
    .init(
      label: "Somebody the council serves", otherWords: ["service-user", "client", "my client"]),
    .init(
      label: "A relative of somebody the council serves",
      otherWords: ["service-user-relative", "client's mum", "relative"]),
    .init(label: "Somebody I know privately", otherWords: ["acquaintance", "friend"]),
    .init(label: "A contractor or supplier", otherWords: ["contractor", "supplier"]),
  ])

  struct Case: Sendable, CustomTestStringConvertible {
    let typed: String
    let match: ChoiceMatcher.Match
    var testDescription: String { typed }
  }

  @Test(arguments: [
    Case(typed: "1", match: .exact(0)),
    Case(typed: " 4 ", match: .exact(3)),
    Case(typed: "0", match: .none(nearest: nil)),
    Case(typed: "5", match: .none(nearest: nil)),
    Case(typed: "-2", match: .none(nearest: nil)),
    Case(typed: "2.", match: .exact(1)),
    Case(typed: "#2", match: .exact(1)),
    Case(typed: "2nd", match: .exact(1)),
    Case(typed: "2fa", match: .none(nearest: nil)),
    Case(typed: "option 2", match: .exact(1)),
    Case(typed: "two", match: .exact(1)),
    Case(typed: "the second one", match: .exact(1)),
    Case(typed: "the last one", match: .exact(3)),
    Case(typed: "option 7", match: .none(nearest: nil)),
    Case(typed: "one", match: .exact(0)),
    Case(typed: "client", match: .exact(0)),
    Case(typed: "CLIENT!", match: .exact(0)),
    Case(typed: "service-user", match: .exact(0)),
    Case(typed: "service user", match: .exact(0)),
    Case(typed: "somebody the council serves", match: .exact(0)),
    Case(typed: "client’s mum", match: .exact(1)),
    Case(typed: "it's my client's mum", match: .likely(1)),
    Case(typed: "a friend of my client", match: .several([0, 2])),
    Case(typed: "contr", match: .likely(3)),
    Case(typed: "supp", match: .likely(3)),
    Case(typed: "somebody", match: .several([0, 1, 2])),
    Case(typed: "the", match: .none(nearest: nil)),
    Case(typed: "all of them", match: .none(nearest: nil)),
    Case(typed: "my client threatens to sue", match: .partly(0)),
    Case(typed: "anything but a client", match: .none(nearest: nil)),
    Case(typed: "a client perhaps", match: .none(nearest: nil)),
    Case(typed: "she is not a client", match: .none(nearest: nil)),
    Case(typed: "isn't a contractor", match: .none(nearest: nil)),
    Case(typed: "is she a contractor?", match: .none(nearest: nil)),
    Case(typed: "what if it is a client", match: .none(nearest: nil)),
    Case(
      typed: "well it all began when a contractor came round to fix the boiler at work",
      match: .none(nearest: nil)),
    Case(typed: "contracter", match: .none(nearest: 3)),
    Case(typed: "xyzzy", match: .none(nearest: nil)),
    Case(typed: "!?", match: .none(nearest: nil)),
    Case(typed: "", match: .none(nearest: nil)),
  ])
  func wordsLeadToTheChoiceThatTheyNameAndToNoOther(_ one: Case) {
    #expect(Self.matcher.match(one.typed) == one.match)
  }

  @Test func aVeryLongLineIsAnswered() {
    #expect(Self.matcher.match(String(repeating: "blah ", count: 20_000)) == .none(nearest: nil))
  }
}
