import PolicyModel
import Testing

@testable import Authoring

/// Documents of four makes, written for these tests.
@Suite struct DocumentOutlineTests {
  static let paragraphs = """
    Rules for the Kitchen
    For cooks

    Beginning

    1. Wash your hands. See rule
    2 of the house as well.
    2. Keep these clean:
     - knives
     - boards

    - pans, which in 2013. were
    copper

    The stove

    3. Never leave a flame

    without anybody near it.
    """

  static let sections = """
    The Bicycle Policy

    Agreed\t
    Owner:\tThe bell ringer
    Review:\tMay

    1. Beginning

    - 1.1. Ride on the left.
    - 1.2. Carry:
     - a bell
     - a lamp

    Also:

    - a pump

    2. Parking
    2.1. Park in the rack.
    2.10. Lock it.

    Adopted in spring
    """

  static let headings = """
    How we swim

    Who may swim?

    Everybody who can float.

    Children need:

    - a whistle
     - a towel
    Last things:

    Leave the pool
    clean.
    """

  static let sectionParagraphs = """
     Garden Policy

    1. Beds

    Plant in rows that are
    straight.

    Never plant:

     Mint, for example

    o in pots

    o in the open, which
    spreads

     Ivy

    Water in the evening.
     2.Trees

     Oak
     Ash and

    elm
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let numbering: Numbering
    let parts: [(String, String)]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "paragraphs", text: paragraphs, numbering: Numbering(style: .paragraphs),
      parts: [
        ("title", "Rules for the Kitchen For cooks Beginning"),
        ("1", "Wash your hands. See rule 2 of the house as well."),
        ("2", "Keep these clean:"), ("2.1", "knives"), ("2.2", "boards"),
        ("2.3", "pans, which in 2013. were copper"),
        ("3", "Never leave a flame without anybody near it."),
      ]),
    Case(
      name: "sections", text: sections,
      numbering: Numbering(
        style: .sections, tables: [.init(id: "control", text: "Agreed")], closing: "adopted"),
      parts: [
        ("title", "The Bicycle Policy"),
        ("control", "Agreed Owner: The bell ringer Review: May"),
        ("control.1", "Owner: The bell ringer"), ("control.2", "Review: May"),
        ("1.1", "Ride on the left."), ("1.2", "Carry:"), ("1.2.1", "a bell"),
        ("1.2.2", "a lamp"), ("1.2.3", "a pump"), ("2.1", "Park in the rack."),
        ("2.10", "Lock it."), ("adopted", "Adopted in spring"),
      ]),
    Case(
      name: "headings", text: headings,
      numbering: Numbering(
        style: .headings,
        headings: [.init(id: "who", text: "Who may swim?"), .init(id: "last", text: "Last things")]),
      parts: [
        ("title", "How we swim"), ("who.1", "Everybody who can float."),
        ("who.2", "Children need:"), ("who.3", "a whistle"), ("who.4", "a towel"),
        ("last.1", "Leave the pool clean."),
      ]),
    Case(
      name: "section-paragraphs", text: sectionParagraphs,
      numbering: Numbering(style: .sectionParagraphs),
      parts: [
        ("title", "Garden Policy"), ("1.1", "Plant in rows that are straight."),
        ("1.2", "Never plant:"), ("1.2.1", "Mint, for example"), ("1.2.1.1", "in pots"),
        ("1.2.1.2", "in the open, which spreads"), ("1.2.2", "Ivy"),
        ("1.3", "Water in the evening."), ("2.1", "Oak"), ("2.2", "Ash and elm"),
      ]),
  ])
  func everyPartIsFoundUnderItsId(_ one: Case) {
    let outline = DocumentOutline(one.text, numbering: one.numbering)
    #expect(Set(outline.order) == Set(outline.parts.keys))
    for (id, text) in one.parts { #expect(outline.parts[Identifier(id)] == text, "\(id)") }
    #expect(outline.parts.count == one.parts.count, "\(outline.order)")
  }

  struct Repetition: Sendable, CustomTestStringConvertible {
    let style: Numbering.Style
    let text: String
    let parts: [(String, String)]
    let odd: [OddNumber]
    var testDescription: String { text }
  }

  /// A printed number that stands twice is two parts, if it begins a sentence of its own.
  @Test(arguments: [
    Repetition(
      style: .sections,
      text: "## 2. Use\n\n2.1 Use it.\n\n2.1 Do not film.\n\n- a dog\n\n2.2 Stop.\n",
      parts: [
        ("2.1", "Use it."), ("2.1-2", "Do not film."), ("2.1-2.1", "a dog"), ("2.2", "Stop."),
      ],
      odd: [OddNumber(line: 5, number: "2.1", clause: "2.1-2")]),
    Repetition(
      style: .sections, text: "## 2. Use\n\n2.1 One.\n2.1 Two.\n2.1 three.\n",
      parts: [("2.1", "One."), ("2.1-2", "Two."), ("2.1-3", "three.")],
      odd: [
        OddNumber(line: 4, number: "2.1", clause: "2.1-2"),
        OddNumber(line: 5, number: "2.1", clause: "2.1-3"),
      ]),
    Repetition(
      style: .sections, text: "## 2. Use\n\n2.1 One.\n\n2.2 Look at section\n2.1 for more.\n",
      parts: [("2.1", "One."), ("2.2", "Look at section 2.1 for more.")], odd: []),
    Repetition(
      style: .paragraphs,
      text: "1. One.\n\n2. Two.\n\n2. Again.\n\n- x\n\nAnd so it is.\n\n3. End.",
      parts: [
        ("1", "One."), ("2", "Two."), ("2-2", "Again. And so it is."), ("2-2.1", "x"),
        ("3", "End."),
      ],
      odd: [OddNumber(line: 5, number: "2", clause: "2-2")]),
    Repetition(
      style: .paragraphs, text: "1. One.\n\n2. Two.\n\n4. Four.\n",
      parts: [("1", "One."), ("2", "Two.")],
      odd: [OddNumber(line: 5, number: "4", clause: nil)]),
  ])
  func aNumberThatStandsTwiceNamesTwoParts(_ one: Repetition) {
    let outline = DocumentOutline(one.text, numbering: Numbering(style: one.style))
    for (id, text) in one.parts { #expect(outline.parts[Identifier(id)] == text, "\(id)") }
    #expect(outline.order.filter { $0 != "title" } == one.parts.map { Identifier($0.0) })
    #expect(outline.oddNumbers == one.odd)
  }

  @Test(arguments: Numbering.Style.allCases, ["", "\n\n", "1.", "- ", "o \n o", "\t\t\n1. A\n2. "])
  func anyTextHasAnOutline(_ style: Numbering.Style, _ text: String) {
    let outline = DocumentOutline(text, numbering: Numbering(style: style))
    #expect(outline.order.count == outline.parts.count)
  }

  @Test func wordsAreFoundWhereTheyStandAndNowhereElse() {
    let outline = DocumentOutline(Self.sections, numbering: Numbering(style: .sections))
    #expect(outline.has("on  the\tleft", in: "1.1"))
    #expect(!outline.has("on the left", in: "1.2"))
    #expect(!outline.has("on the left", in: "9.9"))
  }
}

@Suite struct OriginalsTests {
  private func organisation(_ anchors: [String: String]) -> Organisation {
    let clauses = anchors.map { id, anchor in
      (
        Identifier<Clause>(id),
        Clause(
          id: Identifier(id), label: id, kind: "duty", force: .must, gist: "A gist.", anchor: anchor
        )
      )
    }
    let document = Document(
      id: "policy", title: "Policy", numbering: Numbering(style: .paragraphs),
      clauses: Dictionary(uniqueKeysWithValues: clauses))
    return Organisation(
      id: "kitchen", name: "Kitchen", documents: [document], contacts: [], fallbacks: [], rules: [:]
    )
  }

  private let files = [
    Originals.File(name: "a.txt", text: DocumentOutlineTests.sections),
    Originals.File(name: "b.txt", text: DocumentOutlineTests.paragraphs),
  ]

  @Test func theFileInWhichTheClausesStandIsTheOriginal() throws {
    let originals = Originals(of: [organisation(["1": "hands", "2.3": "copper"])], among: files)
    let found = try #require(originals.found.first)
    #expect(found.file == "b.txt")
    #expect(found.unproved.isEmpty)
    #expect(originals.missing.isEmpty)
    let citation = Citation(document: "policy", clause: "2.1")
    #expect(originals.text(of: citation, in: found.organisation) == "knives")
  }

  @Test func aClauseThatStandsElsewhereIsNotProved() throws {
    let anchors = ["1": "hands", "2": "knives", "2.2": "boards", "9": "flame"]
    let originals = Originals(of: [organisation(anchors)], among: files)
    let found = try #require(originals.found.first)
    #expect(found.unproved.map(\.id) == ["2", "9"])
    #expect(found.unproved.map(found.hasPart) == [true, false])
  }

  @Test func aDocumentOfWhichLittleIsFoundIsMissing() {
    let originals = Originals(of: [organisation(["1": "wings", "2": "beaks"])], among: files)
    #expect(originals.found.isEmpty)
    #expect(originals.missing.map(\.document.id) == ["policy"])
  }
}
