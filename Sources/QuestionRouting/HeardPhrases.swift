import PolicyModel

/// The phrases by which the options of some facts are heard, ready to be found in one sentence.
///
/// There are thousands of them, and hardly any begins like a word of the sentence; the others are
/// left out at a glance.
struct HeardPhrases {
  /// A word of a phrase, or any word out of a group of synonyms.
  enum Element: Hashable {
    case stem(UInt64)
    /// A word that stands for what has happened, so that "we deleted it" is not heard in "may we
    /// delete it"; the other way round a phrase says nothing of the time.
    case past(UInt64)
    /// The group's hash.
    case group(UInt64)
    /// A few words of any kind, written as three dots: "the lad I used to ... for".
    case gap
  }

  struct Phrase {
    let elements: [Element]
    /// The fact and option that it stands for, as positions.
    let fact: Int
    let option: Int
  }

  private(set) var phrases: [Phrase] = []
  /// The phrases that begin with an element.
  private(set) var beginning: [Element: [Int]] = [:]
  /// The words of every group by their first stem.
  private(set) var synonyms: [UInt64: [(group: UInt64, stems: [UInt64])]] = [:]
  private var stems: Set<UInt64> = []
  /// The words of all phrases by their first letter.
  private var words: [UInt8: [(stem: UInt64, spelling: [UInt8])]] = [:]

  private let beginnings: SentenceBeginnings

  init(_ facts: [Fact], groups: [Words.Synonyms], of beginnings: SentenceBeginnings) {
    self.beginnings = beginnings
    var named: Set<UInt64> = []
    for group in groups {
      let name = Hash.of(group.name.utf8)
      group.words.forEachRange { range in
        guard beginnings.mayHold(group.words.bytes.span, range) else { return }
        add(group.words.bytes[range], to: name)
        named.insert(name)
      }
    }
    for (position, fact) in facts.enumerated() {
      for (option, choice) in fact.options.enumerated() {
        let bytes = choice.heardAs.bytes
        choice.heardAs.forEachRange { range in
          guard mayStand(bytes, range, named) else { return }
          add(bytes[range], fact: position, option: option)
        }
      }
    }
  }

  /// Whether a phrase begins like a word of the sentence, or with a group that has one.
  private func mayStand(_ bytes: [UInt8], _ range: Range<Int>, _ named: Set<UInt64>) -> Bool {
    guard bytes[range.lowerBound] == UInt8(ascii: "<") else {
      return beginnings.mayHold(bytes.span, range)
    }
    return Self.group(in: bytes[range]).map { named.contains($0) } ?? false
  }

  /// The hash of the group that a part of a phrase names, nil if it is a plain word.
  private static func group(in part: ArraySlice<UInt8>) -> UInt64? {
    guard part.first == UInt8(ascii: "<"), let end = part.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    return Hash.of(part[(part.startIndex + 1)..<end])
  }

  /// Whether a stem stands in any phrase.
  func isKnown(_ stem: UInt64) -> Bool { stems.contains(stem) }

  /// The words of phrases with the first letter of a word, to mend its slips by.
  func words(beginningLike spelling: [UInt8]) -> [(stem: UInt64, spelling: [UInt8])] {
    spelling.first.flatMap { words[$0] } ?? []
  }

  private mutating func add(_ text: ArraySlice<UInt8>, fact: Int, option: Int) {
    var elements: [Element] = []
    for part in text.split(separator: UInt8(ascii: " ")) {
      if let group = Self.group(in: part) {
        elements.append(.group(group))
      } else if part.elementsEqual("...".utf8) {
        elements.append(.gap)
      } else {
        elements += stems(of: Array(part)).map { $0.isPast ? .past($0.stem) : .stem($0.stem) }
      }
    }
    guard let first = elements.first else { return }
    beginning[first, default: []].append(phrases.count)
    phrases.append(Phrase(elements: elements, fact: fact, option: option))
  }

  private mutating func add(_ word: ArraySlice<UInt8>, to group: UInt64) {
    let stems = stems(of: Array(word)).map(\.stem)
    guard let first = stems.first else { return }
    synonyms[first, default: []].append((group, stems))
  }

  private mutating func stems(of bytes: [UInt8]) -> [(stem: UInt64, isPast: Bool)] {
    var scanner = WordScanner(bytes, in: bytes.indices)
    var result: [(stem: UInt64, isPast: Bool)] = []
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(bytes, word.range)
      let isPast = WordForms.isPast(spelling)
      for stem in WordForms.stems(of: spelling) {
        let hash = Hash.of(stem)
        result.append((hash, isPast))
        guard stems.insert(hash).inserted, spelling.count > 3 else { continue }
        words[spelling[0], default: []].append((hash, spelling))
      }
    }
    return result
  }
}

/// How the words of a sentence begin.
struct SentenceBeginnings {
  private var beginnings: Set<UInt32> = []
  /// The first letters of words that may be slips of others.
  private var letters: Set<UInt8> = []

  init(_ sentence: [UInt8], isUsual: (_ spelling: [UInt8]) -> Bool) {
    var scanner = WordScanner(sentence, in: sentence.indices)
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(sentence, word.range)
      for form in [spelling] + WordForms.stems(of: spelling) {
        beginnings.insert(Lexicon.beginning(of: form, form.indices))
      }
      if let first = spelling.first, !isUsual(spelling) { letters.insert(first) }
    }
  }

  /// Whether what stands in a range of a text can begin with a word of the sentence.
  func mayHold(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var beginning: UInt32 = 0
    var first: UInt8 = 0
    for index in range.prefix(3) {
      let byte = text[index]
      if byte == UInt8(ascii: " ") || byte == WordScanner.apostrophe { break }
      let letter = byte | 0x20
      if first == 0 { first = letter }
      beginning = beginning << 8 | UInt32(letter)
    }
    return beginnings.contains(beginning) || letters.contains(first)
  }
}
