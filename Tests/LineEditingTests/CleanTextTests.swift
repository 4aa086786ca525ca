import Testing

@testable import LineEditing

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("ö ł 日本", "ö ł 日本"),
    ("red \u{1B}[1;31mword\u{1B}[0m", "red word"),
    ("title \u{1B}]0;evil\u{7}x", "title x"), ("title \u{1B}]0;evil\u{1B}\\x", "title x"),
    ("open \u{1B}]0;never ended", "open 0;never ended"),
    ("one\ttwo\r\nthree\n\nfour", "one two three four"), ("a\u{2028}b", "a b"),
    ("bell\u{7} nul\u{0} del\u{7F}", "bell nul del"), ("\u{9B}31mx", "x"), ("end\u{1B}", "end"),
    ("\u{1B}", ""), ("\u{1B}[", ""), ("\u{1B}[31", ""), ("\u{1B}é", "é"),
    ("\u{FEFF}mark", "mark"), ("turned\u{202E}round\u{2066}", "turnedround"),
    ("a\u{61C}b\u{200F}c\u{200B}d\u{E0041}e\u{AD}f\u{34F}g\u{3164}h", "abcdefgh"),
    (
      "👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥 می\u{200C}خواهم",
      "👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥 می\u{200C}خواهم"
    ),
    ("cli\u{200D}ent\u{FE0F} \u{200C}x", "client x"), ("\u{200D}\u{FE01}", ""),
    ("é\u{200D}\u{200D}\u{200C}\u{FE01}x", "é\u{200D}x"),
    ("☺\u{FE0F}\u{FE01}\u{E0101}", "☺\u{FE0F}"),
  ])
  func cleans(_ text: String, _ expected: String) {
    #expect(Array(CleanText.line(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func nothingInvisibleIsLeft() {
    let scalars = (0x80..<0x11_0000).compactMap(Unicode.Scalar.init as (Int) -> Unicode.Scalar?)
    let invisible = scalars.filter {
      $0.properties.generalCategory == .format && $0 != "\u{200C}" && $0 != "\u{200D}"
    }
    #expect(invisible.count > 100)
    for scalar in invisible { #expect(CleanText.line("é\(Character(scalar))é") == "éé") }
  }

  @Test func everySingleScalarBelow0x3000IsHarmlessAfterwards() {
    for scalar in (0..<0x3000).compactMap(Unicode.Scalar.init as (Int) -> Unicode.Scalar?) {
      let cleaned = CleanText.line("a\(String(Character(scalar)))b")
      #expect(cleaned.unicodeScalars.allSatisfy(CleanText.isAllowed))
    }
  }

  @Test(arguments: [
    ("cafe\u{301}", "caf\u{E9}"), ("o\u{308}", "\u{F6}"), ("a\u{323}\u{302}", "\u{1EAD}"),
    ("и\u{306}", "\u{439}"), ("x\u{301}", "x\u{301}"), ("\u{301}", "\u{301}"), ("plain", "plain"),
  ])
  func joinsAccents(_ apart: String, _ joined: String) {
    #expect(
      Composition.compose(apart).unicodeScalars.map(\.value) == joined.unicodeScalars.map(\.value))
  }
}
