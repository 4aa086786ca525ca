import PolicyModel
import Testing

@Suite struct PhraseListTests {
  @Test(arguments: [
    ("", []), (",", []), ("a", ["a"]), ("a,b", ["a", "b"]), (" a b ,  c", ["a b ", "c"]),
    ("one\ntwo", ["one", "two"]),
    ("first phrase, <second> phrase,\n third", ["first phrase", "<second> phrase", "third"]),
    ("exactly8,exactly8", ["exactly8", "exactly8"]), ("ends,", ["ends"]),
    ("ca\u{301}fe, \u{AC}\u{10A}", ["ca\u{301}fe", "\u{AC}\u{10A}"]),
  ]) func phrasesStandBetweenCommasAndEndsOfLines(_ text: String, _ phrases: [String]) {
    #expect(PhraseList(text).texts == phrases)
  }

  /// Eight bytes are looked at together, so every length and place is tried.
  @Test func everyPlaceOfACommaIsFound() {
    var numbers = SeededNumbers(state: 5)
    for length in 0...40 {
      for _ in 0..<50 {
        var text = ""
        for _ in 0..<length {
          text += ["a", "b", ",", "\n", " ", "<", "\u{7F}"].randomElement(using: &numbers)!
        }
        let parts: [Substring] = text.split { $0 == "," || $0 == "\n" }
        let phrases: [String] = parts.map { part in String(part.drop { $0 == " " }) }
        let expected = phrases.filter { !$0.isEmpty }
        #expect(PhraseList(text).texts == expected, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("", []), ("<a>", ["a"]), ("<a> b, c <dd-e>", ["a", "dd-e"]), ("<a, <b>", ["b"]), ("a>", []),
    ("<", []),
    ("<>", [""]), ("no names in all of this", []),
    ("the <first-group> of all, my <second>", ["first-group", "second"]),
  ]) func namesOfGroupsStandInAngleBrackets(_ text: String, _ names: [String]) {
    #expect(PhraseList(text).groupNames == Set(names))
  }

  @Test(arguments: 0..<9) func theFirstOfTwoBytesIsFound(_ place: Int) {
    for (byte, other) in [(0x2C, 0x0A), (0x00, 0xFF), (0x80, 0x7F)] as [(UInt8, UInt8)] {
      for found in [byte, other] {
        var bytes = [UInt8](repeating: byte ^ 0x41, count: 8)
        if place < 8 { bytes[place] = found }
        let eight = EightBytes(bytes.span, at: 0)
        #expect(eight.count(before: byte, or: other) == place)
      }
    }
  }
}
