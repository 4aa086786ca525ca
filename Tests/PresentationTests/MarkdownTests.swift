import Testing

@testable import Presentation

/// Texts in Markdown show what they showed, with nothing in them taken for markup.
@Suite struct MarkdownTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: StyledText
    let markdown: String

    var testDescription: String { markdown }
  }

  static func heading(_ text: String) -> StyledText { StyledText(text, .heading) }

  static let cases = [
    Case(
      text: "  a *b* [c] <d> & ~e|$ `f` \\", markdown: #"a \*b\* \[c\] \<d\> \& \~e\|\$ \`f\` \\"#),
    Case(text: "- no list", markdown: #"\- no list"#),
    Case(text: "+ no list", markdown: #"\+ no list"#),
    Case(text: "# no heading", markdown: ##"\# no heading"##),
    Case(text: "12. no list", markdown: #"12\. no list"#),
    Case(text: "3) no list", markdown: #"3\) no list"#),
    Case(text: "7.", markdown: #"7\."#),
    Case(text: "7.5 a number", markdown: "7.5 a number"),
    Case(text: "12", markdown: "12"),
    Case(text: "a\nb\tc", markdown: "a b c"),
    Case(text: "", markdown: ""),
    Case(text: heading(" NO  "), markdown: "**NO**  "),
    Case(text: heading("NO"), markdown: "**NO**"),
    Case(text: heading("  "), markdown: ""),
    Case(text: heading("NO\u{A0}"), markdown: "NO\u{A0}"),
  ]

  @Test(arguments: cases) func nothingIsTakenForMarkup(_ one: Case) {
    #expect(one.text.markdown == one.markdown)
  }
}
