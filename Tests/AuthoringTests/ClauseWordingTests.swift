import PolicyModel
import Testing

@testable import Authoring

@Suite struct ClauseWordingTests {
  @Test(arguments: [
    ("You must wear shoes.", Clause.Force.must), ("Wear shoes.", .must),
    ("Shoes must not be wet, and you must dry them.", .mustNot), ("Never run.", .mustNot),
    ("Do not run, or you may fall.", .mustNot), ("You should not run.", .shouldNot),
    ("Avoid the wet floor.", .shouldNot), ("Staff are advised to walk.", .should),
    ("Consider the stairs.", .should), ("You may sit down.", .may),
    ("Running may lead to a fall.", .says), ("If you fall, call for help.", .must),
    ("If it is wet then use the mat.", .must), ("The floor is wet.", .says),
    ("Tell a colleague if you may be late.", .must), ("Use of the lift costs nothing.", .says),
    ("", .says), (":", .says),
  ])
  func theForceIsHeardFromTheWords(_ text: String, _ force: Clause.Force) {
    #expect(ClauseWording(text).force == force)
  }

  @Test(arguments: [
    ("You must not:", "run indoors", Clause.Force.mustNot),
    ("You must not:", "take pictures", .mustNot), ("Staff should:", "keep left", .should),
    ("Never leave the desk. This is because:", "people wait", .says),
    ("The rules are:", "Keep left.", .must), ("You may:", "not that you must", .must),
  ])
  func anEntryTakesTheForceOfItsOpening(
    _ opening: String, _ entry: String, _ force: Clause.Force
  ) {
    #expect(ClauseWording(entry, openedBy: ClauseWording(opening)).force == force)
  }

  @Test(arguments: [
    ("Running may lead to dismissal.", "penalty"),
    ("A lane means a part of the pool.", "definition"),
    ("These rules apply to swimmers.", "scope"), ("The pool reserves the right to close.", "right"),
    ("The desk: pool@example.org", "contact"), ("The Water Act 1999", "law"),
    ("There are three lanes:", "intro"), ("You may dive unless it is full.", "condition"),
    ("You may dive.", "permission"), ("You must shower.", "duty"), ("Never dive.", "prohibition"),
    ("The water is warm.", "information"),
  ])
  func theKindIsHeardFromTheWords(_ text: String, _ kind: String) {
    #expect(ClauseWording(text).kind == kind)
  }

  @Test(arguments: [
    ("Effective: 3rd May 2024", PrintedDates.Meaning.effective, "2024-05-03"),
    ("Effective Date: May 2024", .effective, "2024-05"),
    ("in force from May 3, 2024", .effective, "2024-05-03"),
    ("Approved by the Board [03/05/2024]", .approved, "2024-05-03"),
    ("Adopted 3.5.24.", .approved, "2024-05-03"), ("Review Date 2024-05-03", .review, "2024-05-03"),
    ("Next review: Sept 2024", .review, "2024-09"), ("Issued 31 May 2024", .issued, "2024-05-31"),
    ("Date: 3 May 2024", .issued, "2024-05-03"),
  ])
  func datesHaveTheMeaningOfTheWordBeforeThem(
    _ text: String, _ meaning: PrintedDates.Meaning, _ date: String
  ) {
    #expect(PrintedDates([text]).dates == [meaning: CalendarDate(date)])
  }

  @Test(arguments: [
    "Approved 31/02/2024", "Approved 3 May", "The Act of 3 May 2024", "approved you may 2024x",
    "Approved in 2024", "Review 99/99/9999", "may May may", "",
  ])
  func whatIsNoDateOfTheDocumentIsLeftAlone(_ text: String) {
    #expect(PrintedDates([text]).dates.isEmpty)
  }

  @Test(arguments: [
    ("Ask the Head of Pools and Parks.", "Head of Pools and Parks"),
    (
      "Tell your line manager, or the Pool Safety Officer on 01632 960 001.",
      "Line manager|Pool Safety Officer: 01632 960 001"
    ),
    ("Write to pool.desk+a@water.example.", "pool.desk+a@water.example: pool.desk+a@water.example"),
    ("Reception: (01632) 960001", "Reception: 01632 960001"),
    ("Ring +44 1632 960 001 in 2024.", "+44 1632 960 001: +44 1632 960 001"),
    ("Swim 0 lanes in 2024, pages 10 11 12 13 14.", ""), ("a@b, @, a@.b, @c.d", ""),
    ("The Head of", ""), ("Manager", ""),
  ])
  func contactsAreFound(_ text: String, _ expected: String) {
    let found = PrintedContacts([(id: "1", text: text)]).contacts.map { contact in
      ([contact.name] + (contact.reach.isEmpty ? [] : [contact.reach.joined(separator: ", ")]))
        .joined(separator: ": ")
    }
    #expect(found.joined(separator: "|") == expected)
  }
}
