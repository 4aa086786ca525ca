import Foundation
import KnowledgeLoading
import PolicyModel
import Testing

@testable import Authoring

/// A policy in the manner of a hospital, written for these tests, and what is guessed of it.
@Suite struct ImportedDocumentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func policy() throws -> String {
    try String(
      contentsOf: folder.appending(path: "Fixtures/ward-phones.md"), encoding: .utf8)
  }

  struct Expected: Sendable, CustomTestStringConvertible {
    let id: String
    let label: String
    let kind: String
    let force: Clause.Force
    var testDescription: String { id }

    init(_ id: String, _ label: String, _ kind: String, _ force: Clause.Force) {
      self.id = id
      self.label = label
      self.kind = kind
      self.force = force
    }
  }

  static let expected = [
    Expected("title", "title", "information", .says),
    Expected("control", "table 'control'", "information", .says),
    Expected("control.1", "table 'control', row 1", "information", .says),
    Expected("control.2", "table 'control', row 2", "information", .says),
    Expected("control.3", "table 'control', row 3", "information", .says),
    Expected("control.4", "table 'control', row 4", "information", .says),
    Expected("control.5", "table 'control', row 5", "information", .says),
    Expected("contents", "contents", "information", .says),
    Expected("1.1", "section 1, paragraph 1", "information", .says),
    Expected("1.2", "section 1, paragraph 2", "information", .says),
    Expected("2.1", "section 2, paragraph 1", "intro", .says),
    Expected("2.1.1", "section 2, paragraph 1, bullet 1", "information", .says),
    Expected("2.1.2", "section 2, paragraph 1, bullet 2", "information", .says),
    Expected("2.1.3", "section 2, paragraph 1, bullet 3", "information", .says),
    Expected("2.1.4", "section 2, paragraph 1, bullet 4", "information", .says),
    Expected("2.1.5", "section 2, paragraph 1, bullet 5", "information", .says),
    Expected("2.2", "section 2, paragraph 2", "information", .says),
    Expected("3.1", "section 3.1", "duty", .must),
    Expected("3.1.1", "section 3.1, bullet 1", "prohibition", .mustNot),
    Expected("3.1.2", "section 3.1, bullet 2", "prohibition", .mustNot),
    Expected("3.1.3", "section 3.1, bullet 3", "prohibition", .mustNot),
    Expected("3.2", "section 3.2", "duty", .should),
    Expected("3.3", "section 3.3", "prohibition", .mustNot),
    Expected("4.1", "section 4.1", "condition", .must),
    Expected("4.2", "section 4.2", "permission", .may),
    Expected("4.2.1", "section 4.2, bullet 1", "permission", .may),
    Expected("4.2.2", "section 4.2, bullet 2", "permission", .may),
    Expected("4.2.3", "section 4.2, bullet 3", "permission", .may),
    Expected("4.3", "section 4.3", "prohibition", .shouldNot),
    Expected("5.1", "section 5, paragraph 1", "condition", .may),
    Expected("5.2", "section 5, paragraph 2", "prohibition", .shouldNot),
    Expected("5.3", "section 5, paragraph 3", "advice", .should),
    Expected("6.1", "section 6, paragraph 1", "duty", .must),
    Expected("6.1.1", "section 6, paragraph 1, bullet 1", "duty", .must),
    Expected("6.1.2", "section 6, paragraph 1, bullet 2", "duty", .must),
    Expected("6.1.3", "section 6, paragraph 1, bullet 3", "duty", .must),
    Expected("6.2", "section 6, paragraph 2", "penalty", .says),
    Expected("6.3", "section 6, paragraph 3", "duty", .should),
    Expected("appendix-a.1", "Appendix A: Laws, bullet 1", "law", .says),
    Expected("appendix-a.2", "Appendix A: Laws, bullet 2", "law", .says),
  ]

  @Test(arguments: expected)
  func everyClauseIsFoundWithItsGuesses(_ one: Expected) throws {
    let document = ImportedDocument(try Self.policy(), id: "phones")
    let clause = try #require(document.clauses.first { $0.id.text == one.id })
    #expect(clause.label == one.label)
    #expect(clause.kind == one.kind)
    #expect(clause.force == one.force)
  }

  @Test func thereAreNoOtherClausesAndTheyStandInOrder() throws {
    let document = ImportedDocument(try Self.policy(), id: "phones")
    #expect(document.clauses.map(\.id.text) == Self.expected.map(\.id))
    #expect(document.style == "sections")
    #expect(document.title == "Phones, Photographs and Messages on the Wards")
  }

  @Test func everyAnchorStandsInItsPart() throws {
    let text = try Self.policy()
    let document = ImportedDocument(text, id: "phones")
    let outline = DocumentOutline(text, numbering: document.numbering)
    for clause in document.clauses {
      #expect(outline.has(clause.anchor, in: clause.id), "\(clause.id): \(clause.anchor)")
      #expect((1...5).contains(clause.anchor.split(separator: " ").count))
    }
    #expect(Set(document.clauses.map(\.anchor)).count == document.clauses.count - 1)
  }

  @Test func contactsAndDatesAreFoundWhereTheyStand() throws {
    let document = ImportedDocument(try Self.policy(), id: "phones")
    #expect(document.dates[.effective] == CalendarDate("2025-09-01"))
    #expect(document.dates[.approved] == CalendarDate("2025-07-14"))
    #expect(document.dates[.review] == CalendarDate("2027-09"))
    let found = document.contacts.map { contact in
      "\(contact.name) (\(contact.reach.joined(separator: ", "))) "
        + contact.clauses.map(\.text).joined(separator: " ")
    }
    #expect(
      found == [
        "Head of Patient Experience () control.2", "Reception () 2.2", "Caldicott Guardian () 4.3",
        "Ward Manager () 6.1",
        "Information Governance Team (01632 960 417) 6.1.1",
        "privacy@brannock.example (privacy@brannock.example) 6.1.2",
        "Head of Communications and Public Affairs (extension 2044) 6.3",
      ])
  }

  /// What is written holds at most five words in a row of the document, headings aside.
  @Test func noSentenceOfTheDocumentIsCopied() throws {
    let text = try Self.policy()
    func words(_ text: String) -> [String] {
      text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    }
    func runs(_ text: String) -> Set<String> {
      let all = words(text)
      guard all.count >= 6 else { return [] }
      return Set((0...all.count - 6).map { all[$0..<$0 + 6].joined(separator: " ") })
    }
    let document = ImportedDocument(text, id: "phones")
    for line in document.clausesText().split(separator: "\n") {
      #expect(runs(String(line)).isDisjoint(with: runs(text)), "\(line)")
    }
  }

  @Test func whatIsOddAboutNumbersIsSaid() {
    let document = ImportedDocument(
      "# Rules\n\n## 2. Use\n\n2.1 Use it.\n\n2.1 Do not film.\n\n2.2 Stop.\n\n2.3 Go.\n", id: "x")
    #expect(document.clauses.map(\.id.text) == ["title", "2.1", "2.1-2", "2.2", "2.3"])
    #expect(document.clauses[2].label == "section 2.1 (again)")
    #expect(
      document.remarks == ["Line 7 prints the number 2.1 again: that clause is called 2.1-2."])
  }

  @Test func aDeclaredNumberingIsObeyed() {
    let numbering = Numbering(style: .headings, headings: [.init(id: "all", text: "1. Pans")])
    let document = ImportedDocument(
      "Rules\n\n1. Pans\n\nHot.\n\nCold.\n", id: "x", numbering: numbering)
    #expect(document.clauses.map(\.id.text) == ["title", "all.1", "all.2"])
    #expect(document.clauses.last?.label == "1. Pans, item 2")
  }
}
