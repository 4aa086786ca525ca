import PolicyModel

/// Finds which options of a fact a person names.
struct ReplyMatcher {
  enum Match: Equatable {
    /// The options named; `isPlain` if they were named as they stand.
    case options([Option], isPlain: Bool)
    /// These words name an option, but say more than that.
    case partly(words: String, Option)
    /// These words fit several options.
    case several(words: String, [Option])
    /// These words fit none; an option may be meant whose name is spelt alike.
    case none(words: String, nearest: Option?)
    /// The option that excludes all others was named beside another.
    case notAlone(Option)
    /// Several options of a fact that has one were named.
    case tooMany
  }

  let fact: Fact
  /// The options with numbers, then those that can be named all the same.
  let options: [Option]
  private let matcher: ChoiceMatcher

  /// A matcher for a fact of which some options are offered.
  init(_ fact: Fact, offered: [Option]) {
    self.fact = fact
    let numbered = Set(offered.map(\.id))
    let options = offered + fact.options.filter { !numbered.contains($0.id) }
    self.options = options
    let others: [Identifier<Option>: [String]] =
      fact.kind == .yesNo
      ? ["yes": ["y", "yeah", "yep"], "no": ["n", "nope", "nah"]]
      : [
        Option.exclusive: ["nothing else", "nothing more", "no others", "no more", "that's all"]
      ]
    matcher = ChoiceMatcher(
      options.map {
        .init(label: $0.label, otherWords: [$0.id.text] + (others[$0.id] ?? []), option: $0)
      }, numbered: offered.count)
  }

  func match(_ text: String) -> Match {
    let whole = matcher.match(text)
    if case .exact(let index) = whole { return .options([options[index]], isPlain: true) }
    let parts = Self.parts(of: text)
    guard parts.count > 1 else { return result(of: whole, words: text) }
    guard fact.kind == .several else {
      if case .likely = whole { return result(of: whole, words: text) }
      let isList = parts.allSatisfy { if case .exact = matcher.match($0) { true } else { false } }
      return isList ? .tooMany : result(of: whole, words: text)
    }
    var named: [Option] = []
    var isPlain = true
    for part in parts {
      switch result(of: matcher.match(part), words: part) {
      case .options(let found, let plain):
        named += found.filter { !named.contains($0) }
        isPlain = isPlain && plain
      case let other: return other
      }
    }
    if let exclusive = fact.exclusiveOption, named.count > 1, named.contains(exclusive) {
      return .notAlone(exclusive)
    }
    return .options(fact.options.filter(named.contains), isPlain: isPlain)
  }

  private func result(of match: ChoiceMatcher.Match, words: String) -> Match {
    switch match {
    case .exact(let index): .options([options[index]], isPlain: true)
    case .likely(let index): .options([options[index]], isPlain: false)
    case .partly(let index): .partly(words: words.trimmed, options[index])
    case .several(let indices): .several(words: words.trimmed, indices.map { options[$0] })
    case .none(let nearest): .none(words: words.trimmed, nearest: nearest.map { options[$0] })
    }
  }

  /// The parts of an enumeration: at commas and semicolons, at "and", and around numbers; "2-4" names
  /// three of them.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    func isNumber(_ text: String) -> Bool { Int(text) != nil }
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if ["and", "&", "+"].contains(word.lowercased()) {
        parts.append("")
        continue
      }
      for (index, piece) in word.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == ";" }
      ).map(String.init).enumerated() {
        if index > 0 || isNumber(piece) || isNumber(parts[parts.count - 1]) { parts.append("") }
        if let range = range(piece) {
          parts += range.map(String.init) + [""]
        } else {
          parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + piece
        }
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The numbers from one to another, such as "2-4", nil if a text is something else.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first < last,
      last <= Fact.mostOptions
    else { return nil }
    return first...last
  }
}
