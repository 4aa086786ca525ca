import PolicyModel
import Testing

@testable import Shell

@Suite struct ReplyMatcherTests {
  static let one = Fact(
    id: "colour", question: "Which colour?", kind: .one,
    options: [
      Option(id: "red", label: "Red", heardAs: ["scarlet"]),
      Option(id: "blue", label: "Blue and green", heardAs: ["navy"]),
    ])

  static let several = Fact(
    id: "contents", question: "What is in it?", kind: .several,
    options: [
      Option(id: "names", label: "Names and addresses", heardAs: ["address"]),
      Option(id: "pictures", label: "Pictures", heardAs: ["photo"]),
      Option(id: "none", label: "None of these", heardAs: ["nothing"]),
    ])

  static let yesNo = Fact(
    id: "agreed", question: "Agreed?", kind: .yesNo,
    options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")])

  struct Case: Sendable, CustomTestStringConvertible {
    let fact: Fact
    let typed: String
    let match: ReplyMatcher.Match
    var testDescription: String { "\(fact.id): \(typed)" }

    init(_ fact: Fact, _ typed: String, _ options: [Int], plain: Bool = true) {
      self.fact = fact
      self.typed = typed
      match = .options(options.map { fact.options[$0] }, isPlain: plain)
    }

    init(_ fact: Fact, _ typed: String, _ match: ReplyMatcher.Match) {
      self.fact = fact
      self.typed = typed
      self.match = match
    }
  }

  @Test(arguments: [
    Case(one, "2", [1]),
    Case(one, "scarlet", [0]),
    Case(one, "blue and green", [1]),
    Case(one, "it is navy I think", [1], plain: false),
    Case(one, "1 2", .tooMany),
    Case(one, "red, blue and green", .several(words: "red, blue and green", one.options)),
    Case(several, "1", [0]),
    Case(several, "2, 1", [0, 1]),
    Case(several, "1 2", [0, 1]),
    Case(several, "photo and address", [0, 1]),
    Case(several, "names and addresses; pictures", [0, 1], plain: false),
    Case(several, "nothing", [2]),
    Case(several, "1,3", .notAlone(several.options[2])),
    Case(several, "1, 9", .none(words: "9", nearest: nil)),
    Case(several, "1-2", [0, 1]),
    Case(several, "2 nothing", .notAlone(several.options[2])),
    Case(several, "1 2 nothing", .notAlone(several.options[2])),
    Case(several, "1 a photo", [0, 1], plain: false),
    Case(several, "1 xyzzy", .none(words: "xyzzy", nearest: nil)),
    Case(several, "1, picures", .none(words: "picures", nearest: several.options[1])),
    Case(yesNo, "y", [0]),
    Case(yesNo, "Nope", [1]),
    Case(yesNo, "No.", [1]),
    Case(yesNo, "yes and no", .tooMany),
    Case(yesNo, "2 yes", .tooMany),
    Case(yesNo, "my manager said yes", .partly(words: "my manager said yes", yesNo.options[0])),
  ])
  func aReplyIsTakenForWhatItNames(_ one: Case) {
    let matcher = ReplyMatcher(one.fact, offered: one.fact.options)
    #expect(matcher.match(one.typed) == one.match)
  }
}
