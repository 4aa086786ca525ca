import Diagnostics
import Foundation
import KnowledgeLoading
import PolicyModel
import Testing

@testable import Authoring

/// The texts of files that are made: they load, whatever the document holds.
@Suite struct OrganisationFilesTests {
  static let topics = [
    Topic(id: "pans", title: "Pans: hot # and \"cold\"", facts: []),
    Topic(id: "pots", title: "Pots", facts: []),
  ]

  /// What loading says of an organisation's files, and the organisation if they load.
  static func load(
    _ files: [(name: String, text: String)]
  ) throws -> (faults: [String], organisation: Organisation?) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "askfirst-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let titles = topics.map { "\($0.id): { title: A title, asks: What?, facts: [] }\n" }
    let all =
      [
        (name: "facts.yaml", text: "hot: { question: Hot?, kind: yes-no }\n"),
        (name: "topics.yaml", text: titles.joined()),
      ] + files.map { (name: "house/\($0.name)", text: $0.text) }
    for file in all {
      let url = folder.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: url, atomically: false, encoding: .utf8)
    }
    let loaded = KnowledgeLoader.load(folder: folder.path)
    return (loaded.diagnostics.map(\.description), loaded.knowledge?.organisations.first)
  }

  /// The files of a new organisation into which a document was imported.
  static func imported(_ document: ImportedDocument) throws -> [(name: String, text: String)] {
    var files = OrganisationSkeleton.files(id: "house", topics: topics)
    files[0].text = try OrganisationInsertion(
      of: document, into: files[0].text, isDeclared: false, contacts: ["first-contact"]
    ).text
    return files + [(name: "\(document.id).yaml", text: document.clausesText())]
  }

  @Test func aNewOrganisationLoadsAndIsSilent() throws {
    let (faults, organisation) = try Self.load(
      OrganisationSkeleton.files(id: "house", topics: Self.topics))
    #expect(faults.isEmpty)
    let rules = try #require(organisation).rules
    #expect(rules.count == 2)
    #expect(rules.values.allSatisfy { $0.rules.isEmpty && $0.otherwise.verdict == .silent })
  }

  @Test func anImportedDocumentLoadsAndIsAccountedFor() throws {
    let document = ImportedDocument(try ImportedDocumentTests.policy(), id: "phones")
    let (faults, loaded) = try Self.load(try Self.imported(document))
    #expect(faults.isEmpty)
    let organisation = try #require(loaded)
    let phones = try #require(organisation[document: "phones"])
    #expect(phones.clauses.count == document.clauses.count)
    #expect(phones.numbering == document.numbering)
    #expect(phones.dates.review == CalendarDate("2027-09"))
    #expect(phones.dates.verifiedOn == nil)
    #expect(organisation.contacts.count == 1 + document.contacts.count)
    let account = ClauseAccounting(organisation)
    #expect(account.unaccounted.isEmpty)
    #expect(account.markedAndCited.isEmpty)
  }

  /// Pieces out of which hostile texts are put together.
  static let pieces = [
    "\n", "\n\n", "\r\n", "\t", " ", "  ", "1. ", "2. ", "1.1 ", "1.2. ", "1.1.1",
    "99999999999999999999. ",
    "- ", "o ", "(a) ", "* ", "# ", "## ", "###### ", "|", "|---|\n", "---\n", "===\n", "**", "`",
    ": ",
    " #", "\"", "'", "\\", "{", "}", "[", "]", "&a", "*a", "!!str", "%", "@", "a@b.cd",
    "0123456789 ",
    "must ", "may not ", "Head of ", "Board ", "Officer ", "Contents\n", "Page 3\n", "review ",
    "31/12/2024 ", "May 2024 ", "\u{0}", "\u{1}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}",
    "\u{FFFE}",
    "\u{E000}", "\u{10FFFF}", "é", "e\u{301}", "\u{301}", "👩‍👩‍👧", "½", "٣. ", "Word", "Some words. ",
    "yes",
    "null", "~", "title", "Appendix A", "Section 1: X\n", "<!-- x -->", "ﬁ", "İ", "ß",
  ]

  @Test(arguments: 0..<100)
  func anyTextIsImportedAndLoads(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let text = (0..<(20 + random(400))).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
    for style in [nil] + Numbering.Style.allCases {
      let document = ImportedDocument(
        text, id: "any", numbering: style.map { Numbering(style: $0) })
      let outline = DocumentOutline(text, numbering: document.numbering)
      for clause in document.clauses {
        #expect(outline.has(clause.anchor, in: clause.id), "\(clause.id): \(clause.anchor)")
      }
      // A document without a clause is refused by the command.
      guard !document.clauses.isEmpty, style == nil else { continue }
      let (faults, organisation) = try Self.load(try Self.imported(document))
      #expect(faults.isEmpty)
      let clauses = try #require(organisation?[document: "any"]).clauses
      #expect(clauses.count == document.clauses.count)
      for clause in document.clauses { #expect(clauses[clause.id]?.anchor == clause.anchor) }
    }
  }

  @Test func aLongDocumentIsRead() {
    let bullets = (0..<1_000).map { "- entry \($0) of the list\n" }.joined()
    let words = String(repeating: "word ", count: 10_000)
    let document = ImportedDocument("1. A\n\n\(words)\n\n\(bullets)2. B\n\n\(bullets)", id: "x")
    #expect(document.clauses.count > 2_000)
  }

  struct Insertion: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let after: String
    var testDescription: String { name }
  }

  private static let document = ImportedDocument(
    "Pans\n\n1. Use a cloth.\n2. Ask the Head of Pans.\n", id: "pans")

  @Test(arguments: [
    Insertion(
      name: "an empty mapping, with comments around",
      before: "# ours\nname: House\ndocuments: {} # none\ncontacts: {}\nfallback: {}\n",
      after: """
        # ours
        name: House
        documents: # none
          pans:
            title: Pans # guess
            numbering:
              style: paragraphs # guess
            verified-on: not-yet # the day on which somebody compared all of this
        contacts:
          head-of-pans: # guess
            name: Head of Pans
            for: What for is to be written in our own words
            cite:
              - pans 2
        fallback: {}

        """),
    Insertion(
      name: "entries with their own layout, comments and no end of line",
      before: "contacts:\n    cook:\n        name: Cook  # the one\n\n    maid: { name: Maid }\n\n"
        + "# below\ndocuments:\n    old: { title: Old }",
      after: """
        contacts:
            cook:
                name: Cook  # the one

            maid: { name: Maid }

            head-of-pans: # guess
              name: Head of Pans
              for: What for is to be written in our own words
              cite:
                - pans 2

        # below
        documents:
            old: { title: Old }
            pans:
              title: Pans # guess
              numbering:
                style: paragraphs # guess
              verified-on: not-yet # the day on which somebody compared all of this
        """),
  ])
  func entriesArePutInAndTheRestIsKept(_ one: Insertion) throws {
    func inserted(_ text: String) throws -> String {
      try OrganisationInsertion(
        of: Self.document, into: text, isDeclared: false, contacts: []
      ).text
    }
    #expect(try inserted(one.before) == one.after)
    let elsewhere = one.before.replacing("\n", with: "\r\n")
    #expect(try inserted(elsewhere) == one.after.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    "name: House\ncontacts: {}\n", "documents: { old: { title: Old } }\ncontacts: {}\n",
    "documents: {\n}\ncontacts: {}\n", "documents: {}\ncontacts: *all\n", "",
  ])
  func aTextThatCannotBeAddedToIsLeftAlone(_ text: String) throws {
    #expect(throws: OrganisationInsertion.Failure.self) {
      try OrganisationInsertion(
        of: Self.document, into: text, isDeclared: false, contacts: [])
    }
  }

  @Test func whatIsThereAlreadyIsNotAddedAgain() throws {
    let text = "documents:\n  pans: { title: Pans }\ncontacts: {}\n"
    let result = try OrganisationInsertion(
      of: Self.document, into: text, isDeclared: true, contacts: ["head-of-pans"]
    ).text
    #expect(result == text)
    // Nothing cites the clause now, so it is marked.
    #expect(
      Self.document.clausesText(knownContacts: ["head-of-pans"]).split(separator: "background: Not")
        .count == 4)
    #expect(Self.document.clausesText().split(separator: "background: Not").count == 3)
  }
}
