import PolicyModel

/// The phrases by which the options of some facts are heard, ready to be found in one sentence.
///
/// There are thousands of them, and of hardly any all words stand in the sentence; the others are left
/// out at a glance.
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

    /// The stem of a word, whatever it tells of the time.
    var stem: UInt64 {
      switch self {
      case .stem(let stem), .past(let stem), .group(let stem): stem
      case .gap: 0
      }
    }
  }

  struct Phrase {
    let elements: [Element]
    /// The fact and option that it stands for, as positions.
    let fact: Int
    let option: Int

    /// How many of its words must tell of what has happened.
    var pastWords: Int {
      elements.count { if case .past = $0 { true } else { false } }
    }
  }

  private(set) var phrases: [Phrase] = []
  /// The phrases that begin with an element.
  private(set) var beginning: [Element: [Int]] = [:]
  /// The words of every group by their first stem.
  private(set) var synonyms: [UInt64: [(group: UInt64, stems: [UInt64])]] = [:]

  private let groups: SynonymGroups
  private let forms: HeardForms
  private let beginnings: SentenceBeginnings
  /// The words of the sentence.
  private var standing: Set<Element> = []
  /// What was found out of parts of phrases, by their hashes, as most stand in many phrases: nil for one
  /// that does not stand in the sentence.
  private var parts: [UInt64: [Element]?] = [:]

  init(
    _ facts: [Fact], _ index: PhraseIndex, groups: SynonymGroups, forms: HeardForms,
    of beginnings: SentenceBeginnings, in sentence: SentenceWords
  ) {
    self.groups = groups
    self.forms = forms
    self.beginnings = beginnings
    for word in sentence.words {
      standing.insert(.stem(word.stem))
      if word.isPast { standing.insert(.past(word.stem)) }
    }
    index.forEach(in: beginnings) { entry in
      let bytes = facts[entry.fact].options[entry.option].heardAs.bytes
      guard beginnings.mayHold(phrase: entry.range, of: bytes.span),
        let elements = elements(of: bytes, entry.range), let first = elements.first
      else { return }
      beginning[first, default: []].append(phrases.count)
      phrases.append(Phrase(elements: elements, fact: entry.fact, option: entry.option))
    }
  }

  /// The elements of a phrase, nil where one of them does not stand in the sentence.
  private mutating func elements(of bytes: [UInt8], _ range: Range<Int>) -> [Element]? {
    var elements: [Element] = []
    let stands = PhraseList.allParts(of: range, in: bytes.span) { part in
      guard let found = self.elements(ofPart: bytes[part]) else { return false }
      elements += found
      return true
    }
    return stands ? elements : nil
  }

  private mutating func elements(ofPart part: ArraySlice<UInt8>) -> [Element]? {
    let hash = Hash.of(part)
    if let known = parts[hash] { return known }
    var elements: [Element]?
    if let group = Self.group(in: part) {
      elements = addWords(of: group) ? [.group(group)] : nil
    } else if part.elementsEqual("...".utf8) {
      elements = [.gap]
    } else {
      let words = forms.words(of: part, hash)
      elements = words.allSatisfy(standing.contains) ? words : nil
    }
    parts[hash] = .some(elements)
    return elements
  }

  /// The hash of the group that a part of a phrase names, nil if it is a plain word.
  static func group(in part: ArraySlice<UInt8>) -> UInt64? {
    guard part.first == UInt8(ascii: "<"), let end = part.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    return Hash.of(part[(part.startIndex + 1)..<end])
  }

  /// Adds the words of a group that stand in the sentence; false if none does.
  private mutating func addWords(of name: UInt64) -> Bool {
    var stands = false
    for group in groups[name] {
      let bytes = group.words.bytes
      group.words.forEachRange { range in
        guard beginnings.mayHold(bytes.span, range),
          beginnings.mayHold(phrase: range, of: bytes.span)
        else { return }
        let stems = forms.words(of: bytes[range], Hash.of(bytes[range])).map(\.stem)
        guard let first = stems.first, stems.allSatisfy({ standing.contains(.stem($0)) }) else {
          return
        }
        synonyms[first, default: []].append((name, stems))
        stands = true
      }
    }
    return stands
  }
}
