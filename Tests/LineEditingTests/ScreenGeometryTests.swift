import Testing

@testable import LineEditing

@Suite struct ScreenGeometryTests {
  @Test(arguments: [
    ("", 0, 5), ("abc", 0, 8), ("abcde", 1, 0), ("abcdef", 1, 1), ("abcd日", 1, 2),
    ("e\u{301}", 0, 6),
    ("abcdefghijklmno", 2, 0),
  ])
  func placesText(_ text: String, _ row: Int, _ column: Int) {
    let place = WrappedLine(columns: 10, promptWidth: 5).place(after: text)
    #expect(place == WrappedLine.Place(row: row, column: column))
  }

  @Test func aWindowOfNoWidthIsNoTrap() {
    #expect(WrappedLine(columns: 0, promptWidth: 5).place(after: "日").row > 0)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("›", 1), ("\u{7}", 0), ("", 0),
  ])
  func measures(_ text: String, _ width: Int) {
    #expect(Terminal.displayWidth(of: text) == width)
  }

  @Test(arguments: [
    ("abc", 2, "ab"), ("日本", 3, "日"), ("日本", 4, "日本"), ("e\u{301}x", 1, "e\u{301}"),
  ])
  func cutsToColumns(_ text: String, _ columns: Int, _ expected: String) {
    #expect(Terminal.prefix(of: text, columns: columns) == expected)
  }
}
