import Testing

@testable import LineEditing

@Suite struct KeyDecoderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: String
    let keys: [Key]
    var testDescription: String { name }

    init(_ name: String, _ bytes: String, _ keys: [Key]) {
      self.name = name
      self.bytes = bytes
      self.keys = keys
    }

    static let arrows: [Case] = [
      Case("arrows", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [up, down, right, left]),
      Case(
        "arrows of the keypad mode", "\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [up, down, right, left]),
      Case(
        "Home in all encodings", "\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~",
        Array(repeating: .named(.home), count: 4)),
      Case(
        "End in all encodings", "\u{1B}[F\u{1B}OF\u{1B}[4~\u{1B}[8~",
        Array(repeating: .named(.end), count: 4)),
      Case("Delete", "\u{1B}[3~", [.named(.delete)]),
      Case(
        "by word", "\u{1B}[1;5C\u{1B}[1;3C\u{1B}[1;5D\u{1B}[1;3D",
        [.named(.wordRight), .named(.wordRight), .named(.wordLeft), .named(.wordLeft)]),
    ]
    static let text: [Case] = [
      Case("letters", "aB", [.character("a"), .character("B")]),
      Case("letters beyond ASCII", "öł日😀", "öł日😀".unicodeScalars.map(Key.character)),
      Case("control keys", "\u{3}\t\r\u{7F}", ["\u{3}", "\t", "\r", "\u{7F}"].map(Key.character)),
      Case("a clicker", "\u{1B}[5~\u{1B}[6~", [.named(.pageUp), .named(.pageDown)]),
      Case("Alt", "\u{1B}b\u{1B}\u{7F}", [.alt("b"), .alt("\u{7F}")]),
      Case("Alt and Ctrl", "\u{1B}\u{8}\u{1B}\u{C}", [.alt("\u{8}"), .alt("\u{C}")]),
      Case("Escape and Ctrl-C", "\u{1B}\u{3}", [.character("\u{1B}"), .character("\u{3}")]),
      Case("Escape and a letter beyond ASCII", "\u{1B}é", [.character("\u{1B}"), .character("é")]),
      Case("Ctrl-\\ is kept for pastes", "a\u{1C}b", [.character("a"), .character("b")]),
      Case("controls of the upper half", "a\u{9B}b", [.character("a"), .character("b")]),
      Case("Escape twice", "\u{1B}\u{1B}[A", [.character("\u{1B}"), up]),
      Case("Escape and Enter", "\u{1B}\r", [.character("\u{1B}"), .character("\r")]),
    ]
    static let unknown: [Case] = [
      Case(
        "F5, Shift-Tab, a mouse, Shift-F1, F1",
        "a\u{1B}[15~\u{1B}[Z\u{1B}[<0;3;4M\u{1B}[1;2P\u{1B}OPb",
        [.character("a"), .character("b")]),
      Case("F1 of the Linux console", "\u{1B}[[Ab", [.character("b")]),
      Case("a sequence broken off by Enter", "\u{1B}[1;5\r", [.character("\r")]),
      Case("a sequence broken off by another", "\u{1B}[1\u{1B}[A", [up]),
    ]
    static let pastes: [Case] = [
      Case("a paste", "\u{1B}[200~eén\n日本\u{1B}[201~!", [.paste("eén 日本"), .character("!")]),
      Case("a paste with tabs", "\u{1B}[200~a\t\tb\r\nc\u{1B}[201~", [.paste("a b c")]),
      Case(
        "a paste that would drive the terminal",
        "\u{1B}[200~a\u{1B}[31mb\u{3}\u{9B}2Jc\u{1B}]0;t\u{7}d\u{1B}[201~", [.paste("abcd")]),
      Case("a paste with half an end mark", "\u{1B}[200~a\u{1B}\u{1B}[201~", [.paste("a")]),
      Case("a paste with another end", "\u{1B}[200~a\u{1B}[202~b\u{1B}[201~", [.paste("ab")]),
      Case("an empty paste", "\u{1B}[200~\u{1B}[201~x", [.character("x")]),
      Case("a paste with apart accents", "\u{1B}[200~cafe\u{301}\u{1B}[201~", [.paste("café")]),
    ]
    private static let up = Key.named(.up)
    private static let down = Key.named(.down)
    private static let right = Key.named(.right)
    private static let left = Key.named(.left)
  }

  @Test(arguments: Case.arrows + Case.text + Case.unknown + Case.pastes)
  func decodesWhole(_ example: Case) {
    var decoder = KeyDecoder()
    #expect(scalars(decoder.decode(Array(example.bytes.utf8))) == scalars(example.keys))
    #expect(decoder.patience == .endless)
  }

  @Test(arguments: Case.arrows + Case.text + Case.unknown + Case.pastes)
  func decodesTheSameWhereverItIsCut(_ example: Case) {
    let bytes = Array(example.bytes.utf8)
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      let keys = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
      #expect(scalars(keys) == scalars(example.keys), "cut at \(cut)")
    }
  }

  @Test func anAccentOnItsOwnJoinsTheLetterItCameWith() {
    var decoder = KeyDecoder()
    let keys = decoder.decode(Array("e\u{301}x".utf8))
    #expect(scalars(keys) == [[0xE9], [0x78]])
  }

  @Test func aLoneEscapeIsAKeyAfterAWhile() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == .brief)
    #expect(decoder.giveUpWaiting() == [.character("\u{1B}")])
    #expect(decoder.patience == .endless)
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;5", "\u{1B}O"])
  func aCutSequenceIsNoText(_ bytes: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(bytes.utf8)) == [])
    #expect(decoder.patience == .long)
    #expect(decoder.giveUpWaiting() == [])
    #expect(decoder.decode(Array("a".utf8)) == [.character("a")])
  }

  @Test(arguments: [
    [0xC3], [0xFF], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ])
  func badBytesVanish(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes + Array("a".utf8)) == [.character("a")])
  }

  @Test func aPasteWithoutAnEndCanBeLeftByCtrlCAfterAPause() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~abc".utf8)) == [])
    #expect(decoder.decode([0x03]) == [], "part of the paste")
    #expect(decoder.patience == .long)
    #expect(decoder.giveUpWaiting() == [])
    #expect(decoder.patience == .endless)
    #expect(decoder.decode([0x03]) == [.character("\u{3}")])
    #expect(decoder.decode(Array("a".utf8)) == [.character("a")])
  }

  @Test func aSlowPasteGoesOnAfterAPause() {
    var decoder = KeyDecoder()
    _ = decoder.decode(Array("\u{1B}[200~abc".utf8))
    _ = decoder.giveUpWaiting()
    #expect(decoder.decode(Array("d\n\u{1B}[201~".utf8)) == [.paste("abcd ")])
  }

  @Test func aLongPasteIsCutAtAWholeCharacter() {
    var decoder = KeyDecoder()
    let keys = decoder.decode(
      Array("\u{1B}[200~a".utf8) + Array(repeating: Array("é".utf8), count: 40_000).joined()
        + Array("\u{1B}[201~!".utf8))
    let cuts = [decoder.takePasteCut(), decoder.takePasteCut()]
    #expect(cuts == [true, false])
    guard case .paste(let text) = keys.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 65_535)
    #expect(text.last == "é")
    #expect(keys.count == 2)
  }

  /// Scalars, because `Key` compares text by what it means and a test of joining must not.
  private func scalars(_ keys: [Key]) -> [[UInt32]] {
    keys.map { key in
      if case .paste(let text) = key { return text.unicodeScalars.map(\.value) }
      return key.scalars.map(\.value)
    }
  }
}
