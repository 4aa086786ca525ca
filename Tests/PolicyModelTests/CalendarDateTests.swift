import PolicyModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2020", "2020-08", "2020-08-31", "2024-02-29"])
  func datesThatDocumentsPrintAreRead(_ text: String) {
    #expect(CalendarDate(text) != nil)
  }

  @Test(arguments: [
    "", "20", "2020-13", "2020-00", "2021-02-29", "2020-8", "2020-08-32", "2020-08-31-1", "+200",
    "0000", "2020-08-", "٢٠٢٠",
  ])
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  struct Age: Sendable, CustomTestStringConvertible {
    let date: String
    let today: String
    let isOver: Bool
    let years: Int
    var testDescription: String { "\(date) on \(today)" }
  }

  @Test(arguments: [
    Age(date: "2022-08", today: "2022-08-31", isOver: false, years: 0),
    Age(date: "2022-08", today: "2022-09-01", isOver: true, years: 0),
    Age(date: "2022-08", today: "2026-11-21", isOver: true, years: 4),
    Age(date: "2010-11-01", today: "2026-11-21", isOver: true, years: 16),
    Age(date: "2010-11-01", today: "2026-10-31", isOver: true, years: 15),
    Age(date: "2020", today: "2020-12-31", isOver: false, years: 0),
    Age(date: "2020", today: "2021-01-01", isOver: true, years: 0),
    Age(date: "2030-01-01", today: "2026-11-21", isOver: false, years: -4),
  ])
  func ageIsCountedFromTheLastDayThatADateCanMean(_ age: Age) throws {
    let date = try #require(CalendarDate(age.date))
    let today = try #require(CalendarDate(age.today))
    #expect(date.isOver(on: today) == age.isOver)
    #expect(date.yearsPassed(on: today) == age.years)
  }
}

@Suite struct DeadlineTests {
  @Test func stepsWithinADayComeInTheOrderInWhichTheyAreDue() {
    let inOrder = [
      "before posting", "now", "30 minutes", "promptly", "today", "24 hours", "48 hours",
      "within 5 working days", "two weeks", "whenever it suits",
    ]
    let hours = inOrder.map { Deadline($0).hoursFromNow }
    #expect(hours == hours.sorted())
    #expect(Deadline("one working day").hoursFromNow == Deadline("24 hours").hoursFromNow)
  }
}
