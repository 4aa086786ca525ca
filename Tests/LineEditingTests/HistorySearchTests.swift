import Testing

@testable import LineEditing

@Suite struct HistorySearchTests {
  private var search = HistorySearch(lines: ["Photo (child)", "plain", "日本 photo"])

  @Test func theNewestShowsFirst() {
    #expect(search.shown == "search '': 日本 photo")
  }

  @Test mutating func findsAnyPartInAnyCase() {
    search.type("PHO")
    #expect(search.hit == "日本 photo")
    let hits = [search.goOlder(), search.goOlder()]
    #expect(hits == [true, false])
    #expect(search.hit == "Photo (child)")
  }

  @Test mutating func whatIsTypedIsNoPattern() {
    search.type("(c")
    #expect(search.hit == "Photo (child)")
    search.type("*")
    #expect(search.hit == nil)
    #expect(search.shown == "search '(c*': (nothing earlier matches)")
    search.eraseLast()
    #expect(search.hit == "Photo (child)")
  }

  @Test func withoutLinesThereIsNothing() {
    var empty = HistorySearch(lines: [])
    empty.eraseLast()
    let wentOlder = empty.goOlder()
    #expect(!wentOlder)
    #expect(empty.hit == nil)
  }
}
