import PolicyModel

/// The phrases by which the options of some facts are heard, ready to be found in a sentence.
struct HeardPhrases {
  /// A word of a phrase, or any word out of a group of synonyms.
  enum Element: Hashable {
    case stem(UInt64)
    case group(String)
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
  private(set) var synonyms: [UInt64: [(group: String, stems: [UInt64])]] = [:]
  private var stems: Set<UInt64> = []
  /// The words of all phrases by their first letter.
  private var words: [UInt8: [(stem: UInt64, spelling: [UInt8])]] = [:]

  init(_ facts: [Fact], synonyms groups: [Words.Synonyms]) {
    for (position, fact) in facts.enumerated() {
      for (option, choice) in fact.options.enumerated() {
        for text in choice.heardAs { add(text, fact: position, option: option) }
      }
    }
    let named = Set(beginning.keys).union(phrases.flatMap(\.elements))
    for group in groups where named.contains(.group(group.name)) {
      for word in group.words { add(word, to: group.name) }
    }
  }

  /// Whether a stem stands in any phrase.
  func isKnown(_ stem: UInt64) -> Bool { stems.contains(stem) }

  /// The words of phrases with the first letter of a word, to mend its slips by.
  func words(beginningLike spelling: [UInt8]) -> [(stem: UInt64, spelling: [UInt8])] {
    spelling.first.flatMap { words[$0] } ?? []
  }

  private mutating func add(_ text: String, fact: Int, option: Int) {
    var elements: [Element] = []
    for part in text.split(separator: " ") {
      if part.hasPrefix("<"), let end = part.firstIndex(of: ">") {
        elements.append(.group(String(part[part.index(after: part.startIndex)..<end])))
      } else {
        elements += stems(of: String(part)).map { .stem($0) }
      }
    }
    guard let first = elements.first else { return }
    beginning[first, default: []].append(phrases.count)
    phrases.append(Phrase(elements: elements, fact: fact, option: option))
  }

  private mutating func add(_ word: String, to group: String) {
    let stems = stems(of: word)
    guard let first = stems.first else { return }
    synonyms[first, default: []].append((group, stems))
  }

  private mutating func stems(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(bytes, in: bytes.indices)
    var result: [UInt64] = []
    while let word = scanner.next() {
      let spelling = WordScanner.lowercased(bytes, word.range)
      for stem in WordForms.stems(of: spelling) {
        let hash = Hash.of(stem)
        result.append(hash)
        guard stems.insert(hash).inserted, spelling.count > 3 else { continue }
        words[spelling[0], default: []].append((hash, spelling))
      }
    }
    return result
  }
}
