import PolicyModel

/// Hears which options of some facts a sentence states.
///
/// An option is heard where one of its phrases stands in the sentence: its words in their order,
/// with nothing between them but words that carry no meaning. What is denied, asked for or doubted
/// is not heard, and where two options of a fact are heard that cannot hold together neither is: a
/// wrong fact is worse than a question.
public struct FactListener: Sendable {
  private let facts: [Fact]
  private let groups: [Words.Synonyms]
  private let isUsual: @Sendable (_ spelling: [UInt8]) -> Bool

  /// A listener that takes words for slips unless they are usual.
  init(
    _ facts: [Fact], groups: [Words.Synonyms],
    isUsual: @escaping @Sendable (_ spelling: [UInt8]) -> Bool
  ) {
    self.facts = facts
    self.groups = groups
    self.isUsual = isUsual
  }

  /// What a sentence states, in the order of the facts.
  public func hear(_ sentence: String) -> [HeardFact] {
    let bytes = QuestionRouter.readable(sentence)
    let beginnings = SentenceBeginnings(bytes, isUsual: isUsual)
    let hearing = Hearing(
      facts: facts, phrases: HeardPhrases(facts, groups: groups, of: beginnings),
      isUsual: isUsual)
    return hearing.hear(bytes)
  }
}

/// One sentence heard.
private struct Hearing {
  let facts: [Fact]
  let phrases: HeardPhrases
  let isUsual: @Sendable (_ spelling: [UInt8]) -> Bool

  func hear(_ bytes: [UInt8]) -> [HeardFact] {
    let words = SentenceWords(bytes, mending: mended)
    let found = outermost(matches(in: words.words))
    return facts.indices.compactMap { position in
      heard(found.filter { $0.fact == position }, of: facts[position], in: words, bytes)
    }
  }

  // MARK: - Finding phrases

  private struct Match {
    let fact: Int
    let option: Int
    let span: Range<Int>
    /// Whether a denial stands between its words.
    let isDeniedInside: Bool
  }

  private func matches(in words: [SentenceWords.Word]) -> [Match] {
    var matches: [Match] = []
    for start in words.indices {
      let first = HeardPhrases.Element.stem(words[start].stem)
      let groups = (phrases.synonyms[words[start].stem] ?? []).map {
        HeardPhrases.Element.group($0.group)
      }
      for element in [first] + Set(groups) {
        for number in phrases.beginning[element] ?? [] {
          let phrase = phrases.phrases[number]
          guard let (end, denied) = end(of: phrase.elements[...], from: start, in: words) else {
            continue
          }
          matches.append(
            Match(
              fact: phrase.fact, option: phrase.option, span: start..<end, isDeniedInside: denied))
        }
      }
    }
    return matches
  }

  /// Where the elements end that begin at a word, nil if they do not all stand there.
  private func end(
    of elements: ArraySlice<HeardPhrases.Element>, from start: Int, in words: [SentenceWords.Word]
  ) -> (end: Int, isDenied: Bool)? {
    guard let element = elements.first else { return (start, false) }
    let rest = elements.dropFirst()
    for after in ends(of: element, from: start, in: words) {
      if rest.isEmpty { return (after, false) }
      var next = after
      var isDenied = false
      // Up to four words without meaning may stand between, and a denial among them.
      while next < words.count, next - after <= 4, !words[next].beginsClause {
        if let (end, inside) = end(of: rest, from: next, in: words) {
          return (end, isDenied != inside)
        }
        if SentenceWords.isNegation(words[next].stem) {
          isDenied.toggle()
        } else if !SentenceWords.isFiller(words[next].stem) {
          break
        }
        next += 1
      }
    }
    return nil
  }

  /// Where one element can end that begins at a word.
  private func ends(
    of element: HeardPhrases.Element, from start: Int, in words: [SentenceWords.Word]
  ) -> [Int] {
    switch element {
    case .stem(let stem): return words[start].stem == stem ? [start + 1] : []
    case .group(let name):
      return (phrases.synonyms[words[start].stem] ?? []).compactMap { group, stems in
        let stand = words[start...].prefix(stems.count).map(\.stem)
        return group == name && stand == stems ? start + stems.count : nil
      }
    }
  }

  /// The matches that do not lie inside a longer one of the same fact.
  private func outermost(_ matches: [Match]) -> [Match] {
    matches.filter { one in
      !matches.contains { other in
        other.fact == one.fact && other.span.count > one.span.count
          && other.span.lowerBound <= one.span.lowerBound
          && one.span.upperBound <= other.span.upperBound
      }
    }
  }

  /// The stem of the phrase word that was meant, if the word was typed with a slip.
  private func mended(_ spelling: [UInt8], _ stem: UInt64) -> UInt64 {
    guard spelling.count > 4, !phrases.isKnown(stem), !isUsual(spelling) else { return stem }
    let most = spelling.count < 8 ? 1 : 2
    let near = phrases.words(beginningLike: spelling).filter {
      Slips.count(from: spelling, to: $0.spelling, most: most) != nil
    }
    // Two words that are equally near leave it open what was meant.
    return near.count == 1 ? near[0].stem : stem
  }

  // MARK: - Deciding

  private func heard(
    _ matches: [Match], of fact: Fact, in words: SentenceWords, _ bytes: [UInt8]
  ) -> HeardFact? {
    var stated: Set<Int> = []
    var denied: Set<Int> = []
    var spans: [Range<Int>] = []
    for match in matches {
      let standing = words.standing(at: match.span.lowerBound)
      switch standing {
      case .open: return nil
      case .forbidden where fact.kind == .yesNo: return nil
      case .denied(let isNear) where !match.isDeniedInside:
        // From afar a denial may be meant for something else.
        if !isNear, fact.kind == .yesNo { return nil }
        denied.insert(match.option)
      case .stated where match.isDeniedInside, .forbidden where match.isDeniedInside:
        denied.insert(match.option)
      case .stated, .denied, .forbidden: stated.insert(match.option)
      }
      spans.append(match.span)
    }
    // Of two options the denial of one states the other.
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
}
