/// Something to do, by whom and by when.
public struct Step: Hashable, Sendable {
  public let what: String
  public let deadline: Deadline?
  /// Who does it; nil for the person asking.
  public let who: String?
  public let citations: [Citation]

  public init(
    what: String, deadline: Deadline? = nil, who: String? = nil, citations: [Citation] = []
  ) {
    self.what = what
    self.deadline = deadline
    self.who = who
    self.citations = citations
  }
}

/// When a step has to be done.
public struct Deadline: Hashable, Sendable {
  /// The wording of the knowledge, such as `now`, `24 hours` or `before posting`.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// Where it comes in the order of time; a smaller number is earlier.
  ///
  /// Lengths of time are in hours, a working day counted as a whole day. What must come before the
  /// deed stands first; words that name no time stand after all that do.
  public var hoursFromNow: Double {
    let words = text.lowercased().split(separator: " ").map(String.init)
      .drop { $0 == "within" || $0 == "in" }
    switch words.first {
    case "before", "first": return -1
    case "now", "immediately", "at": return 0
    case "promptly", "soon": return 1
    case "today": return 12
    default: break
    }
    guard let count = words.first.flatMap(Self.number) else { return .infinity }
    guard let unit = words.dropFirst().compactMap(Self.hours).first else { return .infinity }
    return count * unit
  }

  private static func number(_ word: String) -> Double? {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return Double(word) ?? names.firstIndex(of: word).map { Double($0 + 1) }
  }

  private static func hours(_ word: String) -> Double? {
    switch word {
    case "minute", "minutes": 1.0 / 60
    case "hour", "hours": 1
    case "day", "days": 24
    case "week", "weeks": 168
    case "month", "months": 730
    case "year", "years": 8760
    default: nil
    }
  }
}
