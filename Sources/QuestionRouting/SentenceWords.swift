/// A sentence as phrases are looked for in it: its words, what they deny and where a clause ends.
struct SentenceWords {
  struct Word {
    var stem: UInt64
    /// Where it stands, in bytes.
    let range: Range<Int>
    /// Whether a clause begins with it.
    let beginsClause: Bool
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
            beginsClause: begins || Self.turns.contains(stem)))
        begins = false
      }
    }
  }

  /// How what stands before a phrase bears on it.
  enum Standing {
    case stated
    /// It is denied, right before it or further off.
    case denied(isNear: Bool)
    /// It must or may not be, as in "can't I add a client", which leaves open what is.
    case forbidden
    /// It is asked about or not known, so nothing is said of it.
    case open
  }

  /// How the words before a position bear on what stands there.
  func standing(at position: Int) -> Standing {
    var standing = Standing.stated
    var index = position
    var distance = 0
    while index > 0, !words[index].beginsClause, distance < Self.farthest {
      index -= 1
      let stem = words[index].stem
      if Self.doubting.contains(stem) { return .open }
      let isDenied = index > 0 && Self.isNegation(words[index - 1].stem)
      if isDenied, Self.knowing.contains(stem) { return .open }
      if distance < Self.near, Self.asking.contains(stem) { return .open }
      if distance < Self.nearest, Self.getting.contains(stem) { return .open }
      if distance < Self.near, case .stated = standing, Self.isNegation(stem) {
        let isModal = index > 0 && Self.modals.contains(words[index - 1].stem)
        standing = isModal ? .forbidden : .denied(isNear: distance < Self.nearest)
      }
      if !Self.isFiller(stem) { distance += 1 }
    }
    return standing
  }

  static func isNegation(_ stem: UInt64) -> Bool { negations.contains(stem) }

  static func isFiller(_ stem: UInt64) -> Bool { fillers.contains(stem) }

  private static let nearest = 2
  private static let near = 3
  private static let farthest = 6

  private static let marks = Set(",;:.!?()\n".utf8)

  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").flatMap { WordForms.hashes(of: String($0)) })
  }

  /// Words after which a denial no longer holds.
  private static let turns = stems("but although though because however")
  private static let negations = stems(
    "not no never nobody none nothing without neither nor hardly")
  /// What a negation after them says is that something must not or cannot be.
  private static let modals = stems("can could should would will shall may might must")
  /// What somebody who denies this says is not known.
  private static let knowing = stems("sure certain know idea clue convinced")
  private static let doubting = stems("whether unsure wonder wondering maybe perhaps")
  /// What follows these is asked for, and not there yet.
  private static let asking = stems("need require seek obtain")
  private static let getting = stems("get ask")
  /// What may stand between the words of a phrase.
  private static let fillers = stems(
    """
    a an the my our your his her their its this that these those some one of just really very also \
    actually so quite now already is are was were be been being has have had do does did am
    """)
}
