import PolicyModel
import Testing

@testable import Presentation

@Suite struct WordingTests {
  static let knowledge = Knowledge(
    facts: [
      Fact(
        id: "size", question: "How big?", kind: .one,
        options: [
          Option(id: "small", label: "Small", said: "it is small"),
          Option(id: "large", label: "Large", said: "it is large"),
          Option(id: "huge", label: "Huge"),
        ]),
      Fact(
        id: "parts", question: "Which parts?", kind: .several,
        options: (1...6).map {
          Option(id: Identifier("p\($0)"), label: "Part \($0)", said: "part \($0) is there")
        }
          + [Option(id: "none", label: "None", said: "no part is there")]),
    ], topics: [], organisations: [])

  struct Case: Sendable, CustomTestStringConvertible {
    let condition: Condition
    let words: String
    var testDescription: String { words }
  }

  @Test(arguments: [
    Case(condition: .fact("size", isAnyOf: ["small"]), words: "it is small"),
    Case(
      condition: .fact("size", isAnyOf: ["small", "large"]), words: "it is small, or it is large"),
    Case(
      condition: .fact("size", isAnyOf: ["huge"]),
      words: "“How big?” is answered with “Huge”"),
    Case(
      condition: .not(.fact("size", isAnyOf: ["huge"])), words: "it is small, or it is large"),
    Case(
      condition: .all([
        .fact("size", isAnyOf: ["small"]), .fact("parts", isAnyOf: ["p1", "p2"]),
      ]),
      words: "it is small, and part 1 is there, or part 2 is there"),
    Case(
      condition: .all([
        .fact("size", isAnyOf: ["small"]),
        .any([.fact("parts", isAnyOf: ["p1"]), .fact("parts", isAnyOf: ["p2"])]),
      ]),
      words: "it is small, and either part 1 is there, or part 2 is there"),
    Case(
      condition: .not(.fact("parts", isAnyOf: ["p1", "p2", "p3", "p4", "p5", "p6"])),
      words: "no part is there"),
    Case(
      condition: .fact("parts", isAnyOf: ["p1", "p2", "p3", "p4", "p5"]),
      words: "one of these applies: Part 1; Part 2; Part 3; Part 4; Part 5"),
    Case(
      condition: .not(.not(.fact("size", isAnyOf: ["small"]))), words: "it is small"),
  ])
  func conditionsAreSaidInThePersonsTerms(_ one: Case) {
    #expect(ConditionWording(Self.knowledge).clause(one.condition) == one.words)
  }

  @Test func datesAreWrittenAsPeopleDo() throws {
    for (text, words) in [
      ("2020", "2020"), ("2020-08", "August 2020"), ("2010-11-01", "1 November 2010"),
    ] {
      #expect(Wording.date(try #require(CalendarDate(text))) == words)
    }
  }

  @Test func clausesOfOneDocumentStandTogether() {
    let citations = [("a", "1"), ("b", "2"), ("a", "3.1")].map {
      Citation(document: Identifier($0.0), clause: Identifier($0.1))
    }
    #expect(Wording.citations(citations).plain == "[a 1, 3.1; b 2]")
    #expect(Wording.citations([]).plain == "")
  }

  struct Age: Sendable {
    let dates: [String?]
    let says: String
  }

  @Test(arguments: [
    Age(dates: ["2010-11-01", nil, nil], says: "approved 1 November 2010, 16 years ago."),
    Age(dates: [nil, "2025-08", nil], says: "in force from August 2025, a year ago."),
    Age(dates: [nil, "2026-08", nil], says: "in force from August 2026."),
    Age(dates: [nil, nil, nil], says: "no date of issue printed."),
    Age(dates: [nil, nil, "2022-08"], says: "was due in August 2022 and that has passed"),
    Age(dates: [nil, nil, "2026-11"], says: "Its next review is due in November 2026."),
  ])
  func aDocumentsAgeIsToldAsFarAsItIsPrinted(_ age: Age) throws {
    let dates = age.dates.map { $0.flatMap { CalendarDate($0) } }
    let document = Document(
      id: "d", title: "A Policy", issuer: "A council",
      dates: .init(effective: dates[1], approved: dates[0], review: dates[2]))
    let today = try #require(CalendarDate("2026-11-21"))
    #expect(DocumentAge(document: document, today: today).sentence.contains(age.says))
  }
}
