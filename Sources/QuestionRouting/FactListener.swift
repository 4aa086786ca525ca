import PolicyModel

/// Hears which options of some facts a sentence states.
///
/// An option is heard where one of its phrases stands in the sentence: its words in their order,
/// with nothing between them but words that carry no meaning. What is denied, asked for or doubted
/// is not heard, and where two options of a fact are heard that cannot hold together neither is: a
/// wrong fact is worse than a question.
public struct FactListener: Sendable {
  let facts: [Fact]
  private let groups: SynonymGroups
  private let index: PhraseIndex
  private let forms = HeardForms()
  private let isUsual: @Sendable (_ spelling: [UInt8]) -> Bool

  /// A listener that takes words for slips unless they are usual.
  init(
    _ facts: [Fact], groups: SynonymGroups,
    isUsual: @escaping @Sendable (_ spelling: [UInt8]) -> Bool
  ) {
    self.facts = facts
    self.groups = groups
    index = PhraseIndex(facts)
    self.isUsual = isUsual
  }

  /// What a sentence states, in the order of the facts.
  public func hear(_ sentence: String) -> [HeardFact] {
    let bytes = QuestionRouter.readable(sentence)
    var beginnings = SentenceBeginnings(bytes, isUsual: isUsual)
    let slips = PhraseWords(facts, groups: groups, of: beginnings)
    let words = SentenceWords(bytes) { spelling, stem in
      guard PhraseWords.isMended(spelling), !isUsual(spelling),
        let meant = slips.meant(by: spelling, stem)
      else { return stem }
      beginnings.insert(meant.spelling)
      return meant.stem
    }
    let phrases = HeardPhrases(
      facts, index, groups: groups, forms: forms, of: beginnings, in: words)
    let found = PhraseFinder(phrases: phrases).find(in: words)
    return Hearing(facts: facts, words: words, bytes: bytes).heard(found)
  }
}

/// One sentence heard.
private struct Hearing {
  let facts: [Fact]
  let words: SentenceWords
  let bytes: [UInt8]

  func heard(_ found: [PhraseFinder.Match]) -> [HeardFact] {
    facts.indices.compactMap { position in
      let fact = facts[position]
      return heard(beginning(found.filter { $0.fact == position }, of: fact), of: fact)
    }
  }

  /// The matches but those that go on with what another says already: what stands before "follow me on"
  /// in "she has asked to follow me on it" is part of the request.
  private func beginning(_ matches: [PhraseFinder.Match], of fact: Fact) -> [PhraseFinder.Match] {
    matches.filter { one in
      one.denial != .none
        || !matches.contains { other in
          other.span.lowerBound < one.span.lowerBound && one.span.lowerBound < other.span.upperBound
            && (fact.kind == .yesNo || other.option == one.option)
        }
    }
  }

  private func heard(_ matches: [PhraseFinder.Match], of fact: Fact) -> HeardFact? {
    var stated: Set<Int> = []
    var denied: Set<Int> = []
    var spans: [Range<Int>] = []
    for match in matches {
      if fact.kind == .yesNo, isOpen(match) { return nil }
      switch words.standing(at: match.span.lowerBound) {
      case .open: return nil
      case .forbidden where fact.kind == .yesNo: return nil
      case .denied(let isNear) where match.denial != .denied:
        // From afar a denial may be meant for something else.
        if !isNear, fact.kind == .yesNo { return nil }
        // Whoever denies yes says no; whoever denies no may say neither.
        if fact.kind == .yesNo, match.option == 1 { continue }
        denied.insert(match.option)
      case .stated where match.denial == .denied, .forbidden where match.denial == .denied:
        if fact.kind == .yesNo, match.option == 1 { continue }
        denied.insert(match.option)
      case .stated, .denied, .forbidden: stated.insert(match.option)
      }
      spans.append(match.span)
    }
    if fact.kind == .yesNo {
      stated.formUnion(denied.map { 1 - $0 })
    } else {
      stated.subtract(denied)
    }
    guard !stated.isEmpty, fact.kind == .several || stated.count == 1 else { return nil }
    var options = stated.sorted().map { fact.options[$0].id }
    if options.count > 1 { options.removeAll { $0 == fact.exclusiveOption?.id } }
    let typed = spans.sorted { $0.lowerBound < $1.lowerBound }.map { span in
      String(
        decoding: bytes[
          words.words[span.lowerBound].range
            .lowerBound..<words.words[span.upperBound - 1]
            .range.upperBound], as: UTF8.self)
    }
    var shown: [String] = []
    for text in typed where !shown.contains(text) { shown.append(text) }
    return HeardFact(
      fact: fact.id, options: options, words: shown,
      isWhole: fact.kind != .several || fact.isHeardWhole)
  }

  /// Whether a phrase speaks of what may be or ought to be, which says nothing of a fact that is or is
  /// not.
  private func isOpen(_ match: PhraseFinder.Match) -> Bool {
    match.denial == .forbidden || words.isSupposed(at: match.span.lowerBound)
  }
}
