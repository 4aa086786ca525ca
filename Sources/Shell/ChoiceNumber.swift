/// The number of a choice in the ways in which people type it: "2", "2.", "#2", "2nd", "option 2", "two",
/// "the second one", "the last one".
enum ChoiceNumber {
  /// Which of so many numbered choices a text names by its number alone, counted from 1, nil if it is
  /// something else; a number that none has is named all the same.
  static func named(by text: String, outOf count: Int) -> Int? {
    guard !text.trimmed.hasPrefix("-") else { return nil }
    var words = PlainWords.split(PlainWords.normalised(text))
    if words.first == "the" { words.removeFirst() }
    if let first = words.first, titles.contains(first) { words.removeFirst() }
    if words.count == 2, words[1] == "one" { words.removeLast() }
    guard words.count == 1 else { return nil }
    let figures = words[0].prefix { ("0"..."9").contains($0) }
    if let number = Int(figures), endings.contains(words[0].dropFirst(figures.count)) {
      return number
    }
    if words[0] == "last", count > 0 { return count }
    return [cardinals, ordinals].lazy.compactMap { $0.firstIndex(of: words[0]) }.first.map {
      $0 + 1
    }
  }

  /// What may stand behind figures, as in "2nd".
  private static let endings: Set<Substring> = ["", "st", "nd", "rd", "th"]
  private static let titles: Set = ["option", "number", "choice", "answer", "reply"]
  private static let cardinals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
}
