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
  /// The groups of which a word may stand in the sentence.
  private var possible = WordTable(room: 128)

  private let beginnings: SentenceBeginnings

  init(_ facts: [Fact], groups: [Words.Synonyms], of beginnings: SentenceBeginnings) {
    self.beginnings = beginnings
    for group in groups {
      let name = Hash.of(group.name.utf8)
      let bytes = group.words.bytes
      group.words.forEachRange { range in
        guard mayStand(bytes.span, range) else { return }
        add(bytes[range], to: name)
        _ = possible.number(of: name)
      }
    }
    for (position, fact) in facts.enumerated() {
      for (option, choice) in fact.options.enumerated() {
        let bytes = choice.heardAs.bytes
        choice.heardAs.forEachRange { range in
          guard mayStand(bytes.span, range) else { return }
          add(bytes[range], fact: position, option: option)
        }
      }
    }
  }

  /// Whether all words of a phrase may stand in the sentence; most phrases have one that may not.
  private func mayStand(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = start..<range.upperBound
      if bytes[start] == UInt8(ascii: "<") {
        guard mayHoldGroup(bytes, rest) else { return false }
      } else {
        guard start > range.lowerBound || beginnings.mayHold(bytes, rest),
          beginnings.mayHoldWord(bytes, rest)
        else { return false }
      }
      while start < range.upperBound, bytes[start] != UInt8(ascii: " ") { start += 1 }
      start += 1
    }
    return true
  }

  private func mayHoldGroup(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var name = Hash()
    for index in range.dropFirst() {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return possible.existingNumber(of: name.value) != nil }
      if byte == UInt8(ascii: " ") { break }
      name.add(byte)
    }
    return true
  }

  /// The hash of the group that a part of a phrase names, nil if it is a plain word.
  static func group(in part: ArraySlice<UInt8>) -> UInt64? {
    guard part.first == UInt8(ascii: "<"), let end = part.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    return Hash.of(part[(part.startIndex + 1)..<end])
  }

  private mutating func add(_ text: ArraySlice<UInt8>, fact: Int, option: Int) {
    var elements: [Element] = []
    for part in text.split(separator: UInt8(ascii: " ")) {
      if let group = Self.group(in: part) {
        elements.append(.group(group))
      } else if part.elementsEqual("...".utf8) {
        elements.append(.gap)
      } else {
        elements += WordForms.heard(in: Array(part)).map {
          $0.isPast ? .past($0.stem) : .stem($0.stem)
        }
      }
    }
    guard let first = elements.first else { return }
    beginning[first, default: []].append(phrases.count)
    phrases.append(Phrase(elements: elements, fact: fact, option: option))
  }

  private mutating func add(_ word: ArraySlice<UInt8>, to group: UInt64) {
    let stems = WordForms.heard(in: Array(word)).map(\.stem)
    guard let first = stems.first else { return }
    synonyms[first, default: []].append((group, stems))
  }
}
