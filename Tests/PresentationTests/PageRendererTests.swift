import PolicyModel
import Testing

@testable import Presentation

@Suite struct PageRendererTests {
  private func render(
    _ text: StyledText, indent: Int = 0, hanging: Int? = nil, width: Int = 30,
    coloured: Bool = false, unicode: Bool = true
  ) -> String {
    var page = Page()
    page.add(text, indent: indent, hanging: hanging)
    return PageRenderer(width: width, isColoured: coloured, isUnicode: unicode).render(page)
  }

  @Test func wordsAreKeptWholeAndLinesShorterThanTheWindow() {
    #expect(
      render("The quick brown fox jumps over the lazy dog.")
        == "The quick brown fox jumps\nover the lazy dog.\n")
  }

  @Test func linesAfterTheFirstHangBelowTheText() {
    var page = Page()
    page.addItem("1.", "The quick brown fox jumps over the lazy dog.")
    #expect(
      PageRenderer(width: 30).render(page)
        == "  1. The quick brown fox\n     jumps over the lazy dog.\n")
  }

  @Test func aWordWiderThanTheWindowIsCutAtOneOfItsJoints() {
    #expect(
      render("marketing.communications@woking.gov.uk", width: 30)
        == "marketing.communications@\nwoking.gov.uk\n")
    #expect(
      render(StyledText(String(repeating: "x", count: 45)), width: 21)
        == String(repeating: "x", count: 20) + "\n" + String(repeating: "x", count: 20)
        + "\nxxxxx\n")
  }

  @Test(arguments: [0, 1, 5, 20, 40, 79, 80, 200, 1000])
  func noWindowIsTooNarrowOrTooWide(_ width: Int) {
    let text = StyledText(String(repeating: "word ", count: 60))
    let renderer = PageRenderer(width: width)
    for line in renderer.render(Page(text)).split(separator: "\n") {
      #expect(line.count < renderer.width)
    }
  }

  @Test func wideCharactersCountTwice() {
    #expect(render("日本語日本語 日本語日本語", width: 20) == "日本語日本語\n日本語日本語\n")
  }

  @Test func meaningsBecomeColoursOnlyWhereTheyAreWanted() {
    let text = StyledText("NO", .verdict(.no)) + StyledText(" it is not")
    #expect(render(text) == "NO it is not\n")
    #expect(render(text, coloured: true) == "\u{1B}[1;31mNO\u{1B}[0m it is not\n")
  }

  @Test func colourEndsWithItsWord() {
    let text = StyledText("two words that are wrapped in colour", .clause)
    for line in render(text, coloured: true).split(separator: "\n") {
      #expect(line.hasSuffix("\u{1B}[0m"))
    }
  }

  @Test func withoutUnicodeEveryCharacterIsASCII() {
    let shown = render("“Yes” – no… • é › 日", width: 60, unicode: false)
    #expect(shown == "\"Yes\" - no... * ? > ?\n")
  }

  @Test func whatSteersATerminalIsSpeltOut() {
    #expect(render("a\u{1B}[2Jb\u{202E}c\u{7}", width: 60) == "a\\u{1B}[2Jb\\u{202E}c\\u{7}\n")
    #expect(render("one\ntwo\tthree") == "one two three\n")
  }

  @Test func pagesAreSetOffFromEachOther() {
    let page = Page("one").followed(by: Page("two")).followed(by: Page())
    #expect(PageRenderer().render(page) == "one\n\ntwo\n")
    #expect(PageRenderer().render(Page("one").setOff) == "\none\n")
    #expect(PageRenderer().render(Page().setOff) == "")
  }
}
