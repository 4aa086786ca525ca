import Diagnostics
import PolicyModel

/// Finds which of some numbered choices a person means.
///
/// It never guesses: words that fit two choices, or that deny one, are left to the person, because
/// a wrong fact is worse than another question.
struct ChoiceMatcher: Sendable {
  struct Choice: Sendable {
    /// What is shown beside the number.
    let label: String
    /// Other words that name the choice, its id among them.
    let otherWords: [String]
    /// The option behind it, whose phrases name it too; there may be hundreds.
    var option: Option? = nil
  }

  enum Match: Equatable {
    /// The choice was named as it stands, by its number or its words.
    case exact(Int)
    /// The words lead to one choice only; it is worth saying which.
    case likely(Int)
    /// The words fit several.
    case several([Int])
    /// Nothing fits; the choice may be meant whose name is spelt alike.
    case none(nearest: Int?)
  }

  /// A longer text tells a story, and what it mentions need not be what holds.
  private static let mostWords = 12

  private let choices: [Choice]
  private let numbered: Int

  /// A matcher of choices, of which the first so many have numbers, or all.
  init(_ choices: [Choice], numbered: Int? = nil) {
    self.numbered = numbered ?? choices.count
    self.choices = choices
  }

  func match(_ text: String) -> Match {
    if let number = Int(text.trimmed), (1...max(1, numbered)).contains(number),
      number <= numbered
    {
      return .exact(number - 1)
    }
    let typed = PlainWords.normalised(text)
    guard !typed.isEmpty else { return .none(nearest: nil) }
    let equal = choices.indices.filter { choices[$0].isNamed(typed) }
    if !equal.isEmpty { return equal.count == 1 ? .exact(equal[0]) : .several(equal) }
    let words = PlainWords.split(typed)
    guard !PlainWords.deny(words), !PlainWords.ask(words, text), words.count <= Self.mostWords
    else { return .none(nearest: nil) }
    let phrases = choices.map(\.plainPhrases)
    let named = Self.choicesNamed(in: words, by: phrases)
    if !named.isEmpty { return named.count == 1 ? .likely(named[0]) : .several(named) }
    let begun = phrases.indices.filter {
      phrases[$0].contains { Self.begins(words, PlainWords.split($0)) }
    }
    if !begun.isEmpty { return begun.count == 1 ? .likely(begun[0]) : .several(begun) }
    return .none(nearest: Self.nearest(to: typed, among: phrases))
  }

  /// The choices whose phrases stand in the text, but for those inside the phrase of another.
  private static func choicesNamed(in words: [String], by phrases: [[String]]) -> [Int] {
    var found: [(choice: Int, span: Range<Int>)] = []
    for (choice, phrases) in phrases.enumerated() {
      for phrase in phrases.map(PlainWords.split) where !phrase.isEmpty {
        for start in words.indices where words[start...].starts(with: phrase) {
          found.append((choice, start..<start + phrase.count))
        }
      }
    }
    let outermost = found.filter { one in
      !found.contains { $0.span != one.span && $0.span.contains(one.span) }
    }
    return Set(outermost.map(\.choice)).sorted()
  }

  /// Whether every typed word begins a word of the phrase.
  private static func begins(_ typed: [String], _ phrase: [String]) -> Bool {
    typed.allSatisfy { word in
      phrase.contains { word.count > 2 ? $0.hasPrefix(word) : $0 == word }
    }
  }

  private static func nearest(to typed: String, among phrases: [[String]]) -> Int? {
    let all = phrases.enumerated().flatMap { index, phrases in phrases.map { (index, $0) } }
    guard let best = SpellingSuggestion.nearest(to: typed, among: all.map(\.1)) else { return nil }
    return all.first { $0.1 == best }?.0
  }
}

extension ChoiceMatcher.Choice {
  /// Whether normalised words are one of those that name the choice.
  fileprivate func isNamed(_ typed: String) -> Bool {
    if ([label] + otherWords).contains(where: { PlainWords.normalised($0) == typed }) {
      return true
    }
    let bytes = Array(typed.utf8)
    return option?.isNamed { PlainWords.reads($0, as: bytes) } ?? false
  }

  /// All words that name the choice, normalised.
  fileprivate var plainPhrases: [String] {
    ([label] + otherWords + (option?.names ?? [])).map(PlainWords.normalised)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
