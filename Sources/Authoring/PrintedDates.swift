import Diagnostics
import PolicyModel

extension CalendarDate {
  /// The dates that a text prints, with where each begins.
  ///
  /// Read are `3 May 2024`, `3rd May 2024`, `May 3, 2024`, `May 2024`, `03/05/2024`, `03.05.2024` (the
  /// day first) and `2024-05-03`.
  static func all(in text: String) -> [(date: CalendarDate, range: Range<String.Index>)] {
    let words = Word.all(in: text)
    var dates: [(date: CalendarDate, range: Range<String.Index>)] = []
    var index = words.startIndex
    while index < words.endIndex {
      if let (date, length) = date(at: words[index...]) {
        dates.append(
          (date, words[index].range.lowerBound..<words[index + length - 1].range.upperBound))
        index += length
      } else {
        index += 1
      }
    }
    return dates
  }

  private static func date(at words: ArraySlice<Word>) -> (CalendarDate, length: Int)? {
    let three = words.prefix(3).map(\.text)
    if let date = numeric(three[0]) { return (date, 1) }
    if three.count > 2, let day = day(three[0]), let month = month(three[1]),
      let date = date(three[2], month, day)
    {
      return (date, 3)
    }
    guard let month = month(three[0]), three.count > 1 else { return nil }
    if three.count > 2, let day = day(three[1]), let date = date(three[2], month, day) {
      return (date, 3)
    }
    return date(three[1], month, nil).map { ($0, 2) }
  }

  private static func date(_ year: String, _ month: Int, _ day: Int?) -> CalendarDate? {
    guard year.count == 4, let number = Int(year), (1900...2199).contains(number) else {
      return nil
    }
    let parts = [month, day].compactMap { $0 }.map { ($0 < 10 ? "0" : "") + String($0) }
    return CalendarDate(([year] + parts).joined(separator: "-"))
  }

  private static func numeric(_ word: String) -> CalendarDate? {
    if word.count == 10, word.contains("-"), let date = CalendarDate(word) { return date }
    let parts = word.split { "/.-".contains($0) }.map(String.init)
    guard parts.count == 3, let day = day(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    return date(parts[2].count == 2 ? "20" + parts[2] : parts[2], month, day)
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    guard ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased()),
      digits.count <= 2, let day = Int(digits), (1...31).contains(day)
    else { return nil }
    return day
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    let index = names.firstIndex { $0 == word || word.count <= 4 && $0.hasPrefix(word) }
    return index.map { $0 + 1 }
  }

  /// A word of a text without the punctuation around it.
  private struct Word {
    let text: String
    let range: Range<String.Index>

    static func all(in text: String) -> [Word] {
      text.split { $0.isWhitespace || "()[],;:*|".contains($0) }.map { word in
        var word = word
        while let last = word.last, ".".contains(last) { word.removeLast() }
        return Word(text: String(word), range: word.startIndex..<word.endIndex)
      }.filter { !$0.text.isEmpty }
    }
  }
}

/// The dates of a document's life that it prints.
struct PrintedDates {
  /// What a date is the date of.
  enum Meaning: String, CaseIterable {
    case effective, approved, review, issued
  }

  private(set) var dates: [Meaning: CalendarDate] = [:]

  /// Finds the first date of each meaning in the parts of a document, in their order.
  init(_ texts: [String]) {
    for text in texts {
      var start = text.startIndex
      for (date, range) in CalendarDate.all(in: text) {
        let before = text[start..<range.lowerBound]
        start = range.upperBound
        if let meaning = Self.meaning(of: before), dates[meaning] == nil { dates[meaning] = date }
      }
    }
  }

  /// The meaning that the last telling word before a date gives it, if it stands near.
  private static func meaning(of text: Substring) -> Meaning? {
    let words = Slug.words(text).suffix(8)
    for word in words.reversed() {
      if let found = Meaning.allCases.first(where: { tellingWords[$0]?.contains(word) ?? false }) {
        return found
      }
    }
    return words.last.map { ["date", "dated"].contains($0) } ?? false ? .issued : nil
  }

  private static let tellingWords: [Meaning: Set<String>] = [
    .effective: ["effective", "effect", "force", "starts", "commencement", "applies"],
    .approved: ["approved", "approval", "adopted", "ratified", "agreed"],
    .review: ["review", "reviewed", "renewal", "expires", "expiry"],
    .issued: ["issued", "issue", "published", "publication", "version"],
  ]
}
