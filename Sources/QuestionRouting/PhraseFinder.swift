/// Finds the phrases of facts in one sentence.
struct PhraseFinder {
  let phrases: HeardPhrases

  /// The phrases among the words of a sentence.
  func find(in words: SentenceWords) -> [Match] {
    ownDenials(outermost(matches(in: words)), in: words.words)
  }

  struct Match {
    let fact: Int
    let option: Int
    let span: Range<Int>
    /// What stands between its words.
    let denial: Denial
    /// How many of its words must tell of what has happened.
    let pastWords: Int
  }

  /// Whether a denial stands between the words of a phrase.
  enum Denial {
    case none
    case denied
    /// Behind a word such as "can", so that it may not be rather than is not.
    case forbidden
  }

  private func matches(in sentence: SentenceWords) -> [Match] {
    let words = sentence.words
    var matches: [Match] = []
    for start in words.indices {
      let stem = words[start].stem
      var elements: Set = [HeardPhrases.Element.stem(stem)]
      if words[start].isPast { elements.insert(.past(stem)) }
      for (group, _) in phrases.synonyms[stem] ?? [] { elements.insert(.group(group)) }
      for element in elements {
        for number in phrases.beginning[element] ?? [] {
          let phrase = phrases.phrases[number]
          let spare = phrase.elements.count >= Self.manyElements ? 1 : 0
          let found = end(of: phrase.elements[...], from: start, in: sentence, sparing: spare)
          guard let (end, denial) = found else { continue }
          matches.append(
            Match(
              fact: phrase.fact, option: phrase.option, span: start..<end, denial: denial,
              pastWords: phrase.pastWords))
        }
      }
    }
    return matches
  }

  /// So many words mean what they mean with one more among them: "the council's foodbank post".
  ///
  /// Of what that brings on tables by strangers, nine in ten are right, as of all the rest; with phrases of
  /// three words, or behind "I" and the like, fewer.
  private static let manyElements = 4

  /// Where the elements end that begin at a word, nil if they do not all stand there; so many other words
  /// may stand among them.
  private func end(
    of elements: ArraySlice<HeardPhrases.Element>, from start: Int, in sentence: SentenceWords,
    sparing spare: Int
  ) -> (end: Int, denial: Denial)? {
    guard let element = elements.first else { return (start, .none) }
    let words = sentence.words
    let hasGap = elements.dropFirst().first == .gap
    let rest = elements.dropFirst(hasGap ? 2 : 1)
    for after in ends(of: element, from: start, in: words) {
      if rest.isEmpty { return (after, .none) }
      var next = after
      var denial = Denial.none
      // Up to four words without meaning may stand between, and a denial among them; in a gap as many
      // others as well.
      var others = hasGap ? 4 : spare
      while next < words.count, next - after <= (hasGap ? 6 : 4), !words[next].beginsClause {
        let left = hasGap ? spare : others
        if let (end, inside) = end(of: rest, from: next, in: sentence, sparing: left) {
          return (end, denial.followed(by: inside))
        }
        if sentence.asksInstead(next) {
          next += 1
          continue
        }
        if SentenceWords.isNegation(words[next].stem) {
          denial = denial.followed(by: sentence.isAfterModal(next) ? .forbidden : .denied)
        } else if !SentenceWords.isFiller(words[next].stem) {
          guard others > 0, hasGap || !SentenceWords.isPronoun(words[next - 1].stem) else { break }
          others -= 1
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
    case .past(let stem):
      return words[start].stem == stem && words[start].isPast ? [start + 1] : []
    case .gap: return []
    case .group(let name):
      return (phrases.synonyms[words[start].stem] ?? []).compactMap { group, stems in
        let stand = words[start...].prefix(stems.count).map(\.stem)
        return group == name && stand == stems ? start + stems.count : nil
      }
    }
  }

  /// The matches that do not lie inside a longer one of the same fact, nor in one of the same words that
  /// tells of what has happened: "the lad I supported" is not one that I support.
  private func outermost(_ matches: [Match]) -> [Match] {
    matches.filter { one in
      !matches.contains { other in
        other.fact == one.fact
          && (other.span.count, other.pastWords) > (one.span.count, one.pastWords)
          && other.span.lowerBound <= one.span.lowerBound
          && one.span.upperBound <= other.span.upperBound
      }
    }
  }

  /// The matches but those whose denial belongs to a longer one of another fact, which tells who it
  /// is that denies: "my manager has not agreed" says nothing of the owner's consent.
  private func ownDenials(_ matches: [Match], in words: [SentenceWords.Word]) -> [Match] {
    func denies(_ match: Match) -> Bool {
      words[match.span].contains { SentenceWords.isNegation($0.stem) }
    }
    return matches.filter { one in
      !denies(one)
        || !matches.contains { other in
          other.fact != one.fact && other.span.upperBound == one.span.upperBound
            && other.span.lowerBound < one.span.lowerBound && denies(other)
        }
    }
  }
}

extension PhraseFinder.Denial {
  /// What two denials, one after the other, say together.
  fileprivate func followed(by next: Self) -> Self {
    switch (self, next) {
    case (.none, _): next
    case (_, .none): self
    case (.forbidden, _), (_, .forbidden), (.denied, .denied): .none
    }
  }
}
