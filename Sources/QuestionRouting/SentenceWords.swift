/// A sentence as phrases are looked for in it: its words, what they deny and where a clause ends.
struct SentenceWords {
  struct Word {
    var stem: UInt64
    /// Where it stands, in bytes.
    let range: Range<Int>
    /// Whether a clause begins with it.
    let beginsClause: Bool
    /// Whether its form tells of what has happened.
    let isPast: Bool
  }

  private(set) var words: [Word] = []

  init(_ bytes: [UInt8], mending mend: (_ spelling: [UInt8], _ stem: UInt64) -> UInt64) {
    var scanner = WordScanner(bytes, in: bytes.indices)
    var end = 0
    while let word = scanner.next() {
      var begins = bytes[end..<word.range.lowerBound].contains { Self.marks.contains($0) }
      end = word.range.upperBound
      let spelling = WordScanner.lowercased(bytes, word.range)
      for stem in WordForms.stems(of: spelling).map({ Hash.of($0) }) {
        words.append(
          Word(
            stem: mend(spelling, stem), range: word.range,
            beginsClause: begins || Self.turns.contains(stem),
            isPast: WordForms.isPast(spelling)))
        begins = false
      }
    }
  }

  static func isNegation(_ stem: UInt64) -> Bool { negations.contains(stem) }

  static func isFiller(_ stem: UInt64) -> Bool { fillers.contains(stem) }

  /// Whether a word stands for somebody, so that what follows tells what he does.
  static func isPronoun(_ stem: UInt64) -> Bool { persons.contains(stem) }

  static func stem(_ word: String) -> UInt64 {
    Hash.of(WordForms.stem(of: Array(word.utf8)))
  }

  static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").flatMap { WordForms.hashes(of: String($0)) })
  }

  private static let marks = Set(",;:.!?()\n".utf8)
  /// Words after which a denial no longer holds.
  private static let turns = stems("but although though because however")
  private static let negations = stems(
    "not no never nobody none nothing nowt without neither nor hardly")
  private static let persons = stems("i we he she they you it who that me him them us im")
  /// What may stand between the words of a phrase.
  private static let fillers = stems(
    """
    a an the my our your his her their its this that these those some one of just really very also \
    actually so quite now already little lovely nice whole entire poor dear is are was were be been \
    being has have had do does did am
    """)
}
