import Testing

@testable import Diagnostics

@Suite struct SpellingSuggestionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let meant: String?
    var testDescription: String { "\(name) → \(meant ?? "nothing")" }
  }

  private static let contacts = ["press-office", "line-manager", "it-desk", "hr", "léonie"]

  @Test(arguments: [
    Case(name: "press-offise", meant: "press-office"),
    Case(name: "pressoffice", meant: "press-office"),
    Case(name: "press_office", meant: "press-office"),
    Case(name: "rpess-office", meant: "press-office"),
    Case(name: "Line-Manager", meant: "line-manager"),
    Case(name: "manager", meant: nil),
    Case(name: "hr", meant: "hr"),
    Case(name: "rh", meant: "hr"),
    Case(name: "h", meant: "hr"),
    Case(name: "x", meant: nil),
    Case(name: "leonie", meant: "léonie"),
    Case(name: "", meant: nil),
    Case(name: "something-else", meant: nil),
    Case(name: String(repeating: "press-office", count: 1000), meant: nil),
  ])
  func aNameIsSuggestedIfItIsNearEnoughToBeMeant(_ test: Case) {
    #expect(SpellingSuggestion.nearest(to: test.name, among: Self.contacts) == test.meant)
    #expect(
      SpellingSuggestion.hint(for: test.name, among: Self.contacts)
        == test.meant.map { "did you mean '\($0)'?" })
  }

  @Test func theNearestIsSuggestedAndOfTwoTheFirst() {
    #expect(SpellingSuggestion.nearest(to: "photo", among: ["photos-a", "photos"]) == "photos")
    #expect(SpellingSuggestion.nearest(to: "cat", among: ["hat", "bat"]) == "hat")
    #expect(SpellingSuggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(SpellingSuggestion.nearest(to: "cat", among: [String]()) == nil)
  }

  struct Slips: Sendable {
    let first: String
    let second: String
    let count: Int
  }

  @Test(arguments: [
    Slips(first: "", second: "", count: 0),
    Slips(first: "", second: "abc", count: 3),
    Slips(first: "abc", second: "", count: 3),
    Slips(first: "same", second: "same", count: 0),
    Slips(first: "ab", second: "ba", count: 1),
    Slips(first: "kitten", second: "sitting", count: 3),
    Slips(first: "say", second: "sya", count: 1),
    Slips(first: "ca", second: "abc", count: 3),
  ])
  func slipsAreLettersAddedDroppedChangedOrSwapped(_ slips: Slips) {
    #expect(SpellingSuggestion.slips(from: slips.first, to: slips.second) == slips.count)
    #expect(SpellingSuggestion.slips(from: slips.second, to: slips.first) == slips.count)
  }
}
