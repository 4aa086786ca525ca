import Testing

@testable import Shell

@Suite struct PlainWordsTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("Client", "client"), ("service-user", "service user"),
    ("it's  NOT   mine!", "its not mine"), ("client’s mum", "clients mum"), ("'a'", "a"),
    ("9 O'Clock.", "9 oclock"), ("…yes…", "yes"), ("Café à 2", "café à 2"), ("a\r\nb", "a b"),
    ("`x` - (y)", "x y"), ("- lead", "lead"), ("trail -", "trail"), ("a ' b", "a b"),
  ]) func wordsAreComparedInLowerCaseWithoutSigns(_ text: String, _ plain: String) {
    #expect(PlainWords.normalised(text) == plain)
    #expect(PlainWords.reads(Array(text.utf8)[...], as: Array(plain.utf8)))
  }

  @Test(arguments: [
    ("client", "clients"), ("clients", "client"), ("a b", "ab"), ("ab", "a b"), ("", "a"),
    ("a", ""), ("café", "cafe"), ("a - b", "a  b"),
  ]) func otherWordsAreNotTakenForThem(_ text: String, _ plain: String) {
    #expect(!PlainWords.reads(Array(text.utf8)[...], as: Array(plain.utf8)))
  }
}
