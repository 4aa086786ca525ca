import PolicyModel

/// The words of the phrases that begin like a word of a sentence, to mend its slips by.
///
/// Only sentences with a long and unusual word need them.
struct PhraseWords {
  private let beginnings: SentenceBeginnings
  private var stems: Set<UInt64> = []
  /// The words looked at so far, by their hashes: most stand in many phrases.
  private var seen = WordTable(room: 256)
  /// The words by their first letter.
  private var words: [UInt8: [(stem: UInt64, spelling: [UInt8])]] = [:]

  init(_ facts: [Fact], groups: SynonymGroups, of beginnings: SentenceBeginnings) {
    self.beginnings = beginnings
    guard beginnings.hasSlips else { return }
    var named: Set<UInt64> = []
    for group in groups.named(by: facts) {
      let bytes = group.words.bytes
      group.words.forEachRange { range in
        guard beginnings.mayHold(bytes.span, range) else { return }
        add(bytes, range)
        named.insert(Hash.of(group.name.utf8))
      }
    }
    for choice in facts.flatMap(\.options) {
      let bytes = choice.heardAs.bytes
      choice.heardAs.forEachRange { range in
        guard bytes[range.lowerBound] == UInt8(ascii: "<") else {
          if beginnings.mayHold(bytes.span, range) { add(bytes, range) }
          return
        }
        if let name = HeardPhrases.group(in: bytes[range]), named.contains(name) {
          add(bytes, range)
        }
      }
    }
  }

  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    let text = bytes.span
    PhraseList.allParts(of: range, in: text) { part in
      // A part of other signs as well may hold several words.
      if mayBeMeant(text, part) || !part.allSatisfy({ WordScanner.isPlain(text[$0]) }),
        HeardPhrases.group(in: bytes[part]) == nil
      {
        addWords(of: bytes, part)
      }
      return true
    }
  }

  /// Whether a word begins like a slip; where a negation is drawn into a verb, which ends in one letter,
  /// the stem may begin otherwise than the word.
  private func mayBeMeant(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    beginnings.mayBeSlip(of: WordScanner.lowered(text[word.lowerBound]))
      || text[word.upperBound - 1] | 0x20 == UInt8(ascii: "t")
  }

  private mutating func addWords(of bytes: [UInt8], _ range: Range<Int>) {
    var scanner = WordScanner(bytes, in: range)
    while let word = scanner.next() {
      guard mayBeMeant(bytes.span, word.range), seen.number(of: word.hash).isNew else { continue }
      let spelling = WordScanner.lowercased(bytes, word.range)
      for stem in WordForms.stems(of: spelling) {
        let hash = Hash.of(stem)
        stems.insert(hash)
        guard spelling.count > 3 else { continue }
        words[spelling[0], default: []].append((hash, spelling))
      }
    }
  }

  /// Whether a word is long enough to be mended.
  static func isMended(_ spelling: [UInt8]) -> Bool { spelling.count > 4 }

  /// The phrase word that was meant, if an unusual word was typed with a slip, and its stem.
  func meant(by spelling: [UInt8], _ stem: UInt64) -> (stem: UInt64, spelling: [UInt8])? {
    guard !stems.contains(stem), let first = spelling.first else { return nil }
    let most = spelling.count < 9 ? 1 : 2
    let near = (words[first] ?? []).filter {
      Slips.count(from: spelling, to: $0.spelling, most: most) != nil
    }
    // Two words that are equally near leave it open what was meant, unless they are forms of one.
    guard let meant = near.first, near.allSatisfy({ $0.stem == meant.stem }) else { return nil }
    return meant
  }
}
