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
    /// One choice only is named, but other words say more than that, so it may not be meant.
    case partly(Int)
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
    let typed = PlainWords.normalised(text)
    let number = ChoiceNumber.named(by: text, outOf: numbered)
    let isInFigures = typed.contains { ("0"..."9").contains($0) }
    if let number, isInFigures { return numberMatch(number) }
    guard !typed.isEmpty else { return .none(nearest: nil) }
    let equal = choices.indices.filter { choices[$0].isNamed(typed) }
    if !equal.isEmpty { return equal.count == 1 ? .exact(equal[0]) : .several(equal) }
    if let number { return numberMatch(number) }
    let words = PlainWords.split(typed)
    guard !PlainWords.deny(words), !PlainWords.doubt(words), !PlainWords.ask(words, text),
      words.count <= Self.mostWords
    else { return .none(nearest: nil) }
    let phrases = choices.map(\.plainPhrases)
    let found = Self.outermost(in: words, of: phrases)
    let named = Set(found.map(\.choice)).sorted()
    if named.count > 1 { return .several(named) }
    if let choice = named.first {
      let rest = words.indices.filter { place in !found.contains { $0.span.contains(place) } }
      return rest.allSatisfy { PlainWords.isLight(words[$0]) } ? .likely(choice) : .partly(choice)
    }
    let begun = choices.indices.filter { choice in
      choices[choice].plainTitles.contains { Self.begins(words, PlainWords.split($0)) }
    }
    if !begun.isEmpty { return begun.count == 1 ? .likely(begun[0]) : .several(begun) }
    return .none(nearest: Self.nearest(to: typed, among: phrases))
  }

  private func numberMatch(_ number: Int) -> Match {
    (1...max(1, numbered)).contains(number) && number <= numbered
      ? .exact(number - 1) : .none(nearest: nil)
  }

  /// Where phrases of the choices stand in the text, but for those inside the phrase of another.
  private static func outermost(
    in words: [String], of phrases: [[String]]
  ) -> [(choice: Int, span: Range<Int>)] {
    var found: [(choice: Int, span: Range<Int>)] = []
    for (choice, phrases) in phrases.enumerated() {
      for phrase in phrases.map(PlainWords.split) where phrase.contains(where: { $0.count > 1 }) {
        for start in words.indices where words[start...].starts(with: phrase) {
          found.append((choice, start..<start + phrase.count))
        }
      }
    }
    return found.filter { one in
      !found.contains { $0.span != one.span && $0.span.contains(one.span) }
    }
  }

  /// Whether every typed word begins a word of a title, one of them at least with a meaning of its own.
  ///
  /// Whoever types "I have asked" does not mean "I have not asked".
  private static func begins(_ typed: [String], _ title: [String]) -> Bool {
    typed.contains(where: PlainWords.isTelling) && !PlainWords.deny(title)
      && typed.allSatisfy { word in
        title.contains { word.count > 2 ? $0.hasPrefix(word) : $0 == word }
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

  /// Those of them that are titles, so that a few of their words stand for the whole.
  fileprivate var plainTitles: [String] {
    ([label] + otherWords + (option?.repliedAs.texts ?? [])).map(PlainWords.normalised)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
