import PolicyModel
import Testing

@testable import Authoring

/// Documents of several makes, of which nobody has said how they count.
@Suite struct NumberingGuessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let style: Numbering.Style
    let ids: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "paragraphs", text: DocumentOutlineTests.paragraphs, style: .paragraphs,
      ids: "title 1 2 2.1 2.2 2.3 3"),
    Case(
      name: "sections", text: DocumentOutlineTests.sections, style: .sections,
      ids: "title control control.1 control.2 1.1 1.2 1.2.1 1.2.2 1.2.3 2.1 2.10 adopted"),
    Case(
      name: "headings",
      text: "HOW WE SWIM\n\nA LEAFLET\n\nWho may swim?\n\nEverybody who floats.\n\nChildren need "
        + "these:\n\n- a whistle\n - a towel\n\nAfterwards:\n\nLeave the pool.\n",
      style: .headings, ids: "title who.1 who.2 who.3 who.4 afterwards.1"),
    Case(
      name: "section-paragraphs", text: DocumentOutlineTests.sectionParagraphs,
      style: .sectionParagraphs, ids: "title 1.1 1.2 1.2.1 1.2.1.1 1.2.1.2 1.2.2 1.3 2.1 2.2"),
    Case(
      name: "numbers without stops, tabs, letters, ends of lines as elsewhere",
      text:
        "The Gym\r\n\r\n1\tShoes\r\n\r\n1.1\tWear clean shoes.\r\n1.2\tBring:\r\n\t(a)\ta towel\r\n"
        + "\t(b)\twater\r\n\r\nPage 1 of 2\r\n2\tHours\r\n\r\n2.1\tThe gym opens at six.\r\n",
      style: .sections, ids: "title 1.1 1.2 1.2.1 1.2.2 2.1"),
    Case(
      name: "headings of Markdown with numbered lists",
      text: "# Trips\n\nFor teachers.\n\n## Before the trip\n\n1. Fill in the form.\n2. Wait.\n\n"
        + "## On the coach\n\n1. Count the pupils.\n2. Sit down.\n\nNobody stands.\n",
      style: .headings, ids: "title before.1 before.2 coach.1 coach.2 coach.3"),
    Case(
      name: "underlined headings, one list with numbers, fields at the very beginning",
      text: "---\nowner: HR\n---\n\nMugs\n====\n\nFor all.\n\nUse\n---\n\n- one mug each\n\nCare\n"
        + "----\n\n1. Wash it.\n2. Dry it.\n\nLoss\n----\n\nTell us.\n",
      style: .headings, ids: "title use.1 care.1 care.2 loss.1"),
    Case(
      name: "numbers without stops and without gaps",
      text: "Leave\n\n1 Purpose\nThis is for staff.\n2 Scope\nAll staff.\nNo others.\n3 Requests\n"
        + "Ask in writing:\n- by letter\n- by note\n",
      style: .sectionParagraphs, ids: "title 1.1 2.1 3.1 3.1.1 3.1.2"),
    Case(
      name: "sections called so",
      text: "Governors\n\nSection 1: Meetings\n\nCome to all of them.\n\nSection 2 – Press\n\n"
        + "Say nothing to the press:\n\n1. not by telephone\n2. not by letter\n",
      style: .sectionParagraphs, ids: "title 1.1 2.1 2.1.1 2.1.2"),
    Case(
      name: "a table of contents and sections with and without sub-sections",
      text: "Keys\n\nContents\n\n1. Why ...... 1\n2. Who ...... 2\n\n1. Why\n\nKeys get lost.\n\n"
        + "They cost money.\n\n2. Who\n\n2.1 Staff sign for keys.\n2.2 Others do not.\n",
      style: .sections, ids: "title contents 1.1 1.2 2.1 2.2"),
    Case(
      name: "a list beside printed numbers of the same form",
      text:
        "Bins\n\n1. Use\n\n1.1 Bins are for:\n- paper\n- glass\n\n1.1.1 Paper is dry.\n\n1.2 Close "
        + "the lid.\n",
      style: .sections, ids: "title 1.1 1.1.b1 1.1.2 1.1.1 1.2"),
    Case(
      name: "headings that read alike",
      text:
        "# Cats\n\n## Food\n\n### Notes\n\nDry food.\n\n## Water\n\n### Notes\n\nFresh water.\n",
      style: .headings, ids: "title notes.1 notes-2.1"),
    Case(name: "one paragraph", text: "Be kind.\n\nAlways.", style: .headings, ids: "be.1"),
    Case(name: "nothing", text: " \n\u{c}\n", style: .headings, ids: ""),
  ])
  func theMannerOfCountingIsGuessed(_ one: Case) {
    let document = ImportedDocument(one.text, id: "document")
    #expect(document.numbering.style == one.style)
    #expect(document.clauses.map(\.id.text).joined(separator: " ") == one.ids)
  }

  @Test(arguments: [
    ("What is a bicycle?", "what"), ("Who rides?", "who"), ("What do I need to carry?", "carry"),
    ("How can we brake?", "brake"), ("Further riding", "further"), ("About this guide", "about"),
    ("The road", "road"), ("3. Brakes", "brakes"), ("???", "part"), ("Ünïcode", "n"),
  ])
  func headingsAreCalledByTheirFirstTellingWord(_ heading: String, _ id: String) {
    #expect(Slug.heading(heading, taken: []) == id)
    let second = Slug.heading(heading, taken: [id])
    #expect(second != id)
    #expect(Slug.isID(second))
  }
}
