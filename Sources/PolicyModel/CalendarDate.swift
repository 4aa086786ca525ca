/// A day, a month or a year as documents print it.
///
/// Policies often give a month alone, so the day and the month may be missing; nothing is made up.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// Reads `2020`, `2020-08` or `2020-08-31`; anything else, or a day that does not exist, is nil.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard year > 0 else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.lastDay(of: month, in: year)).contains(day) { return nil }
  }

  private static func lastDay(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The last day that the date can mean, as year, month and day.
  private var lastMoment: (Int, Int, Int) { (year, month ?? 12, day ?? 31) }

  /// Whether the whole of this date lies before the other begins.
  public func isOver(on today: CalendarDate) -> Bool {
    lastMoment < (today.year, today.month ?? 1, today.day ?? 1)
  }

  /// Whole years from the end of this date to another; negative if it lies ahead.
  public func yearsPassed(on today: CalendarDate) -> Int {
    let (_, month, day) = lastMoment
    let reached = (today.month ?? 1, today.day ?? 1) >= (month, day)
    return today.year - year - (reached ? 0 : 1)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The form in which the knowledge writes it.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let parts = [padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }
    return parts.joined(separator: "-")
  }
}
